import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { Command, InvalidArgumentError, Option } from 'commander';
import { formatNames } from '../formats.ts';
import type { Messages } from '../i18n/en.ts';
import { languageNames } from '../i18n/index.ts';
import { textWidth } from '../render/layout.ts';
import { HIGHEST_LEVEL, type Kind, kinds } from '../tutor/kinds.ts';
import type { GraphOptions } from './graph.ts';
import type { LearnOptions } from './learn.ts';
import type { Output } from './output.ts';
import type { QuizOptions } from './quiz.ts';
import { run, type RunOptions } from './run.ts';
import { terminalWidth, textStyle, wantsColor } from './terminal.ts';
import { RANGE } from './usage.ts';

/** How every command shows what it has to say. */
interface DisplayOptions {
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly plain?: boolean;
  readonly width?: number;
}

/** The commands and their options, with help in the learner's language. */
export function buildProgram(t: Messages): Command {
  const program = new Command('gradtutor')
    .description(t.cli.description)
    .version(__VERSION__, '-V, --version', t.cli.version)
    .helpOption('-h, --help', t.cli.help)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      displayWidth: (text) => textWidth(stripVTControlCharacters(text)),
      optionDescription: (option) => option.description,
      styleTitle: (title) => t.cli.titles[title] ?? title,
      helpWidth: terminalWidth(process.stdout.columns),
    })
    .configureOutput({ outputError: () => undefined });
  addRun(program, t);
  addQuiz(program, t);
  addGraph(program, t);
  addLearn(program, t);
  addLessons(program, t);
  return program.addHelpText('after', `\n${t.cli.exitCodes}`);
}

function addRun(program: Command, t: Messages): void {
  const command = program.command('run').description(t.cli.run).argument('<expression>', t.cli.expression);
  addExpressionOptions(command, t)
    .option('-n, --nudge <step>', t.cli.nudge)
    .option('-q, --quiet', t.cli.quiet)
    .option('--no-ask', t.cli.noAsk);
  addDeliveryOptions(command, t);
  addDisplayOptions(command, t)
    .addHelpText('after', `\n${t.cli.examples}\n`)
    .action(async (expression: string, options: RunOptions & DisplayOptions) => {
      process.exitCode = await run(expression, options, t, outputFor(options));
    });
}

function addGraph(program: Command, t: Messages): void {
  const command = program
    .command('graph')
    .description(t.cli.graph)
    .argument('<expression>', t.cli.expression);
  addExpressionOptions(command, t).option('--all', t.cli.all);
  addDeliveryOptions(command, t);
  addDisplayOptions(command, t)
    .addHelpText('after', `\n${t.cli.graphExamples}\n`)
    .action(async (expression: string, options: GraphOptions & DisplayOptions) => {
      const { graph } = await import('./graph.ts');
      process.exitCode = await graph(expression, options, t, outputFor(options));
    });
}

function addQuiz(program: Command, t: Messages): void {
  const command = program
    .command('quiz')
    .description(t.cli.quiz)
    .argument('[expression]', t.cli.quizExpression);
  addExpressionOptions(command, t)
    .addOption(new Option('--ask <kinds>', t.cli.ask).argParser(parseKinds).default(['gradient']))
    .addOption(new Option('--level <level>', t.cli.level).argParser(wholeNumber(1, HIGHEST_LEVEL)).default(3))
    .addOption(new Option('--count <problems>', t.cli.count).argParser(wholeNumber(1, 1000)).default(3))
    .addOption(new Option('--seed <number>', t.cli.seed).argParser(wholeNumber(0, 2 ** 32 - 1)))
    .addOption(new Option('--tries <tries>', t.cli.tries).argParser(wholeNumber(1, 100)))
    .addOption(
      new Option('-f, --format <format>', t.cli.quizFormat).choices(['text', 'json']).default('text'),
    )
    .option('--answers <answers>', t.cli.answers)
    .option('--answers-file <file>', t.cli.answersFile)
    .option('--transcript <file>', t.cli.transcript)
    .option('--resume', t.cli.resume);
  addDisplayOptions(command, t)
    .addHelpText('after', `\n${t.cli.quizExamples}\n`)
    .action(async (expression: string | undefined, options: QuizOptions & DisplayOptions) => {
      const { quiz } = await import('./quiz.ts');
      process.exitCode = await quiz(expression, options, t, outputFor(options));
    });
}

