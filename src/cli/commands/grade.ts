import { type Command, Option } from 'commander';
import { inputFormats, reportFormats, summaryFormats } from '../../grading/formats.ts';
import type { Messages } from '../../i18n/en.ts';
import type { GradeOptions } from '../grade.ts';
import {
  addCreditOption,
  addDisplayOptions,
  addExamples,
  addExpressionOptions,
  type DisplayOptions,
  outputFor,
} from './options.ts';

export function addGrade(program: Command, t: Messages): void {
  const command = program
    .command('grade')
    .description(t.cli.grade)
    .argument('<file>', t.cli.handIns)
    .option('-e, --expression <expression>', t.cli.oneExpression);
  addExpressionOptions(command, t).addOption(
    new Option('--input <format>', t.cli.inputFormat).choices(inputFormats),
  );
  addCreditOption(command, t)
    .option('--summary', t.cli.summary)
    .addOption(
      new Option('-f, --format <format>', t.cli.summaryFormat).choices([...reportFormats, ...summaryFormats]),
    )
    .option('-o, --output <file>', t.cli.reportsFile);
  addExamples(addDisplayOptions(command, t), t.cli.gradeExamples).action(
    async (file: string, options: GradeOptions & DisplayOptions) => {
      const { gradeAll } = await import('../grade.ts');
      process.exitCode = await gradeAll(file, options, t, await outputFor(options));
    },
  );
}
