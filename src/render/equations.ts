import type { Span } from '../document.ts';
import { type MathWords, mathTex, type Paint } from './math.ts';
import { escapeTex } from './math/escape.ts';
import { type Equation, runsOf, widthOf } from './story.ts';

export interface EquationStyle {
  /** The widest line, in letters, about. */
  readonly widest: number;
  readonly words: MathWords;
  readonly paint?: Paint;
  /** Space between columns, where the environment leaves none. */
  readonly columnGap?: string;
}

/** Lines of equations one below the other, to be joined by what ends a line; or an equation that no line can hold. */
export type EquationRun = { readonly lines: readonly string[] } | { readonly tooLong: Equation };

/** A line in parts: what is left of its first sign, then what follows it, with a part a column where it has columns. */
type Line = readonly (readonly Span[])[];

/**
 * Equations with the marks that line them up in an `aligned`, unless they are a single line. They are broken before a
 * sign only.
 */
export function alignedEquations(
  equations: readonly Equation[],
  hasColumns: boolean,
  style: EquationStyle,
): EquationRun[] {
  const fits = ({ left, steps }: Equation) => steps.every((step) => widthOf(left, step) <= style.widest);
  const columns = hasColumns ? columnsOf(equations.filter(fits)) : [];
  const isTable = hasColumns && columns.reduce((sum, width) => sum + width, 0) <= style.widest;
  const runs: ({ lines: Line[] } | { tooLong: Equation })[] = [];
  for (const equation of equations) {
    const lines = isTable ? [inColumns(equation, columns)] : flowing(equation, style.widest);
    const last = runs.at(-1);
    if (!fits(equation)) runs.push({ tooLong: equation });
    else if (last && 'lines' in last) last.lines.push(...lines);
    else runs.push({ lines });
  }
  return runs.map((run) => {
    if ('tooLong' in run) return run;
    const isAlone = run.lines.length === 1;
    return { lines: run.lines.map((parts) => lineTex(parts, isAlone, style)) };
  });
}

/** Lines of an environment; those with fractions stand further apart. */
export function environment(name: string, lines: readonly string[], argument = ''): string {
  const end = lines.some((line) => line.includes('\\frac')) ? ' \\\\[0.4em]\n' : ' \\\\\n';
  return `\\begin{${name}}${argument}\n${lines.join(end)}\n\\end{${name}}`;
}

/** The width of every column; 0 for one that is empty throughout. */
function columnsOf(equations: readonly Equation[]): number[] {
  const widths: number[] = [];
  for (const { left, steps } of equations) {
    for (const [i, cell] of [left, ...steps].entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  }
  return widths;
}

const inColumns = ({ left, steps }: Equation, columns: readonly number[]): Line => [
  left,
  ...steps.filter((_, i) => columns[i + 1] !== 0),
];

/** As many steps a line as it holds; the lines after the first have nothing on their left. */
function flowing({ left, steps }: Equation, widest: number): Line[] {
  const lines: Span[][] = [[]];
  let width = widthOf(left);
  for (const step of steps) {
    if (width + widthOf(step) > widest && width > widthOf(left)) {
      lines.push([]);
      width = widthOf(left);
    }
    lines.at(-1)?.push(...step);
    width += widthOf(step);
  }
  return lines.map((line, i) => [i === 0 ? left : [], line]);
}

/** `u &= b \cdot c &&= 3 \cdot 2 &&= 6` */
function lineTex(parts: Line, isAlone: boolean, style: EquationStyle): string {
  const [left = '', ...right] = parts.map((part) => spansTex(part, style));
  const line = isAlone ? [left, ...right].join(' ') : `${left} &${right.join(` &${style.columnGap ?? ''}&`)}`;
  return line.trim();
}

/** Mathematics, and words in it as text. */
const spansTex = (spans: readonly Span[], { words, paint }: EquationStyle): string =>
  runsOf(spans)
    .map((run) => ('math' in run ? mathTex(run.math, words, paint) : `\\text{${escapeTex(run.text)}}`))
    .join(' ');
