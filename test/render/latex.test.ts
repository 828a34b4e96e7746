import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { toLatex } from '../../src/render/latex.ts';
import { hostileTraces, traceOf } from '../support/hostile.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';
import { compile, hasPdflatex } from '../support/tex.ts';

test.each(snapshotCases)('$title as before', async (example) => {
  await expect(toLatex(example.told, example.t)).toMatchFileSnapshot(snapshotFile(example, 'tex'));
});

const lecture = trace('3*(a+b*c)');

const firstLine = (text: string) => text.slice(0, text.indexOf('\n'));

describe('a LaTeX document', () => {
  test('says on top what compiles it', () => {
    expect(firstLine(toLatex(lecture, en))).toBe('% Compile with pdflatex.');
    expect(firstLine(toLatex(trace('α*theta + köln'), en))).toBe('% Compile with pdflatex.');
    const korean = toLatex(lecture, ko);
    expect(firstLine(korean)).toBe('% Compile with lualatex or xelatex; it needs the package kotex.');
    expect(korean).toContain('\\usepackage{kotex}');
    const russian = toLatex(trace('цена*2'), en);
    expect(firstLine(russian)).toBe('% Compile with lualatex or xelatex.');
    expect(russian).toContain('\\setmainfont');
    expect(russian).not.toContain('kotex');
  });

  test('has ASCII only, but for letters', () => {
    for (const text of [toLatex(lecture, ko), ...hostileTraces.map((told) => toLatex(told, en))])
      expect(text.match(/[^\n -~\p{L}\p{M}]/gu)).toBeNull();
  });

  test('has values in blue, dvars in red', () => {
    const text = toLatex(lecture, en);
    expect(text).toContain(String.raw`\definecolor{value}{HTML}{1749C2}`);
    expect(text).toContain(String.raw`u &= b \cdot c &\quad&= 3 \cdot 2 &\quad&= \textcolor{value}{6} \\`);
    expect(text).toContain(
      String.raw`\textcolor{dvar}{$\mathit{da} = 3$}, \textcolor{dvar}{$\mathit{db} = 6$}`,
    );
  });

  test('has a figure with a node for every quantity and a curve for every edge', () => {
    const text = toLatex(lecture, en);
    const nodes = text.match(/^\\node\[.*$/gmu) ?? [];
    expect(nodes).toHaveLength(6);
    expect(nodes[3]).toContain(
      String.raw`{$u = b \cdot c$ \\ \textcolor{value}{$6$} \\ \textcolor{dvar}{$\mathit{du} = 3$}};`,
    );
    expect(nodes.filter((node) => node.startsWith('\\node[output'))).toHaveLength(1);
    expect(text.match(/^\\draw\[edge\].*$/gmu)).toHaveLength(5);
  });

  test('has dashes where a condition does not go, and says how often an operand is used', () => {
    const text = toLatex(trace('x > 0 ? x*x : 1/(x - 5)', { at: { x: 5 } }), en);
    expect(text.match(/^\\node\[skipped,.*$/gmu)).toHaveLength(2);
    expect(text.match(/^\\draw\[unused\].*$/gmu)).toHaveLength(3);
    expect(text.match(/^\\draw\[edge\].*$/gmu)).toHaveLength(5);
    expect(toLatex(trace('x^3 + max(x, x, x)'), en)).toContain(String.raw`node[count] {$\times 3$}`);
  });

  test('leaves a graph out that is too large, and says so', () => {
    const text = toLatex(trace(Array.from({ length: 40 }, (_, i) => `x${i}`).join('+')), en);
    expect(text).not.toContain('\\begin{tikzpicture}');
    expect(text).toContain('The graph has 79 nodes, too many for one picture');
  });

  test('breaks long formulas before their signs', () => {
    const sum = Array.from({ length: 30 }, (_, i) => `x${i}*y${i}`).join(' + ');
    expect(toLatex(trace(sum), en)).toContain(String.raw`\hangindent=2em $J$ $= x_{0} \cdot y_{0} + x_{1}`);
  });
});

if (!hasPdflatex) console.warn('No pdflatex here: its tests are skipped');

describe.skipIf(!hasPdflatex)('pdflatex', () => {
  const everywhere = { succeeded: true, problems: [] };

  test.each(snapshotCases)('compiles $title', ({ told, t }) => {
    expect(compile(toLatex(told, t))).toMatchObject(everywhere);
  });

  test.each([
    ['a branch that is not taken', 'x > 0 ? x*x : 1/(x - 5)', { x: 5 }],
    ['a kink', 'abs(x)*y + max(x, 0)', { x: 0, y: 2 }],
    ['the sum of ten products', Array.from({ length: 10 }, (_, i) => `x${i}*w${i}`).join('+'), undefined],
    ['very small numbers', 'z1 = w1*x+b1; a1 = tanh(z1); z2 = w2*a1+b2; (sigmoid(z2)-y)^2', undefined],
    ['a graph too large to draw', Array.from({ length: 70 }, (_, i) => `x${i}`).join('+'), undefined],
    [
      'a formula without a place to break',
      `max(${Array.from({ length: 60 }, (_, i) => `x${i}`).join(',')})`,
      undefined,
    ],
    ['letters of the Latin alphabet', 'köln*Ødegård + çéñ*łódź + œß*žluť + ångström*þ', undefined],
    ['Greek letters', 'α*β + Ωmega*theta1 + ε*φ + Α*ο', undefined],
  ])('compiles %s', (_, expression, at) => {
    expect(compile(toLatex(trace(expression, at ? { at } : {}), en))).toMatchObject(everywhere);
  });

  test('compiles hostile names', () => {
    for (const told of hostileTraces) expect(compile(toLatex(told, en)).succeeded).toBe(true);
    expect(toLatex(traceOf(['input', 'begin']), en)).not.toMatch(/\\input|alert/u);
  });

  test('does not compile what is wrong', () => {
    const broken = toLatex(lecture, en).replace(String.raw`\cdot`, String.raw`\nosuchsign`);
    const { succeeded, problems } = compile(broken);
    expect(succeeded).toBe(false);
    expect(problems).toContain('! Undefined control sequence.');
  });
});
