import type { Trace } from '../core/trace.ts';
import type { Block, Span } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { alignedEquations, environment } from './equations.ts';
import { type MathWords, mathTex } from './math.ts';
import { mermaidOf } from './mermaid.ts';
import { type Equation, type Piece, piecesOf, runsOf, storyOf, textOf, widthOf } from './story.ts';

/** Letters that a line of GitHub's page holds; MathJax does not break a formula. */
const WIDEST = 90;

/**
 * The story of a trace in GitHub's Markdown, ending with a line end. Math is written as $`…`$ and in math fences, where
 * Markdown leaves its signs alone, and only with commands that GitHub lets through (`\operatorname` is none).
 */
export function toMarkdown(trace: Trace, t: Messages): string {
  const style = { words: t, headings: 2 };
  const body = storyOf(trace, t).flatMap((piece) => pieceLines(piece, style));
  return `${[`# ${escaped(t.storyTitle(trace.output))}`, ...body].join('\n\n')}\n`;
}

export interface MarkdownStyle {
  readonly words: Messages;
  /** The level of the headings, from 1. */
  readonly headings: number;
}

/** Blocks as a part of a page, without a line end; drawings are left out. */
export const markdownBody = (blocks: readonly Block[], style: MarkdownStyle): string =>
  piecesOf(blocks)
    .flatMap((piece) => pieceLines(piece, style))
    .join('\n\n');

function pieceLines(piece: Piece, { words: t, headings }: MarkdownStyle): string[] {
  switch (piece.kind) {
    case 'title':
      return [`${'#'.repeat(headings)} ${escaped(piece.text)}`];
    case 'prose':
      return [paragraph(inline(piece.spans, t))];
    case 'list':
      return [piece.items.map((item) => `- ${inline(item, t, '\\displaystyle ')}`).join('\n\n')];
    case 'table':
      return [table(piece, t)];
    case 'figure':
      return [fence('mermaid', mermaidOf(piece.diagram, t))];
    case 'equations':
      return alignedEquations(piece.equations, piece.hasColumns, { widest: WIDEST, words: t }).map((run) => {
        if ('tooLong' in run) return fence('text', equationText(run.tooLong));
        const [only = '', ...more] = run.lines;
        return fence('math', more.length === 0 ? only : environment('aligned', run.lines));
      });
  }
}

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

const equationText = ({ left, steps }: Equation): string =>
  [left, ...steps].map((cell) => textOf(cell).trim()).join(' ');

function table({ head, rows }: Extract<Piece, { kind: 'table' }>, words: MathWords): string {
  const row = (cells: readonly (readonly Span[])[]) =>
    `| ${cells.map((cell) => inline(cell, words)).join(' | ')} |`;
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n');
}

/**
 * Spans within a line. GitHub reads no math right behind a letter or a bracket, and none breaks: there, and where it
 * is too long for a line, it is code.
 */
function inline(spans: readonly Span[], words: MathWords, style = ''): string {
  let line = '';
  for (const run of runsOf(spans)) {
    if (!('math' in run)) {
      line += escaped(run.text);
      continue;
    }
    const text = textOf(run.math);
    const tex = mathTex(run.math, words);
    const isCode = /\S$/u.test(line) || widthOf(run.math) > WIDEST;
    line += isCode ? `\`${text.trim()}\`` : `$\`${tex.includes('\\frac') ? style : ''}${tex}\`$`;
    if (text.endsWith(' ')) line += ' ';
  }
  return line.trim();
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  // A dollar sign in an element of its own begins no math.
  ['$', '<span>$</span>'],
  // A wide space as itself is cut off at the end of a cell.
  ['\u2003', '&emsp;'],
]);

/** Text that Markdown and HTML show as it stands. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>$\\`*_[\]{}|~#\u2003]/gu, (c) => ENTITIES.get(c) ?? `\\${c}`);

/** What would begin a list or a heading does not. */
const paragraph = (text: string): string =>
  text.replace(/^(?:[-+=]|\d+(?=[.)]))/u, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`));
