import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

import { GradtutorError } from '../core/errors.ts';
import { languageNames, loadMessages } from '../i18n/index.ts';
import type { Messages } from '../i18n/en.ts';
import { EXIT, type ExitCode, Interrupted, UsageError } from './exit.ts';
import { protectExpression } from './argv.ts';
import { reportError, reportProblem } from './report.ts';
import { textWidth } from '../render/layout.ts';
import type { Output } from './output.ts';
import { run, type RunOptions } from './run.ts';
import { chooseLanguage, terminalWidth, textStyle, wantsColor } from './terminal.ts';
import type { QuizOptions } from './quiz.ts';
import { HIGHEST_LEVEL, type Kind, kinds } from '../tutor/kinds.ts';
import { RANGE, sayUsageError } from './usage.ts';

interface GlobalOptions {
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly width?: number;
  readonly plain?: boolean;
}

/**
 * The command line. Sets the exit code; never throws for what a user typed.
 * @param argv arguments after the program's name
 * @returns whether a command ran to its end
 */
export async function main(argv: readonly string[]): Promise<boolean> {
  endQuietlyWhenClosed();
  const t = await loadMessages(chooseLanguage(askedLanguage(argv), process.env));
  const program = buildProgram(t);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(protectExpression(argv, program), { from: 'user' });
    return true;
  } catch (error) {
    process.exitCode = report(error, program, t);
    return false;
  }
}

function buildProgram(t: Messages): Command {
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
  const command = program
    .command('run')
    .description(t.cli.run)
    .argument('<expression>', t.cli.expression)
    .addOption(new Option('-a, --at <values>', t.cli.at).argParser(collect))
    .option('-w, --wrt <names>', t.cli.wrt, splitNames)
    .option('-n, --nudge <step>', t.cli.nudge)
    .addOption(new Option('-f, --format <format>', t.cli.format).choices(['text', 'json']).default('text'))
    .option('-q, --quiet', t.cli.quiet)
    .option('--no-ask', t.cli.noAsk);
  addDisplayOptions(command, t);
  command
    .addHelpText('after', `\n${t.cli.examples}\n`)
    .action(async (expression: string, options: RunOptions & GlobalOptions) => {
      process.exitCode = await run(expression, options, t, outputFor(options));
    });
  addQuiz(program, t);
  return program.addHelpText('after', `\n${t.cli.exitCodes}`);
}

function addQuiz(program: Command, t: Messages): void {
  const command = program
    .command('quiz')
    .description(t.cli.quiz)
    .argument('[expression]', t.cli.quizExpression)
    .addOption(new Option('-a, --at <values>', t.cli.at).argParser(collect))
    .option('-w, --wrt <names>', t.cli.wrt, splitNames)
    .addOption(new Option('--ask <kinds>', t.cli.ask).argParser(parseKinds).default(['gradient']))
    .addOption(new Option('--level <level>', t.cli.level).argParser(wholeNumber(1, HIGHEST_LEVEL)).default(3))
    .addOption(new Option('--count <problems>', t.cli.count).argParser(wholeNumber(1, 1000)).default(3))
    .addOption(new Option('--seed <number>', t.cli.seed).argParser(wholeNumber(0, 2 ** 32 - 1)))
    .addOption(new Option('--tries <tries>', t.cli.tries).argParser(wholeNumber(1, 100)))
    .option('--answers <answers>', t.cli.answers)
    .option('--answers-file <file>', t.cli.answersFile)
    .option('--transcript <file>', t.cli.transcript)
    .option('--resume', t.cli.resume)
    .addOption(new Option('-f, --format <format>', t.cli.format).choices(['text', 'json']).default('text'));
  addDisplayOptions(command, t);
  command
    .addHelpText('after', `\n${t.cli.quizExamples}\n`)
    .action(async (expression: string | undefined, options: QuizOptions & GlobalOptions) => {
      const { quiz } = await import('./quiz.ts');
      process.exitCode = await quiz(expression, options, t, outputFor(options));
    });
}

const splitNames = (text: string): string[] => text.split(/[,\s，]+/u).filter(Boolean);

function parseKinds(text: string): Kind[] {
  const names = splitNames(text);
  const known = kinds.filter((kind) => names.includes(kind));
  if (known.length === 0 || names.some((name) => !kinds.some((kind) => kind === name)))
    throw new InvalidArgumentError('');
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

function addDisplayOptions(command: Command, t: Messages): void {
  command
    .addOption(new Option('-l, --lang <language>', t.cli.lang).choices(languageNames))
    .addOption(new Option('--color', t.cli.color))
    .addOption(new Option('--no-color', t.cli.noColor))
    .option('--ascii', t.cli.ascii)
    .option('--plain', t.cli.plain)
    .option('--width <columns>', t.cli.width, wholeNumber(20, 100_000));
}

const collect = (text: string, before: readonly string[] = []): string[] => [...before, text];

/** The value of --lang, needed before the options are read because their help is in that language. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === '--lang' || arg === '-l' || arg.startsWith('--lang='));
  return argv[at]?.startsWith('--lang=')
    ? argv[at].slice('--lang='.length)
    : at < 0
      ? undefined
      : argv[at + 1];
}

function outputFor(options: GlobalOptions): Output {
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

/** Says what went wrong on stderr, once, and how the process should end. */
function report(error: unknown, program: Command, t: Messages): ExitCode {
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const style = textStyle({
    color: wantsColor(undefined, process.env, process.stderr.isTTY),
    ascii: process.argv.includes('--ascii'),
    plain: false,
    width: () => (process.stderr.isTTY ? terminalWidth(process.stderr.columns) : Infinity),
  });
  if (error instanceof GradtutorError) {
    process.stderr.write(reportError(error, t, style));
  } else if (error instanceof CommanderError) {
    process.stderr.write(reportProblem(sayUsageError(error, program, t), t, style));
  } else if (error instanceof UsageError) {
    process.stderr.write(reportProblem(error.message, t, style));
  } else if (isFileError(error)) {
    process.stderr.write(reportProblem(t.cli.file(error.path, error.code ?? ''), t, style));
  } else {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    process.stderr.write(reportProblem(t.cli.internal(detail), t, style));
  }
  return EXIT.usage;
}

/** A file of the learner's that could not be read or written. */
const isFileError = (error: unknown): error is NodeJS.ErrnoException & { path: string } =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' && 'syscall' in error;

/** A reader that has seen enough (`| head -1`) is no error; a full disk is one. */
function endQuietlyWhenClosed(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
    process.stderr.write(`gradtutor: ${error.message}\n`);
    process.exit(EXIT.usage);
  });
}
