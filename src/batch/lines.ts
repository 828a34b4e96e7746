import { textBeforeError } from './utf8.ts';

/** Bytes that a line may have, without its end. A longer line is a problem of its own, and its bytes are let go. */
const LONGEST_LINE = 1 << 20;

/** Why a line cannot be read as text. */
export type LineProblem =
  | { readonly code: 'line-too-long'; readonly limit: number }
  /** `index` is where the first character that is none would stand, in UTF-16 units from the line's beginning. */
  | { readonly code: 'not-utf8'; readonly index: number };

/** A line by its number, from 1: its text without a byte order mark and the line's end, or why there is none. */
export type Line =
  | { readonly number: number; readonly text: string; readonly problem?: never }
  | { readonly number: number; readonly problem: LineProblem; readonly text?: never };

/** Whole lines of a stream, as bytes: what can be handed to another thread. */
export interface Block {
  /** The number of its first line. */
  readonly first: number;
  /** How many lines there are. */
  readonly count: number;
  /** The lines with their ends; the stream's last one may have none. */
  readonly bytes: Uint8Array;
  /** One line that is longer than the limit; `bytes` is empty. */
  readonly isCut: boolean;
}

export interface LineOptions {
  /** Bytes that a line may have; LONGEST_LINE unless given. */
  readonly limit?: number;
  /** The number of the stream's first line; 1 unless given. */
  readonly first?: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** The lines of a stream, as they come: of each block, as soon as it has ended. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  options: LineOptions = {},
): AsyncGenerator<Line, void, void> {
  for await (const block of readBlocks(chunks, options)) yield* linesOf(block, options.limit);
}

/**
 * The stream cut at line ends, a block for each chunk that ends a line, as soon as it has ended.
 * Holds one chunk and one line; asks for the next chunk only when the block of the last has been taken.
 */
export async function* readBlocks(
  chunks: AsyncIterable<Uint8Array>,
  { limit = LONGEST_LINE, first = 1 }: LineOptions = {},
): AsyncGenerator<Block, void, void> {
  const begun = new Begun();
  let number = first;
  /** Within a line that is too long and has been told of. */
  let isSkipping = false;
  for await (const chunk of chunks) {
    const start = isSkipping ? chunk.indexOf(NEWLINE) + 1 : 0;
    if (isSkipping && start === 0) continue;
    isSkipping = false;
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > start) {
      const block = blockOf(number, begun.finish(chunk.subarray(start, end)));
      yield block;
      number += block.count;
    }
    begun.add(chunk.subarray(Math.max(start, end)));
    // One more than the limit may be the first half of CRLF.
    if (begun.size > limit + 1) {
      begun.clear();
      isSkipping = true;
      yield { first: number, count: 1, bytes: new Uint8Array(), isCut: true };
      number++;
    }
  }
  if (begun.size > 0) yield blockOf(number, begun.finish(new Uint8Array()));
}

/**
 * The lines of a block. Ends are LF or CRLF, and a byte order mark is dropped at the beginning of any line, so that files put
 * one after the other, or cut in pieces, read the same.
 */
export function* linesOf(block: Block, limit = LONGEST_LINE): Generator<Line, void, void> {
  const { first, bytes, isCut } = block;
  if (isCut) {
    yield { number: first, problem: { code: 'line-too-long', limit } };
    return;
  }
  for (let start = 0, number = first; start < bytes.length; number++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const next = newline < 0 ? bytes.length : newline + 1;
    const unended = newline < 0 ? bytes.length : newline;
    const end = unended > start && bytes[unended - 1] === RETURN ? unended - 1 : unended;
    yield readLine(number, bytes.subarray(start, end), limit);
    start = next;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

function readLine(number: number, bytes: Uint8Array, limit: number): Line {
  if (bytes.length > limit) return { number, problem: { code: 'line-too-long', limit } };
  try {
    return { number, text: strict.decode(bytes) };
  } catch {
    return { number, problem: { code: 'not-utf8', index: textBeforeError(bytes).length } };
  }
}

function blockOf(first: number, bytes: Uint8Array): Block {
  let count = bytes.at(-1) === NEWLINE ? 0 : 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return { first, count, bytes, isCut: false };
}

/** The bytes of a line that has begun and not ended, however small the pieces in which they come. */
class Begun {
  #bytes = new Uint8Array(256);
  size = 0;

  add(more: Uint8Array): void {
    const size = this.size + more.length;
    if (size > this.#bytes.length) {
      const grown = new Uint8Array(2 * size);
      grown.set(this.#bytes.subarray(0, this.size));
      this.#bytes = grown;
    }
    this.#bytes.set(more, this.size);
    this.size = size;
  }

  /** What has begun, and the bytes that end it. */
  finish(end: Uint8Array): Uint8Array {
    if (this.size === 0) return end;
    this.add(end);
    const bytes = this.#bytes.slice(0, this.size);
    this.clear();
    return bytes;
  }

  clear(): void {
    this.#bytes = new Uint8Array(256);
    this.size = 0;
  }
}
