import { createReadStream } from 'node:fs';
import { readChunks } from './output.ts';

/**
 * The bytes of a file, or of standard input for `-`, in pieces.
 * @throws an error that names the file where it cannot be read
 */
export async function* readInput(file: string): AsyncGenerator<Uint8Array, void, void> {
  if (file === '-') {
    yield* readChunks();
    return;
  }
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path: file }) : error;
  }
}
