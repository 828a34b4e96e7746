import type { Trace } from '../core/trace.ts';
import { type Block, type MathSpan, NO_BREAK_SPACE, type Role, type Span, spanText } from '../document.ts';
import { explain } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { type Diagram, diagramOf } from '../picture/diagram.ts';
import { textWidth } from './layout.ts';

/** `left = step = step`: each step begins with its sign. */
export interface Equation {
  readonly left: readonly MathSpan[];
  readonly steps: readonly (readonly Span[])[];
}

/** What a page with set formulas is made of. */
export type Piece =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'prose'; readonly spans: readonly Span[] }
  /** Equations that line up at their first sign and, where they have columns, at every one. */
  | { readonly kind: 'equations'; readonly equations: Equation[]; readonly hasColumns: boolean }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Span[])[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  | { readonly kind: 'figure'; readonly diagram: Diagram };

/** A larger graph is no figure on a page. */
const MOST_DRAWN = 60;

/** The story of a trace for a renderer that sets formulas, with the graph as a figure under what was understood. */
export function storyOf(trace: Trace, t: Messages): Piece[] {
  const pieces = piecesOf(explain(trace, t));
  const first = pieces.findIndex(({ kind }) => kind === 'title');
  return trace.forward.length === 0 ? pieces : pieces.toSpliced(first, 0, figureOf(trace, t));
}

/** Blocks for a renderer that sets formulas; drawings are left out. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (block.kind !== 'line' || !block.spans.every(isMath)) pieces.push(...pieceOf(block));
    else if (last?.kind === 'equations' && !last.hasColumns) last.equations.push(equationOf(block.spans));
    else pieces.push({ kind: 'equations', equations: [equationOf(block.spans)], hasColumns: false });
  }
  return pieces;
}

/** The graph with its values and dvars, or a sentence that it is too large. */
function figureOf(trace: Trace, t: Messages): Piece {
  const diagram = diagramOf(trace);
  const count = diagram.nodes.length;
  if (count <= MOST_DRAWN) return { kind: 'figure', diagram };
  return { kind: 'prose', spans: [t.errors['too-large-to-draw']({ count, limit: MOST_DRAWN })] };
}

function pieceOf(block: Block): Piece[] {
  switch (block.kind) {
    case 'gap':
    case 'drawing':
      return [];
    case 'title':
      return [block];
    case 'prose':
    case 'line':
      return [{ kind: 'prose', spans: block.spans }];
    case 'table': {
      const { head } = block;
      const rows = [...block.rows];
      if (head) return [{ kind: 'table', head, rows }];
      const equations = rows.flatMap(([left, ...steps]) => (left?.every(isMath) ? [{ left, steps }] : []));
      if (equations.length === rows.length) return [{ kind: 'equations', equations, hasColumns: true }];
      return [
        {
          kind: 'list',
          items: rows.map((cells) => cells.flatMap((cell, i) => (i === 0 ? cell : [' ', ...cell]))),
        },
      ];
    }
  }
}

export const isMath = (span: Span): span is MathSpan => typeof span !== 'string' && 'math' in span;

/** Mathematics without a word in it, or a text. */
export type Run =
  { readonly math: readonly MathSpan[] } | { readonly text: string; readonly role?: Role | undefined };

/** Spans, each run of mathematics in one. Gaps that the eye reads as columns are commas, or a space before words. */
export function runsOf(spans: readonly Span[]): Run[] {
  const runs: ({ math: MathSpan[] } | { text: string; role: Role | undefined })[] = [];
  for (const [i, span] of spans.entries()) {
    const last = runs.at(-1);
    const next = spans[i + 1];
    if (isMath(span)) {
      if (last && 'math' in last) last.math.push(span);
      else runs.push({ math: [span] });
    } else {
      const text = spanText(span).replaceAll(NO_BREAK_SPACE, ' ');
      const isColumn = / {2,}$/u.test(text) && text.trim() === '' && next !== undefined && isMath(next);
      const role = typeof span === 'string' ? undefined : span.role;
      runs.push({ text: isColumn ? ', ' : text.replaceAll(/ {2,}/gu, ' '), role });
    }
  }
  return runs;
}

const isEquals = ({ math, text }: MathSpan): boolean => math === 'sign' && text.trim() === '=';

function equationOf(spans: readonly MathSpan[]): Equation {
  const starts = spans.flatMap((span, i) => (isEquals(span) ? [i] : []));
  return {
    left: spans.slice(0, starts[0] ?? spans.length),
    steps: starts.map((start, i) => spans.slice(start, starts[i + 1] ?? spans.length)),
  };
}

/** How wide a formula is, about, in letters: spaces around signs are narrow, and `e-7` is × 10⁻⁷. */
export const formulaWidth = (text: string): number =>
  textWidth(text.replaceAll(/(?<=\d)e[+-]?\d+/gu, 'x 10 -7')) - (text.split(' ').length - 1) / 2;

export const widthOf = (...spans: readonly (readonly Span[])[]): number =>
  spans.reduce((sum, part) => sum + formulaWidth(textOf(part)), 0);

export const textOf = (spans: readonly Span[]): string =>
  spans.map(spanText).join('').replaceAll(NO_BREAK_SPACE, ' ');
