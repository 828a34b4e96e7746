import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import type { Messages } from '../i18n/en.ts';
import { EXIT } from './exit.ts';

const NAMES = ['stdin', 'stdout', 'stderr'] as const;

/** The number of standard input, output or error. */
type Descriptor = 0 | 1 | 2;

/** A Windows console takes text, and no bytes in UTF-8: only Node's stream knows how. */
const isWindows = process.platform === 'win32';

/**
 * Whether standard input, output or error is a terminal. A pipe or file is told without `node:tty`, which brings all of
 * the network along: a tenth of a start.
 */
export const isTerminal = (descriptor: Descriptor): boolean =>
  (isWindows || fstatSync(descriptor).isCharacterDevice()) &&
  process.getBuiltinModule('node:tty').isatty(descriptor);

/** The columns of the terminal that standard output or error is. */
export const columnsOf = (descriptor: 1 | 2): number | undefined =>
  isTerminal(descriptor) ? process[NAMES[descriptor]].columns : undefined;

/** The rows of the terminal that standard output is. */
export const rowsOfOutput = (): number | undefined => (isTerminal(1) ? process.stdout.rows : undefined);

/**
 * Writes to standard output or error at once, without opening Node's stream. Where it cannot be taken at once, by a
 * pipe that is full and does not block, the stream is opened for the rest and for all that follows.
 */
function writer(descriptor: 1 | 2): {
  readonly write: (content: string | Uint8Array) => void;
  readonly ready: () => Promise<void>;
} {
  let usesStream = isWindows;
  const write = (content: string | Uint8Array): void => {
    const bytes = Buffer.from(content);
    const written = usesStream ? 0 : writeAtOnce(descriptor, bytes);
    if (written === bytes.length) return;
    usesStream = true;
    process[NAMES[descriptor]].write(bytes.subarray(written));
  };
  const ready = async (): Promise<void> => {
    const stream = usesStream ? process[NAMES[descriptor]] : undefined;
    if (stream?.writableNeedDrain) await new Promise<void>((resolve) => stream.once('drain', resolve));
  };
  return { write, ready };
}

/** How many of the bytes could be written without waiting for a reader. */
function writeAtOnce(descriptor: 1 | 2, bytes: Uint8Array): number {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return written;
}

export const { write: writeOut, ready: outReady } = writer(1);
export const { write: writeErr } = writer(2);

/** Standard error as Node's stream, for what draws on it with a hand of its own. */
export const streamOfErrors = (): NodeJS.WriteStream => process.stderr;

/** Whether what was thrown is that standard output or error could not be written. */
export const isWriteError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && error.syscall === 'write' && !('path' in error);

/** Ends for a stream that fails. A reader that has seen enough (`| head -1`) is no error; a full disk is one. */
export function endForFailure(error: NodeJS.ErrnoException, t: Messages): never {
  if (error.code !== 'EPIPE') writeLast(`${t.error}${t.cli.stdout(t.cli.why(error.code ?? ''))}\n`);
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? EXIT.done) : EXIT.usage);
}

/** Ends for what nobody caught: a stream that fails, or else a mistake in the program, which is told with its place. */
export function endForUncaught(error: unknown, t: Messages): never {
  if (isWriteError(error)) endForFailure(error, t);
  writeLast(`gradtutor: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(EXIT.usage);
}

function writeLast(text: string): void {
  try {
    writeErr(text);
  } catch {
    // Nobody is left to be told.
  }
}
