import { type Line, readLines } from '../../src/batch/lines.ts';

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
