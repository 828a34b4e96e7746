import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { spanText } from '../../src/document.ts';
import { type Diagram, diagramOf, type DiagramNode } from '../../src/picture/diagram.ts';
import { loadDraw } from '../../src/picture/draw.ts';
import { labelOf } from '../../src/picture/labels.ts';
import { textWidth } from '../../src/render/layout.ts';
import { examples } from '../support/examples.ts';
import { randomProgram } from '../support/programs.ts';
import { DrawingReader } from '../support/read-drawing.ts';

const draw = await loadDraw();
const same = <T>(spans: T): T => spans;
const folded = (count: number) => `… ${count} steps …`;

const drawn = (diagram: Diagram, width: number): string[] =>
  draw({ diagram, folded }, { width, ascii: false, inAlphabet: same }).map((spans) =>
    spans.map(spanText).join(''),
  );

const page = (text: string, width = 80, at?: Readonly<Record<string, number>>): string =>
  drawn(diagramOf(trace(text, at ? { at } : {})), width).join('\n');

type Form = 'one-line' | 'stacked' | 'short';

/** The first line of every label. */
const firstLines = (nodes: readonly DiagramNode[], form: Form) =>
  new Map(
    nodes.map((node) => [
      node.name,
      (labelOf(node, { form, folded }, same).lines[0] ?? []).map(spanText).join(''),
    ]),
  );

/** Reads a drawing back: who is connected to whom, by the lines alone. */
function edgesIn(lines: readonly string[], { nodes }: Diagram): string[] | undefined {
  if (!/[│─]/u.test(lines.join(''))) return undefined; // a list
  for (const form of ['one-line', 'stacked', 'short'] as const) {
    for (const way of ['toTheRight', 'down'] as const) {
      try {
        const reader = new DrawingReader(lines, firstLines(nodes, form));
        const edges = nodes.flatMap(({ name }) => reader[way](name).map((to) => `${name} → ${to}`));
        if (edges.length > 0) return edges.toSorted();
      } catch {
        // Drawn in another form.
      }
    }
  }
  return undefined;
}

const edgesOf = ({ edges }: Diagram): string[] => edges.map(({ from, to }) => `${from} → ${to}`).toSorted();

