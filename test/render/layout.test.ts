import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, type Span, spanText } from '../../src/document.ts';
import { spansWidth, textWidth, wrapSpans as wrappedSpans } from '../../src/render/layout.ts';

const wrapSpans = (...given: Parameters<typeof wrappedSpans>) => [...wrappedSpans(...given)];

const SEED = { seed: 20_250_301, numRuns: 1000 };

describe('the width of text', () => {
  test.each([
    ['', 0],
    ['J = 3 * v', 9],
    ['한글', 4],
    ['변수 x', 6],
    ['値段', 4],
    ['α·β → γ', 7],
    ['цена', 4],
    ['≈ − … ∞', 7],
    ['e\u0301', 1],
    ['\u00e9', 1],
    ['x\u0302y', 2],
    ['３', 2],
    ['├─┐', 3],
    ['🙂', 2],
    ['\u00a0', 1],
  ])('%j is %s columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('does not depend on how Hangul is composed, once it is normalised', () => {
    expect(textWidth('\u1100\u1161\u11a8'.normalize('NFC'))).toBe(2);
  });

  test('of spans is the sum of their widths', () => {
    expect(spansWidth(['ab', { role: 'good', text: '한' }, ''])).toBe(4);
  });
});

/** Every character but spaces, with its role. */
const letters = (spans: readonly Span[]) =>
  spans.flatMap((part) =>
    Array.from(spanText(part).replaceAll(/[ \u00a0]/gu, ''), (c) => [
      c,
      typeof part === 'string' ? undefined : part.role,
    ]),
  );

const text = (lines: Span[][]): string[] => lines.map((line) => line.map(spanText).join(''));

describe('wrapping', () => {
  test('leaves alone what fits', () => {
    const spans: Span[] = ['a  b ', { role: 'muted', text: 'c' }];
    expect(wrapSpans(spans, 6, 6)).toEqual([spans]);
  });

  test('breaks at spaces, which are dropped at the break', () => {
    expect(text(wrapSpans(['one two three four'], 9, 9))).toEqual(['one two', 'three', 'four']);
    expect(text(wrapSpans(['one two three four'], 8, 10))).toEqual(['one two', 'three four']);
  });

  test('counts Hangul as two columns', () => {
    expect(text(wrapSpans(['변수 하나를 올려요'], 11, 11))).toEqual(['변수 하나를', '올려요']);
    expect(text(wrapSpans(['변수 하나를 올려요'], 10, 10))).toEqual(['변수', '하나를', '올려요']);
  });

  test('keeps together what is joined by no-break spaces', () => {
    expect(text(wrapSpans(['a:\u00a01\u00a0→\u00a02 b:\u00a03\u00a0→\u00a04'], 12, 12))).toEqual([
      'a:\u00a01\u00a0→\u00a02',
      'b:\u00a03\u00a0→\u00a04',
    ]);
  });

  test('does not break between spans without a space', () => {
    const lines = wrapSpans(['aaa bb', { role: 'good', text: 'bb' }, ' cc'], 6, 6);
    expect(text(lines)).toEqual(['aaa', 'bbbb', 'cc']);
  });

  test('cuts a word that is longer than a line', () => {
    expect(text(wrapSpans(['abcdefgh'], 3, 3))).toEqual(['abc', 'def', 'gh']);
    expect(text(wrapSpans(['가나다라'], 5, 5))).toEqual(['가나', '다라']);
  });

  const roles: readonly Role[] = ['title', 'forward', 'backward', 'muted', 'good', 'bad'];
  const piece = fc
    .array(
      fc.constantFrom('a', 'b', 'x1', ' ', ' ', '  ', '한', '글', 'α', '→', 'e\u0301', '\u00a0', '...'),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join(''));
  const span: fc.Arbitrary<Span> = fc.oneof(
    piece,
    fc.record({ role: fc.constantFrom(...roles), text: piece }),
  );
  const page = fc.tuple(
    fc.array(span, { maxLength: 6 }),
    fc.integer({ min: 2, max: 40 }),
    fc.integer({ min: 2, max: 40 }),
  );

  test('never makes a line that is wider than it may be', () => {
    fc.assert(
      fc.property(page, ([spans, first, rest]) => {
        for (const [i, line] of wrapSpans(spans, first, rest).entries()) {
          expect(spansWidth(line)).toBeLessThanOrEqual(i === 0 ? first : rest);
        }
      }),
      SEED,
    );
  });

  test('loses nothing but spaces, and keeps every role', () => {
    fc.assert(
      fc.property(page, ([spans, first, rest]) => {
        expect(letters(wrapSpans(spans, first, rest).flat())).toEqual(letters(spans));
      }),
      SEED,
    );
  });

  test('begins no continued line with a space and leaves none at the end of a wrapped one', () => {
    fc.assert(
      fc.property(page, ([spans, first, rest]) => {
        const lines = text(wrapSpans(spans, first, rest));
        fc.pre(lines.length > 1);
        expect(lines.filter((line, i) => line.endsWith(' ') || (i > 0 && line.startsWith(' ')))).toEqual([]);
      }),
      SEED,
    );
  });
});
