import { fstatSync } from 'node:fs';
import process from 'node:process';
import type { TextStyle } from '../render/text.ts';

/** What a command writes to. */
export interface Output {
  readonly out: (content: string | Uint8Array) => void;
  /** Resolves when there is room for more: to be waited for by whoever writes much. */
  readonly ready: () => Promise<void>;
  readonly err: (text: string) => void;
  readonly style: TextStyle;
  /** Plain lines only: no alignment, nothing redrawn. */
  readonly plain: boolean;
}

let isReading = false;

/**
 * Standard input as it comes.
 * @throws an error of node:fs, also for a folder: Node itself takes one for an empty file
 */
export async function* readChunks(): AsyncGenerator<Buffer, void, void> {
  try {
    if (fstatSync(0).isDirectory())
      throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'read' });
    isReading = true;
    for await (const chunk of process.stdin) yield chunk as Buffer;
  } catch (error) {
    throw Object.assign(error as Error, { path: '-' });
  }
}

/** Lets go of standard input, whose writer may go on for long: after an error nobody reads it to its end. */
export function stopReading(): void {
  if (isReading) process.stdin.destroy();
}

/** All of standard input, as text. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
