import { type Command, InvalidArgumentError, Option } from 'commander';
import { exerciseFormats } from '../../exercises/formats.ts';
import { MOST_EXERCISES } from '../../exercises/limits.ts';
import { sheetNames, type SheetName } from '../../exercises/sheets.ts';
import type { Messages } from '../../i18n/en.ts';
import { HIGHEST_LEVEL } from '../../tutor/kinds.ts';
import type { GenerateOptions } from '../generate.ts';
import { addExamples, addLanguageOption, outputFor, seedOption, splitNames, wholeNumber } from './options.ts';

export function addGenerate(program: Command, t: Messages): void {
  const command = program.command('generate').description(t.cli.generate);
  command
    .addOption(new Option('--level <level>', t.cli.level).argParser(wholeNumber(1, HIGHEST_LEVEL)).default(3))
    .addOption(
      new Option('--count <exercises>', t.cli.countExercises)
        .argParser(wholeNumber(1, MOST_EXERCISES))
        .default(10),
    )
    .addOption(seedOption(t))
    .option('--ops <operations>', t.cli.onlyOps, splitNames)
    .addOption(
      new Option('-f, --format <format>', t.cli.generateFormat(exerciseFormats.join(', '))).choices(
        exerciseFormats,
      ),
    )
    .addOption(new Option('--sheets <sheets>', t.cli.sheets(sheetNames.join(', '))).argParser(sheetsOf))
    .option('-o, --output <file>', t.cli.output);
  addExamples(addLanguageOption(command, t), t.cli.generateExamples).action(
    async (options: GenerateOptions) => {
      const { generate } = await import('../generate.ts');
      process.exitCode = await generate(options, t, await outputFor({}));
    },
  );
}

/** Names of sheets, in the order of the paper and each once. */
function sheetsOf(text: string): readonly SheetName[] {
  const names = splitNames(text);
  const chosen = sheetNames.filter((name) => names.includes(name));
  if (chosen.length === 0 || names.some((name) => !chosen.includes(name as SheetName)))
    throw new InvalidArgumentError(`Allowed choices are ${sheetNames.join(', ')}.`);
  return chosen;
}
