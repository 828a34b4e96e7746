import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { textBeforeError } from '../batch/utf8.ts';
import type { Messages } from '../i18n/en.ts';

/** Bytes that a text may have which is read as a whole: a sum of a million names has half as many. */
export const LONGEST_TEXT = 1 << 24;

/** What stands for standard input where a file is named. */
export const STDIN = '-';

/** A file, or standard input, whose content cannot be used. */
export class FileError extends Error {
  readonly path: string;
  readonly code: string;
  readonly line: number | undefined;

  /**
   * @param code as node:fs has it, or `not-utf8`, `too-long` or `line-too-long`
   * @param line where it is no text, from 1
   */
  constructor(path: string, code: string, line?: number) {
    super(code);
    this.path = path;
    this.code = code;
    this.line = line;
  }
}

/** A file that could not be read or written, by whichever way that was found out. */
export const isFileError = (
  error: unknown,
): error is FileError | (NodeJS.ErrnoException & { path: string }) =>
  error instanceof FileError ||
  (error instanceof Error && 'path' in error && typeof error.path === 'string' && 'syscall' in error);

/** What is wrong with a file, which file, and how to mend it. */
export function sayFileError(
  { path, code = '', line }: { path: string; code?: string | undefined; line?: number | undefined },
  t: Messages,
): string {
  const why = t.cli.why(code, line);
  return path === STDIN ? t.cli.stdin(why) : t.cli.file(path, why);
}

/** Runs an action on a file; an error of node:fs then names the file, as it does of itself only when it opens one. */
export function onFile<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error;
  }
}

/**
 * Writes a file, in place of what it held.
 * @throws an error for which `isFileError` holds
 */
export const writeWhole = (path: string, content: string | Uint8Array): void =>
  onFile(path, () => writeFileSync(path, content));

/**
 * Finds out whether a file can be written, and leaves what it holds.
 * @throws an error for which `isFileError` holds
 */
export const checkWritable = (path: string): void =>
  onFile(path, () => writeFileSync(path, '', { flag: 'a' }));

/**
 * All of a file, as text without a byte order mark.
 * @throws an error for which `isFileError` holds, also for a file that is no text or has no end
 */
export const readText = (path: string): string => onFile(path, () => textOf(bytesOf(path), path));

function bytesOf(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= LONGEST_TEXT;) {
      const chunk = Buffer.allocUnsafe(1 << 16);
      const read = readSync(descriptor, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The text that bytes are in UTF-8, without a byte order mark.
 * @param path whose they are
 * @throws FileError
 */
export function textOf(bytes: Uint8Array, path: string): string {
  if (bytes.length > LONGEST_TEXT) throw new FileError(path, 'too-long');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(path, 'not-utf8', textBeforeError(bytes).split('\n').length);
  }
}
