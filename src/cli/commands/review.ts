import { type Command, Option } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { ReviewOptions } from '../review.ts';
import {
  addDisplayOptions,
  addExamples,
  type DisplayOptions,
  nowOption,
  outputFor,
  seedOption,
  wholeNumber,
} from './options.ts';

export function addReview(program: Command, t: Messages): void {
  const command = program
    .command('review')
    .description(t.cli.review)
    .addOption(new Option('--count <problems>', t.cli.reviewCount).argParser(wholeNumber(1, 1000)).default(5))
    .addOption(seedOption(t))
    .addOption(nowOption(t))
    .option('--from <folder>', t.cli.from)
    .option('--answers <answers>', t.cli.answers)
    .option('--answers-file <file>', t.cli.answersFile);
  addExamples(addDisplayOptions(command, t), t.cli.reviewExamples).action(
    async (options: ReviewOptions & DisplayOptions) => {
      const { review } = await import('../review.ts');
      process.exitCode = await review(options, t, await outputFor(options));
    },
  );
}
