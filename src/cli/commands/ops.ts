import process from 'node:process';
import { type Command, Option } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { OpsFormat } from '../ops.ts';
import { addDisplayOptions, addExamples, type DisplayOptions, outputFor } from './options.ts';

interface OpsOptions extends DisplayOptions {
  readonly format: OpsFormat;
}

const formats: readonly OpsFormat[] = ['text', 'json', 'markdown'];

const addFormat = (command: Command, t: Messages): Command =>
  command.addOption(new Option('-f, --format <format>', t.cli.opsFormat).choices(formats).default('text'));

/** The table of operations. */
export function addOps(program: Command, t: Messages): void {
  const list = addFormat(program.command('ops').description(t.cli.ops), t);
  addExamples(addDisplayOptions(list, t), t.cli.opsExamples).action(async (options: OpsOptions) => {
    const { listOperations } = await import('../ops.ts');
    process.exitCode = listOperations(options.format, t, await outputFor(options));
  });
}

/** One of them. */
export function addExplain(program: Command, t: Messages): void {
  const explain = program.command('explain').description(t.cli.explain);
  addFormat(explain.argument('<operation>', t.cli.operation), t);
  addExamples(addDisplayOptions(explain, t), t.cli.explainExamples).action(
    async (name: string, options: OpsOptions) => {
      const { explainOperation } = await import('../ops.ts');
      process.exitCode = explainOperation(name, options.format, t, await outputFor(options));
    },
  );
}
