import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { HIGHEST_LEVEL, type Kind, kinds } from '../../tutor/kinds.ts';
import type { QuizOptions } from '../quiz.ts';
import {
  addDisplayOptions,
  addExamples,
  addExpressionOptions,
  type DisplayOptions,
  formatOption,
  outputFor,
  seedOption,
  splitNames,
  wholeNumber,
} from './options.ts';

export function addQuiz(program: Command, t: Messages): void {
  const command = program
    .command('quiz')
    .description(t.cli.quiz)
    .argument('[expression]', t.cli.quizExpression);
  addExpressionOptions(command, t)
    .addOption(new Option('--ask <kinds>', t.cli.ask).argParser(parseKinds).default(['gradient']))
    .addOption(new Option('--level <level>', t.cli.level).argParser(wholeNumber(1, HIGHEST_LEVEL)).default(3))
    .addOption(new Option('--count <problems>', t.cli.count).argParser(wholeNumber(1, 1000)).default(3))
    .addOption(seedOption(t))
    .addOption(new Option('--tries <tries>', t.cli.tries).argParser(wholeNumber(1, 100)))
    .addOption(formatOption(t))
    .option('--answers <answers>', t.cli.answers)
    .option('--answers-file <file>', t.cli.answersFile)
    .option('--transcript <file>', t.cli.transcript)
    .option('--resume', t.cli.resume);
  addExamples(addDisplayOptions(command, t), t.cli.quizExamples).action(
    async (expression: string | undefined, options: QuizOptions & DisplayOptions) => {
      const { quiz } = await import('../quiz.ts');
      process.exitCode = await quiz(expression, options, t, await outputFor(options));
    },
  );
}

function parseKinds(text: string): Kind[] {
  const names = splitNames(text);
  const known = kinds.filter((kind) => names.includes(kind));
  const hasUnknown = names.some((name) => !kinds.some((kind) => kind === name));
  if (known.length === 0 || hasUnknown) throw new InvalidArgumentError('');
  return known;
}
