import type { Block, Span } from '../document.ts';
import { alignedEquations, environment } from '../render/equations.ts';
import { type MathWords, mathTex } from '../render/math.ts';
import { type Equation, type Piece, piecesOf, runsOf, textOf } from '../render/story.ts';
import { escapeXml } from '../render/xml.ts';

/** Sets a formula, from LaTeX math, in HTML. */
export type SetMath = (tex: string, isDisplay: boolean) => string;

/** Letters that a line holds in the column of a course page. */
const WIDEST = 64;

/** LaTeX between `\(` and `\)`, for pages that MathJax reads. */
export const inTexBrackets: SetMath = (tex, isDisplay) =>
  escapeXml(isDisplay ? `\\[ ${tex} \\]` : `\\( ${tex} \\)`);

/** Blocks as a part of a page: HTML that is XML too. Drawings are left out. */
export const toMarkup = (blocks: readonly Block[], words: MathWords, setMath: SetMath): string =>
  piecesOf(blocks)
    .map((piece) => pieceMarkup(piece, words, setMath))
    .join('\n');

function pieceMarkup(piece: Piece, words: MathWords, setMath: SetMath): string {
  const inline = (spans: readonly Span[]) => inlineMarkup(spans, words, setMath);
  switch (piece.kind) {
    case 'title':
      return `<p><strong>${text(piece.text)}</strong></p>`;
    case 'prose':
      return `<p>${inline(piece.spans)}</p>`;
    case 'list':
      return `<ul>${piece.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const row = (tag: string, cells: readonly (readonly Span[])[]) =>
        `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
      const body = piece.rows.map((cells) => row('td', cells)).join('');
      return `<table><thead>${row('th', piece.head)}</thead><tbody>${body}</tbody></table>`;
    }
    case 'figure':
      return '';
    case 'equations':
      return alignedEquations(piece.equations, piece.hasColumns, { widest: WIDEST, words })
        .map((run) => {
          if ('tooLong' in run) return `<p><code>${text(equationText(run.tooLong))}</code></p>`;
          const [only = '', ...more] = run.lines;
          return `<p>${setMath(more.length === 0 ? only : environment('aligned', run.lines), true)}</p>`;
        })
        .join('\n');
  }
}

const equationText = ({ left, steps }: Equation): string =>
  [left, ...steps].map((cell) => textOf(cell).trim()).join(' ');

/** A dollar sign in an element of its own begins no math. */
const text = (plain: string): string => escapeXml(plain).replaceAll('$', '<span>$</span>');

const inlineMarkup = (spans: readonly Span[], words: MathWords, setMath: SetMath): string =>
  runsOf(spans)
    .map((run) => {
      if (!('math' in run)) return text(run.text);
      const gap = run.math.at(-1)?.text.endsWith(' ') ? ' ' : '';
      return setMath(mathTex(run.math, words), false) + gap;
    })
    .join('');