function addLearn(program: Command, t: Messages): void {
  const command = program.command('learn').description(t.cli.learn).argument('[what...]', t.cli.learnWhat);
  command
    .option('--from <folder>', t.cli.from)
    .option('--answers <answers>', t.cli.answers)
    .option('--answers-file <file>', t.cli.answersFile);
  addDisplayOptions(command, t)
    .addHelpText('after', `\n${t.cli.learnExamples}\n`)
    .action(async (what: readonly string[], options: LearnOptions & DisplayOptions) => {
      const { learn } = await import('./learn.ts');
      process.exitCode = await learn(what, options, t, outputFor(options));
    });
}

function addLessons(program: Command, t: Messages): void {
  const command = program.command('lessons').description(t.cli.lessons).helpCommand(false);
  const check = command.command('check').description(t.cli.check).argument('[folder]', t.cli.courseFolder);
  addDisplayOptions(check, t).action(async (folder: string | undefined, options: DisplayOptions) => {
    const { checkCourse } = await import('./lessons.ts');
    process.exitCode = checkCourse(folder, t, outputFor(options));
  });
  const make = command.command('new').description(t.cli.newLesson).argument('<name>', t.cli.lessonName);
  addDisplayOptions(make, t).action(async (name: string, options: DisplayOptions) => {
    const { newLesson } = await import('./lessons.ts');
    process.exitCode = newLesson(name, t, outputFor(options));
  });
}

const addExpressionOptions = (command: Command, t: Messages): Command =>
  command
    .addOption(new Option('-a, --at <values>', t.cli.at).argParser(collect))
    .option('-w, --wrt <names>', t.cli.wrt, splitNames);

const addDeliveryOptions = (command: Command, t: Messages): Command =>
  command
    .addOption(new Option('-f, --format <format>', t.cli.format(formatNames.join(', '))).choices(formatNames))
    .option('-o, --output <file>', t.cli.output)
    .option('--open', t.cli.open);

const addDisplayOptions = (command: Command, t: Messages): Command =>
  command
    .addOption(new Option('-l, --lang <language>', t.cli.lang).choices(languageNames))
    .addOption(new Option('--color', t.cli.color))
    .addOption(new Option('--no-color', t.cli.noColor))
    .option('--ascii', t.cli.ascii)
    .option('--plain', t.cli.plain)
    .option('--width <columns>', t.cli.width, wholeNumber(20, 100_000));

const collect = (text: string, before: readonly string[] = []): string[] => [...before, text];

const splitNames = (text: string): string[] => text.split(/[,\s，]+/u).filter(Boolean);

function parseKinds(text: string): Kind[] {
  const names = splitNames(text);
  const known = kinds.filter((kind) => names.includes(kind));
  const hasUnknown = names.some((name) => !kinds.some((kind) => kind === name));
  if (known.length === 0 || hasUnknown) throw new InvalidArgumentError('');
  return known;
}

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`${RANGE}${least}-${most}`);
    }
    return value;
  };

function outputFor(options: DisplayOptions): Output {
  const { env, stdout, stderr } = process;
  const plain = options.plain ?? Boolean(env['ACCESSIBLE']);
  return {
    plain,
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    style: textStyle({
      color: !plain && wantsColor(options.color, env, stdout.isTTY),
      ascii: options.ascii ?? false,
      plain,
      width: () => options.width ?? terminalWidth(stdout.columns),
    }),
  };
}
