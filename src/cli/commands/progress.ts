import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { ProgressOptions } from '../progress.ts';
import {
  addDisplayOptions,
  addExamples,
  type DisplayOptions,
  formatOption,
  nowOption,
  outputFor,
} from './options.ts';

/** What can be done with the file that progress is kept in. */
export const PROGRESS_WORDS: readonly string[] = ['export', 'import', 'path', 'reset'];

export function addProgress(program: Command, t: Messages): void {
  const command = program
    .command('progress')
    .description(t.cli.progress)
    .argument('[what]', t.cli.progressWhat)
    .argument('[file]', t.cli.progressFile)
    .addOption(formatOption(t))
    .addOption(nowOption(t))
    .option('--from <folder>', t.cli.from);
  addExamples(addDisplayOptions(command, t), t.cli.progressExamples).action(
    async (what: string | undefined, file: string | undefined, options: ProgressOptions & DisplayOptions) => {
      const { progress } = await import('../progress.ts');
      const words = [what, file].filter((word) => word !== undefined);
      process.exitCode = await progress(words, options, t, await outputFor(options));
    },
  );
}
