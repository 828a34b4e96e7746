import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { LearnOptions } from '../learn.ts';
import { addDisplayOptions, addExamples, type DisplayOptions, nowOption, outputFor } from './options.ts';

export function addLearn(program: Command, t: Messages): void {
  const command = program.command('learn').description(t.cli.learn).argument('[lesson...]', t.cli.learnWhat);
  command
    .option('--from <folder>', t.cli.from)
    .addOption(nowOption(t))
    .option('--answers <answers>', t.cli.answers)
    .option('--answers-file <file>', t.cli.answersFile);
  addExamples(addDisplayOptions(command, t), t.cli.learnExamples).action(
    async (what: readonly string[], options: LearnOptions & DisplayOptions) => {
      const { learn } = await import('../learn.ts');
      process.exitCode = await learn(what, options, t, await outputFor(options));
    },
  );
}
