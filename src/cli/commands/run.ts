import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { BATCH_FORMAT } from '../batch-format.ts';
import type { RunOptions } from '../run.ts';
import {
  addDeliveryOptions,
  addDisplayOptions,
  addExamples,
  addExpressionOptions,
  type DisplayOptions,
  outputFor,
  wholeNumber,
} from './options.ts';

/** Threads that a batch may have. */
const MOST_JOBS = 256;

export function addRun(program: Command, t: Messages): void {
  const command = program.command('run').description(t.cli.run).argument('<expression>', t.cli.expression);
  addExpressionOptions(command, t)
    .option('-n, --nudge <step>', t.cli.nudge)
    .option('-q, --quiet', t.cli.quiet)
    .option('--no-ask', t.cli.noAsk);
  addDeliveryOptions(command, t, BATCH_FORMAT)
    .option('--check', t.cli.checkNudges)
    .option('--jobs <threads>', t.cli.jobs, wholeNumber(1, MOST_JOBS))
    .option('--first-line <number>', t.cli.firstLine, wholeNumber(1, Number.MAX_SAFE_INTEGER));
  const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli';
  addExamples(addDisplayOptions(command, t), t.cli.examples).action(
    async (expression: string, options: RunOptions & DisplayOptions) => {
      const { run } = await import('../run.ts');
      process.exitCode = await run(expression, options, t, await outputFor(options), isGiven);
    },
  );
}
