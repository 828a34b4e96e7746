import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { run, type RunOptions } from '../run.ts';
import {
  addDeliveryOptions,
  addDisplayOptions,
  addExamples,
  addExpressionOptions,
  type DisplayOptions,
  outputFor,
} from './options.ts';

export function addRun(program: Command, t: Messages): void {
  const command = program.command('run').description(t.cli.run).argument('<expression>', t.cli.expression);
  addExpressionOptions(command, t)
    .option('-n, --nudge <step>', t.cli.nudge)
    .option('-q, --quiet', t.cli.quiet)
    .option('--no-ask', t.cli.noAsk);
  addDeliveryOptions(command, t);
  addExamples(addDisplayOptions(command, t), t.cli.examples).action(
    async (expression: string, options: RunOptions & DisplayOptions) => {
      process.exitCode = await run(expression, options, t, outputFor(options));
    },
  );
}