describe('a drawing', () => {
  test('of the lecture is the lecture', () => {
    expect(page('3*(a+b*c)')).toBe(
      [
        '           a = 5 ─────────┐',
        '           da = 3         │',
        'b = 3 ──┐                 ├─ v = a + u = 11 ─── J = 3 * v = 33',
        'db = 6  ├─ u = b * c = 6 ─┘  dv = 3             dJ = 1',
        '        │  du = 3',
        'c = 2 ──┘',
        'dc = 9',
      ].join('\n'),
    );
  });

  test('says that an operand is used twice', () => {
    expect(page('x*x')).toBe('x = 5 ─────2×─ J = x * x = 25\ndx = 10        dJ = 1');
    expect(page('x*x', 18)).toContain('2×');
  });

  test('has values on lines of their own, or turns from top to bottom, where the page is too narrow', () => {
    expect(page('3*(a+b*c)', 50)).toContain('├─ v = a + u ─── J = 3 * v');
    expect(page('3*(a+b*c)', 30)).toBe(
      [
        '            b = 3     c = 2',
        '           db = 6    dc = 9',
        '              └────┬────┘',
        '   a = 5     u = b * c = 6',
        '  da = 3        du = 3',
        '     └──────┬──────┘',
        '     v = a + u = 11',
        '         dv = 3',
        '            │',
        '     J = 3 * v = 33',
        '         dJ = 1',
      ].join('\n'),
    );
  });

  test('marks the node in question, and asks for its dvar', () => {
    const diagram = diagramOf(trace('3*(a+b*c)'), { gradients: new Map([['J', 1]]), asked: 'v' });
    const lines = draw(
      { diagram, folded, current: 'v', isBoard: true },
      { width: 80, ascii: false, inAlphabet: same },
    );
    const text = lines.map((spans) => spans.map(spanText).join('')).join('\n');
    expect(text).toContain('─▸v = a + u = 11 ─');
    expect(text).toContain('dv = ?');
    expect(text).not.toContain('da');
  });

  test.each([80, 40])('keeps its rows while it fills, on %s columns', (width) => {
    const told = trace('(a+b)*(b+1)');
    const [first, ...others] = [{ J: 1 }, { J: 1, u: 4 }, told.gradients].map((gradients) => {
      const diagram = diagramOf(told, { gradients: new Map(Object.entries(gradients)) });
      const lines = draw({ diagram, folded, isBoard: true }, { width, ascii: false, inAlphabet: same });
      const texts = lines.map((spans) => spans.map(spanText).join(''));
      return diagram.nodes.map(({ name }) =>
        texts.findIndex((text) => new RegExp(`\\b${name} =`, 'u').test(text)),
      );
    });
    for (const rows of others) expect(rows).toEqual(first);
  });

  test('folds the middle of a long chain', () => {
    const chain = `${'sin('.repeat(40)}x*y${')'.repeat(40)}`;
    const text = page(chain, 40);
    expect(text).toMatch(/… 3\d steps …/u);
    expect(text.split('\n').length).toBeLessThan(30);
  });

  test('never folds away the node that a question is about', () => {
    const diagram = diagramOf(trace(`${'sin('.repeat(40)}x*y${')'.repeat(40)}`), {
      gradients: new Map([['J', 1]]),
      asked: 'u9',
    });
    const drawing = { diagram, folded, current: 'u9', isBoard: true };
    const lines = draw(drawing, { width: 40, ascii: false, inAlphabet: same });
    const text = lines.map((spans) => spans.map(spanText).join('')).join('\n');
    expect(text).toMatch(/▸ ?u9 = sin\(u8\)/u);
    expect(text).toContain('du9 = ?');
    expect(text).toMatch(/… \d+ steps …/u);
  });

  test('of a graph too large to place lists a node a line, at once', () => {
    const sum = Array.from({ length: 2000 }, (_, i) => `w${i}*x${i}`).join(' + ');
    expect(page(sum).split('\n')).toHaveLength(4000 + 2000 + 1999);
  });

  test('lines up with Hangul and Greek', () => {
    const text = page('가격*수량 + α', 80, { 가격: 2, 수량: 3, α: 1 });
    const lines = text.split('\n');
    expect(lines.every((line) => textWidth(line) <= 80)).toBe(true);
    expect(edgesIn(lines, diagramOf(trace('가격*수량 + α', { at: { 가격: 2, 수량: 3, α: 1 } })))).toEqual([
      'u → J',
      'α → J',
      '가격 → u',
      '수량 → u',
    ]);
  });

  test('lists a node a line where nothing else fits', () => {
    const text = page('x1*y1 + x2*y2 + x3*y3', 12);
    expect(text.split('\n')).toContain('x1 = 5   dx1 = 3');
  });
});

describe('the lines of a drawing can be followed from each node to those that use it, and nowhere else', () => {
  test.each([40, 80, 120])('for every worked example, on %s columns', (width) => {
    let count = 0;
    for (const { expression, inputs } of examples) {
      const diagram = diagramOf(trace(expression, { at: inputs }));
      if (diagram.edges.length === 0 || diagram.nodes.length > 40) continue;
      const lines = drawn(diagram, width);
      const read = edgesIn(lines, diagram);
      if (read === undefined) continue;
      expect({ lines, read }).toEqual({ lines, read: edgesOf(diagram) });
      count++;
    }
    expect(count).toBeGreaterThan(width === 40 ? 10 : 30);
  });

  test('for random programs', () => {
    let count = 0;
    fc.assert(
      fc.property(randomProgram, fc.constantFrom(60, 80, 120, 200), ({ text, at }, width) => {
        const diagram = diagramOf(trace(text, { at }));
        if (diagram.edges.length === 0) return;
        const lines = drawn(diagram, width);
        const read = edgesIn(lines, diagram);
        if (read === undefined) return;
        count++;
        expect({ lines, read }).toEqual({ lines, read: edgesOf(diagram) });
      }),
      { seed: 20_261_124, numRuns: 80 },
    );
    expect(count).toBeGreaterThan(40);
  });

  test('for random programs no line is wider than the page unless it is one label', () => {
    fc.assert(
      fc.property(randomProgram, fc.integer({ min: 30, max: 130 }), ({ text, at }, width) => {
        const lines = drawn(diagramOf(trace(text, { at })), width);
        expect(lines.filter((line) => textWidth(line) > width && /[│┌┐└┘├┤┬┴┼]/u.test(line))).toEqual([]);
      }),
      { seed: 20_261_125, numRuns: 30 },
    );
  });
});
