import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, type LineOptions, readBlocks, readLines } from '../../src/batch/lines.ts';

const encoder = new TextEncoder();
const bytesOf = (text: string | readonly number[]): Uint8Array =>
  typeof text === 'string' ? encoder.encode(text) : Uint8Array.from(text);

/** The bytes in pieces of these sizes, again and again. */
async function* inPieces(bytes: Uint8Array, sizes: readonly number[] = [bytes.length]) {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] as number);
    yield bytes.slice(at, at + size);
    at += size;
  }
}

async function linesOf(bytes: Uint8Array, options: LineOptions = {}, sizes?: readonly number[]) {
  const lines: Line[] = [];
  for await (const line of readLines(inPieces(bytes, sizes), options)) lines.push(line);
  return lines;
}

const textsOf = async (text: string) => (await linesOf(bytesOf(text))).map((line) => line.text);

describe('lines', () => {
  it.each<[string, string, string[]]>([
    ['end with LF', 'a\nb\n', ['a', 'b']],
    ['end with CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['may lack the last end', 'a\nb', ['a', 'b']],
    ['may be empty', '\n\na\n\n', ['', '', 'a', '']],
    ['keep a CR within', 'a\rb\n\r\r\n', ['a\rb', '\r']],
    ['lose a byte order mark wherever one begins a line', '\ufeffa\n\ufeffb', ['a', 'b']],
    ['are none in nothing', '', []],
  ])('%s', async (_, text, lines) => {
    expect(await textsOf(text)).toEqual(lines);
  });

  it('are numbered from 1, or from the number given', async () => {
    expect((await linesOf(bytesOf('a\n\nb'))).map((line) => line.number)).toEqual([1, 2, 3]);
    expect((await linesOf(bytesOf('a\n\nb'), { first: 11 })).map((line) => line.number)).toEqual([
      11, 12, 13,
    ]);
  });

  it('that are not UTF-8 say where, and the others are read', async () => {
    expect(
      await linesOf(bytesOf([0x61, 0x0a, 0xce, 0xb1, 0x62, 0xff, 0x63, 0x0a, 0x64, 0xc3, 0x0a, 0x65])),
    ).toEqual([
      { number: 1, text: 'a' },
      { number: 2, problem: { code: 'not-utf8', index: 2 } },
      { number: 3, problem: { code: 'not-utf8', index: 1 } },
      { number: 4, text: 'e' },
    ]);
  });

  it.each([[[1]], [[3]], [[1000]]])(
    'that are too long are one problem each, in pieces of %j',
    async (sizes) => {
      const text = `${'x'.repeat(10)}\r\n${'y'.repeat(11)}\r\n${'z'.repeat(50)}\nok\n${'w'.repeat(12)}`;
      const problem = { code: 'line-too-long', limit: 10 };
      expect(await linesOf(bytesOf(text), { limit: 10 }, sizes)).toEqual([
        { number: 1, text: 'x'.repeat(10) },
        { number: 2, problem },
        { number: 3, problem },
        { number: 4, text: 'ok' },
        { number: 5, problem },
      ]);
    },
  );

  it('are the same in whatever pieces they come', async () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', '\ufeff', '가')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(9), { minLength: 1 }), async (parts, sizes) => {
        const bytes = bytesOf(parts.join(''));
        expect(await linesOf(bytes, { limit: 12 }, sizes)).toEqual(await linesOf(bytes, { limit: 12 }));
      }),
    );
  });

  it('say how many there are in each block', async () => {
    const numbers: number[] = [];
    for await (const { first, count } of readBlocks(inPieces(bytesOf('a\nb\nc\n\nd\ne'), [4])))
      numbers.push(first, count);
    expect(numbers).toEqual([1, 2, 3, 2, 5, 1, 6, 1]);
  });
});

describe('a stream that does not end', () => {
  it('is read no further than its lines are taken', async () => {
    let given = 0;
    const chunks = (async function* () {
      for (;;) {
        given++;
        yield bytesOf('a\nb\n');
      }
    })();
    const lines = readLines(chunks);
    for (let i = 0; i < 6; i++) await lines.next();
    await lines.return();
    expect(given).toBe(3);
  });

  it('holds no more of a line than the limit', async () => {
    const piece = new Uint8Array(1 << 16).fill(0x61);
    const chunks = (async function* () {
      for (let i = 0; i < 2000; i++) yield piece;
      yield bytesOf('\nb\n');
    })();
    const before = process.memoryUsage().arrayBuffers;
    const lines: Line[] = [];
    for await (const line of readLines(chunks)) lines.push(line);
    expect(lines.map((line) => line.text ?? line.problem.code)).toEqual(['line-too-long', 'b']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});
