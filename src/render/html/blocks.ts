import type { Block, Span } from '../../document.ts';
import { escapeXml } from '../xml.ts';

/** Rows that are further in hang under the line before them. */
const HANGING = 2;

/**
 * Blocks as HTML. Drawings are left out: a page shows the graph itself.
 * @param heading the level of titles
 */
export const blocksToHtml = (blocks: readonly Block[], heading: 2 | 3 = 3): string =>
  blocks.map((block) => blockToHtml(block, heading)).join('');

function blockToHtml(block: Block, heading: number): string {
  switch (block.kind) {
    case 'gap':
    case 'drawing':
      return '';
    case 'title':
      return `<h${heading}>${escapeXml(block.text)}</h${heading}>`;
    case 'prose':
      return `<p>${spansToHtml(block.spans)}</p>`;
    case 'line':
      return `<p class="line">${spansToHtml(block.spans)}</p>`;
    case 'table': {
      const cell = (spans: readonly Span[]) => `<td>${spansToHtml(spans)}</td>`;
      const rows = Array.from(block.rows, (row) => `<tr>${row.map(cell).join('')}</tr>`);
      const kind = block.indent > HANGING ? 'rows hanging' : 'rows';
      return `<table class="${kind}" role="presentation">${rows.join('')}</table>`;
    }
  }
}

export const spansToHtml = (spans: readonly Span[]): string => spans.map(spanToHtml).join('');

function spanToHtml(span: Span): string {
  if (typeof span === 'string') return escapeXml(span);
  const kinds = [...('math' in span ? [span.math] : []), ...(span.role === undefined ? [] : [span.role])];
  const text = escapeXml(span.text);
  return kinds.length === 0 || kinds[0] === 'sign' ? text : `<span class="${kinds.join(' ')}">${text}</span>`;
}
