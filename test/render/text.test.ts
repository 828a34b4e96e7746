import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { type Block, gap, line, prose, title } from '../../src/document.ts';
import { explain } from '../../src/explain.ts';
import { en, type Messages } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { textWidth } from '../../src/render/layout.ts';
import { renderText, type TextStyle } from '../../src/render/text.ts';
import { examples } from '../support/examples.ts';
import { randomProgram } from '../support/programs.ts';

const style = (options: Partial<TextStyle> = {}): TextStyle => ({
  width: 80,
  ascii: false,
  plain: false,
  paint: (_, text) => text,
  ...options,
});

const isTooWide = (text: string, width: number): string[] =>
  text.split('\n').filter((row) => textWidth(row) > width);

const languages: readonly (readonly [string, Messages])[] = [
  ['en', en],
  ['ko', ko],
];

describe('a page of text', () => {
  test('has one line a block, ends with a line end, and is empty for nothing', () => {
    expect(renderText([title('T'), gap, line(2, 'a = ', 'b')], style())).toBe('T\n\n  a = b\n');
    expect(renderText([], style())).toBe('');
  });

  test('indents sentences evenly and lets formulas hang', () => {
    expect(renderText([prose(2, 'one two three')], style({ width: 10 }))).toBe('  one two\n  three\n');
    expect(renderText([line(2, 'one two three')], style({ width: 12 }))).toBe('  one two\n      three\n');
  });

  const table: Block = {
    kind: 'table',
    indent: 2,
    gap: 1,
    rows: [
      [['u'], ['= b * c'], ['= 6']],
      [['값'], ['= a'], []],
    ],
  };

  test('lines up the columns of a table, counting wide letters', () => {
    expect(renderText([table], style())).toBe('  u  = b * c = 6\n  값 = a\n');
  });

  test('writes the rows of a table one after the other where it is too narrow', () => {
    expect(renderText([table], style({ width: 14 }))).toBe('  u = b * c =\n      6\n  값 = a\n');
  });

  test('paints each role, and only that: the width does not change', () => {
    const painted = renderText(
      [line(0, 'a', { role: 'good', text: 'b' })],
      style({ paint: (role, text) => `<${role}>${text}</>` }),
    );
    expect(painted).toBe('a<good>b</>\n');
  });

  test('shows no-break spaces as spaces', () => {
    expect(renderText([line(0, 'a\u00a0b')], style())).toBe('a b\n');
  });
});

describe.each(languages)('the story in %s', (_, t) => {
  test.each([20, 33, 40, 60, 80, 200])('has no line wider than %s columns, for any example', (width) => {
    for (const { expression, inputs } of examples) {
      const text = renderText(explain(trace(expression, { at: inputs }), t), style({ width }));
      expect(isTooWide(text, width)).toEqual([]);
    }
  });

  test('has no line wider than the page, for any program', () => {
    fc.assert(
      fc.property(randomProgram, fc.integer({ min: 20, max: 120 }), ({ text, at }, width) => {
        const page = renderText(explain(trace(text, { at }), t), style({ width }));
        expect(isTooWide(page, width)).toEqual([]);
        expect(page).not.toMatch(/undefined|NaN|\[object/u);
      }),
      { seed: 20_250_301, numRuns: 60 },
    );
  });

  test('leaves no space at the end of a line', () => {
    for (const { expression, inputs } of examples) {
      expect(renderText(explain(trace(expression, { at: inputs }), t), style())).not.toMatch(/[ \t]$/mu);
    }
  });
});

describe('in ASCII', () => {
  test('there is no other character in the English story, kinks and forks included', () => {
    const texts = [
      ...examples.map(({ expression, inputs }) => trace(expression, { at: inputs })),
      trace('abs(x) + max(x, y)', { at: { x: 0, y: 0 } }),
      trace('sqrt(x)', { at: { x: 0 } }),
      trace('floor(x) + (x > 2 ? x : -x)', { at: { x: 2 } }),
      trace('(1e16 + x) - 1e16', { at: { x: 3 } }),
      trace(`${'sin('.repeat(60)}x${')'.repeat(60)}`, { at: { x: 1 } }),
      trace('a*b + 0*c', { at: { a: 1, b: -2, c: 3 } }),
    ].map((told) => renderText(explain(told, en), style({ ascii: true })));
    for (const text of texts) expect(text).toMatch(/^[\n -~]*$/u);
  });

  test("the learner's own names stay as they are", () => {
    const text = renderText(
      explain(trace('α * 가격', { at: { α: 1, 가격: 2 } }), en),
      style({ ascii: true }),
    );
    expect(text).toContain('α * 가격');
  });

  test('nothing gets wider than the page, although arrows take two columns', () => {
    const text = renderText(explain(trace('3*(a+b*c)'), en), style({ ascii: true, width: 40 }));
    expect(isTooWide(text, 40)).toEqual([]);
  });
});
