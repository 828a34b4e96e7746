import type { Trace } from '../core/trace.ts';
import type { Block, Role, Span } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { alignedEquations, environment } from './equations.ts';
import { preamble } from './latex/preamble.ts';
import { type MathWords, mathTex } from './math.ts';
import { escapeTex } from './math/escape.ts';
import { type Equation, isMath, type Piece, piecesOf, runsOf, storyOf } from './story.ts';
import { tikzPicture } from './tikz.ts';

/** Widths of the columns of a table, as parts of the text's. */
const COLUMNS = [0.44, 0.26, 0.24];

/** Letters that a line of the page holds. */
const WIDEST = 72;

/** The story of a trace as a LaTeX document that compiles alone, ending with a line end. */
export const toLatex = (trace: Trace, t: Messages): string =>
  latexDocument([latexTitle(t.storyTitle(trace.output)), piecesTex(storyOf(trace, t), t)].join('\n\n'));

/**
 * A document that compiles alone, ending with a line end.
 * @param setup commands of its own, for the end of the preamble
 */
export const latexDocument = (body: string, setup: readonly string[] = []): string =>
  `${[preamble(body), ...setup].join('\n')}\n\n\\begin{document}\n\n${body}\n\n\\end{document}\n`;

export const latexTitle = (text: string): string => `{\\LARGE\\bfseries ${escapeTex(text)}\\par}`;

/** How blocks stand on a page. */
export interface LatexLook {
  /** Letters that a line holds. */
  readonly widest?: number;
  /** Equations one box, that the next may stand beside: never broken over pages. */
  readonly isBoxed?: boolean;
  /** Widths of the columns of a table, as parts of the text's. */
  readonly columns?: readonly number[];
}

/** Blocks as a part of a document, without a line end; drawings are left out. */
export const latexBody = (blocks: readonly Block[], words: MathWords, look?: LatexLook): string =>
  piecesTex(piecesOf(blocks), words, look);

/** Spans as a part of a paragraph. */
export const latexSpans = (spans: readonly Span[], words: MathWords): string => inline(spans, words);

const piecesTex = (pieces: readonly Piece[], words: MathWords, look?: LatexLook): string =>
  pieces.flatMap((piece) => pieceTex(piece, words, look)).join('\n\n');

function pieceTex(
  piece: Piece,
  words: MathWords,
  { widest = WIDEST, isBoxed = false, columns = COLUMNS }: LatexLook = {},
): string[] {
  switch (piece.kind) {
    case 'title':
      return [`\\section*{${escapeTex(piece.text)}}`];
    case 'prose':
      return [inline(piece.spans, words)];
    case 'list': {
      const items = piece.items.map((item) => `  \\item ${inline(item, words, '\\displaystyle ')}`);
      return [`\\begin{itemize}\n${items.join('\n')}\n\\end{itemize}`];
    }
    case 'table':
      return [tableTex(piece, words, columns)];
    case 'figure':
      return [`\\begin{center}\n${tikzPicture(piece.diagram, words)}\n\\end{center}`];
    case 'equations':
      return alignedEquations(piece.equations, piece.hasColumns, {
        widest,
        words,
        paint: coloured,
        columnGap: '\\quad',
      }).map((run) => {
        if ('tooLong' in run) return brokenEquation(run.tooLong, words);
        const [only = '', ...more] = run.lines;
        if (isBoxed) return `$${more.length === 0 ? only : environment('aligned', run.lines, '[t]')}$`;
        return more.length === 0 ? `\\[ ${only} \\]` : environment('alignat*', run.lines, '{3}');
      });
  }
}

/** A paragraph, as TeX breaks math in one by itself: behind its signs, but within no group, so that it has no colour. */
function brokenEquation({ left, steps }: Equation, words: MathWords): string {
  const parts = [left, ...steps].map((spans) =>
    mathTex(spans.filter(isMath), words).replaceAll(', ', ', \\allowbreak '),
  );
  return `\\hangindent=2em ${parts.map((tex) => `$${tex}$`).join(' ')}`;
}

function tableTex(
  { head, rows }: Extract<Piece, { kind: 'table' }>,
  words: MathWords,
  columns: readonly number[],
): string {
  const row = (cells: readonly (readonly Span[])[]) =>
    `${cells.map((cell) => inline(cell, words)).join(' & ')} \\\\`;
  return [
    `\\begin{longtable}{@{}${columns.map((width) => `>{\\raggedright\\arraybackslash}p{${width}\\textwidth}`).join('')}@{}}`,
    '\\toprule',
    row(head),
    '\\midrule',
    '\\endhead',
    rows.map(row).join('\n\\addlinespace[0.3em]\n'),
    '\\bottomrule',
    '\\end{longtable}',
  ].join('\n');
}

/** Values are blue, dvars are red, as in the figure. */
const COLOURS: ReadonlyMap<Role | undefined, string> = new Map([
  ['forward', 'value'],
  ['backward', 'dvar'],
]);

const coloured = (role: Role | undefined, tex: string): string =>
  COLOURS.has(role) ? `\\textcolor{${COLOURS.get(role)}}{${tex}}` : tex;

/** Spans within a paragraph. Math of one colour is coloured from outside, so that it can still be broken. */
const inline = (spans: readonly Span[], words: MathWords, style = ''): string =>
  runsOf(spans)
    .map((run) => {
      if (!('math' in run)) {
        const text = escapeTex(run.text).replaceAll(/,(?=\S)/gu, ',\\allowbreak ');
        return run.role === 'bad' ? `\\textbf{${text}}` : text;
      }
      const [first] = run.math;
      const isOneRole = run.math.every(({ role }) => role === first?.role);
      const tex = mathTex(run.math, words, isOneRole ? undefined : coloured);
      const set = `$${tex.includes('\\frac') ? style : ''}${tex}$`;
      const gap = run.math.at(-1)?.text.endsWith(' ') ? ' ' : '';
      return (isOneRole ? coloured(first?.role, set) : set) + gap;
    })
    .join('')
    .trim();
