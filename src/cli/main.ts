import process from 'node:process';
import { type Command, CommanderError } from 'commander';
import { GradtutorError } from '../core/errors.ts';
import type { Messages } from '../i18n/en.ts';
import { loadMessages } from '../i18n/index.ts';
import { printable } from '../render/printable.ts';
import { protectExpression } from './argv.ts';
import { EXIT, type ExitCode, Interrupted, UsageError } from './exit.ts';
import { buildProgram } from './program.ts';
import { reportError, reportProblem } from './report.ts';
import { applySettings, readSettings, type Settings } from './settings.ts';
import { outputFor } from './commands/options.ts';
import { chooseLanguage, terminalWidth, textStyle, wantsColor } from './terminal.ts';
import { sayUsageError } from './usage.ts';

/**
 * The command line. Sets the exit code; never throws for what a user typed.
 * @param argv arguments after the program's name
 * @returns whether a command ran to its end
 */
export async function main(argv: readonly string[]): Promise<boolean> {
  endQuietlyWhenClosed();
  const settings = readSettings(process.env);
  const asked = askedLanguage(argv) ?? settings.found.get('lang')?.value;
  const t = await loadMessages(chooseLanguage(String(asked ?? ''), process.env));
  const program = buildProgram(t);
  applySettings(program, settings);
  try {
    if (settings.problems.length > 0) await warnOfSettings(settings, t);
    if (argv.length === 0) await greet(program, t, settings);
    else await program.parseAsync(protectExpression(argv, program), { from: 'user' });
    return true;
  } catch (error) {
    process.exitCode = report(error, program, t, settings);
    return false;
  }
}

async function warnOfSettings(settings: Settings, t: Messages): Promise<void> {
  const { tellProblems } = await import('./config.ts');
  for (const note of tellProblems(settings, t)) process.stderr.write(`${t.warning}${printable(note)}\n`);
}

/** Without a command: a welcome for a person, help for a pipe. */
async function greet(program: Command, t: Messages, settings: Settings): Promise<void> {
  if (!process.stdout.isTTY) return program.outputHelp();
  const { welcome } = await import('./welcome.ts');
  welcome(t, outputFor(Object.fromEntries([...settings.found].map(([name, { value }]) => [name, value]))));
}

/** The value of --lang, needed before the options are read because their help is in that language. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === '--lang' || arg === '-l' || arg.startsWith('--lang='));
  return argv[at]?.startsWith('--lang=')
    ? argv[at].slice('--lang='.length)
    : at < 0
      ? undefined
      : argv[at + 1];
}

/** Says what went wrong on stderr, once, and how the process should end. */
function report(error: unknown, program: Command, t: Messages, { found }: Settings): ExitCode {
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const style = textStyle({
    color: wantsColor(found.get('color')?.value as boolean | undefined, process.env, process.stderr.isTTY),
    ascii: process.argv.includes('--ascii') || found.get('ascii')?.value === true,
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
