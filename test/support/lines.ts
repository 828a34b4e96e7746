import { type Line, type LineOptions, linesOf as linesOfBlock, readBlocks } from '../../src/batch/lines.ts';

/** The lines of a stream, as a command takes them: block by block. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  options: LineOptions = {},
): AsyncGenerator<Line, void, void> {
  for await (const block of readBlocks(chunks, options)) yield* linesOfBlock(block, options.limit);
}

/** The lines of a text or of bytes that come in one piece. */
export const linesOf = (data: string | Uint8Array): AsyncGenerator<Line, void, void> =>
  readLines(chunksOf(typeof data === 'string' ? Buffer.from(data) : data));

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

/** Everything that comes. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
