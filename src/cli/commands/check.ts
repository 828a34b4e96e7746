import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { CheckOptions } from '../check.ts';
import {
  addCreditOption,
  addDisplayOptions,
  addExamples,
  addExpressionOptions,
  type DisplayOptions,
  formatOption,
  outputFor,
} from './options.ts';

export function addCheck(program: Command, t: Messages): void {
  const command = program
    .command('check')
    .description(t.cli.checkAnswers)
    .argument('<expression>', t.cli.expression)
    .option('--answers <answers>', t.cli.namedAnswers);
  addExpressionOptions(command, t);
  addCreditOption(command, t).addOption(formatOption(t));
  addExamples(addDisplayOptions(command, t), t.cli.checkExamples).action(
    async (expression: string, options: CheckOptions & DisplayOptions) => {
      const { check } = await import('../check.ts');
      process.exitCode = await check(expression, options, t, await outputFor(options));
    },
  );
}
