import { createReadStream, fstatSync, openSync, statSync } from 'node:fs';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { FileError, LONGEST_TEXT, STDIN, textOf } from './files.ts';

/** What is being read: one input a command. */
let reading: Readable | undefined;

/**
 * The bytes of a file, or of standard input for `-`, in pieces as they come.
 * @throws an error for which `isFileError` holds
 */
export function readInput(file: string): AsyncGenerator<Uint8Array, void, void> {
  // Node itself takes a folder for an empty file.
  if (file === STDIN && fstatSync(0).isDirectory()) throw new FileError(STDIN, 'EISDIR');
  return chunksOf(file);
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array, void, void> {
  try {
    reading = file === STDIN ? process.stdin : openFile(file);
    for await (const chunk of reading) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path: file }) : error;
  }
}

/** A pipe by its name, as in `grade <(…)`, is read as a socket: a file's read cannot be let go of before it is done. */
function openFile(file: string): Readable {
  if (!statSync(file).isFIFO()) return createReadStream(file);
  const { Socket } = process.getBuiltinModule('node:net');
  return new Socket({ fd: openSync(file, 'r'), readable: true, writable: false });
}

/** Lets go of what is being read, whose writer may go on for long: after an error nobody reads it to its end. */
export function stopReading(): void {
  reading?.destroy();
}

/**
 * All of standard input, as text.
 * @throws an error for which `isFileError` holds, also where it is no text or has no end
 */
export async function readStdin(): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readInput(STDIN)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LONGEST_TEXT) break;
  }
  return textOf(Buffer.concat(chunks), STDIN);
}
