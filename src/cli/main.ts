import process from 'node:process';
import { type Command, CommanderError } from 'commander';
import { GradtutorError } from '../core/errors.ts';
import type { Messages } from '../i18n/en.ts';
import { loadMessages } from '../i18n/index.ts';
import { printable } from '../render/printable.ts';
import { protectExpression } from './argv.ts';
import { outputFor } from './commands/options.ts';
import { EXIT, type ExitCode, Interrupted, UsageError } from './exit.ts';
import { buildProgram } from './program.ts';
import { applySettings, readSettings, type Settings } from './settings.ts';
import { isFileError, sayFileError } from './files.ts';
import { stopReading } from './input.ts';
import { columnsOf, endForFailure, endForUncaught, isTerminal, isWriteError, writeErr } from './standard.ts';
import { chooseLanguage, terminalWidth, textStyle, wantsColor } from './terminal.ts';

/**
 * The command line. Sets the exit code; never throws for what a user typed.
 * @param argv arguments after the program's name
 * @returns whether a command ran to its end
 */
export async function main(argv: readonly string[]): Promise<boolean> {
  const settings = readSettings(process.env);
  const asked = askedLanguage(argv) ?? settings.found.get('lang')?.value;
  const t = await loadMessages(chooseLanguage(String(asked ?? ''), process.env));
  process.on('uncaughtException', (error) => endForUncaught(error, t));
  const program = buildProgram(t, argv[0]);
  applySettings(program, settings);
  try {
    if (settings.problems.length > 0) await warnOfSettings(settings, t);
    if (argv.length === 0) await greet(program, t, settings);
    else await program.parseAsync(protectExpression(argv, program), { from: 'user' });
    return true;
  } catch (error) {
    process.exitCode = await report(error, t, settings);
    stopReading();
    return false;
  }
}

/** A thread of a batch, for `bin/worker.js`. */
export const work = async (): Promise<void> => (await import('./worker.ts')).work();

async function warnOfSettings(settings: Settings, t: Messages): Promise<void> {
  const { tellProblems } = await import('./config.ts');
  for (const note of tellProblems(settings, t)) writeErr(`${t.warning}${printable(note)}\n`);
}

/** Without a command: a welcome for a person, help for a pipe. */
async function greet(program: Command, t: Messages, settings: Settings): Promise<void> {
  if (!isTerminal(1)) return program.outputHelp();
  const { welcome } = await import('./welcome.ts');
  welcome(
    t,
    await outputFor(Object.fromEntries([...settings.found].map(([name, { value }]) => [name, value]))),
  );
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

const isAsked = (flag: string): boolean => process.argv.includes(flag);

/** Says what went wrong on stderr, once, and how the process should end. */
async function report(error: unknown, t: Messages, { found }: Settings): Promise<ExitCode> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  if (isWriteError(error)) return endForFailure(error, t);
  const { reportError, reportInterrupted, reportProblem } = await import('./report.ts');
  const setting = found.get('color')?.value as boolean | undefined;
  const color = isAsked('--no-color') ? false : isAsked('--color') ? true : setting;
  const style = await textStyle({
    color: !isAsked('--plain') && wantsColor(color, process.env, isTerminal(2)),
    ascii: isAsked('--ascii') || found.get('ascii')?.value === true,
    plain: false,
    width: () => (isTerminal(2) ? terminalWidth(columnsOf(2)) : Infinity),
  });
  if (error instanceof Interrupted) {
    writeErr(reportInterrupted(error.goOn, t, style));
    return EXIT.interrupted;
  }
  if (error instanceof GradtutorError) {
    writeErr(reportError(error, t, style));
  } else if (error instanceof CommanderError) {
    const { sayUsageError } = await import('./usage.ts');
    // What was meant may belong to any command.
    writeErr(reportProblem(sayUsageError(error, buildProgram(t), t), t, style));
  } else if (error instanceof UsageError) {
    writeErr(reportProblem(error.message, t, style));
  } else if (isFileError(error)) {
    writeErr(reportProblem(sayFileError(error, t), t, style));
  } else {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    writeErr(reportProblem(t.cli.internal(detail), t, style));
  }
  return EXIT.usage;
}
