import { type Command, Option } from 'commander';
import { exerciseFormats } from '../../exercises/formats.ts';
import type { Messages } from '../../i18n/en.ts';
import { HIGHEST_LEVEL } from '../../tutor/kinds.ts';
import type { GenerateOptions } from '../generate.ts';
import { addExamples, addLanguageOption, outputFor, seedOption, splitNames, wholeNumber } from './options.ts';

export function addGenerate(program: Command, t: Messages): void {
  const command = program.command('generate').description(t.cli.generate);
  command
    .addOption(new Option('--level <level>', t.cli.level).argParser(wholeNumber(1, HIGHEST_LEVEL)).default(3))
    .addOption(
      new Option('--count <exercises>', t.cli.countExercises).argParser(wholeNumber(1, 1000)).default(10),
    )
    .addOption(seedOption(t))
    .option('--ops <operations>', t.cli.onlyOps, splitNames)
    .addOption(
      new Option('-f, --format <format>', t.cli.generateFormat(exerciseFormats.join(', '))).choices(
        exerciseFormats,
      ),
    )
    .option('-o, --output <file>', t.cli.output);
  addExamples(addLanguageOption(command, t), t.cli.generateExamples).action(
    async (options: GenerateOptions) => {
      const { generate } = await import('../generate.ts');
      process.exitCode = await generate(options, t, outputFor({}));
    },
  );
}
