import { type Block, NO_BREAK_SPACE, type Role, type Span, spanText } from '../document.ts';
import { spansWidth, wrapSpans } from './layout.ts';

/** How a page of text looks. The renderer reads nothing else: no environment, no terminal. */
export interface TextStyle {
  /** Columns; lines are wrapped to it. Infinity for no wrapping. */
  readonly width: number;
  /** Only characters of ASCII, except in the learner's own names and in sentences. */
  readonly ascii: boolean;
  readonly paint: (role: Role, text: string) => string;
}

const ASCII: Readonly<Record<string, string>> = {
  '→': '->',
  '≈': '~',
  '·': '*',
  '−': '-',
  '…': '...',
  '∞': 'Infinity',
};

/** The blocks as lines of text, ending with a line end. */
export function renderText(blocks: readonly Block[], style: TextStyle): string {
  const lines: string[] = [];
  for (const block of blocks) renderBlock(block, style, lines);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function renderBlock(block: Block, style: TextStyle, lines: string[]): void {
  switch (block.kind) {
    case 'gap':
      lines.push('');
      break;
    case 'title':
      lines.push(...wrapped([{ role: 'title', text: block.text }], 0, 0, style));
      break;
    case 'prose':
      lines.push(...wrapped(block.spans, block.indent, block.indent, style));
      break;
    case 'line':
      lines.push(...wrapped(block.spans, block.indent, block.indent + 4, style));
      break;
    case 'table':
      renderTable(block, style, lines);
      break;
  }
}

const inAlphabet = (spans: readonly Span[], style: TextStyle): readonly Span[] =>
  style.ascii
    ? spans.map((span) => {
        const text = spanText(span).replace(/[→≈·−…∞]/gu, (c) => ASCII[c] as string);
        return typeof span === 'string' ? text : { ...span, text };
      })
    : spans;

const painted = (spans: readonly Span[], style: TextStyle): string =>
  spans
    .map((span) => (typeof span === 'string' ? span : style.paint(span.role, span.text)))
    .join('')
    .replaceAll(NO_BREAK_SPACE, ' ');

/** Lines of spans; the first starts at `indent`, the others at `hang`. */
function wrapped(spans: readonly Span[], indent: number, hang: number, style: TextStyle): string[] {
  const lines = wrapSpans(inAlphabet(spans, style), style.width - indent, style.width - hang);
  return lines.map((line, i) => ' '.repeat(i === 0 ? indent : hang) + painted(line, style));
}

/** Aligns columns when the widest row fits, otherwise writes each row as a line of its own. */
function renderTable(
  { rows, indent, gap }: Extract<Block, { kind: 'table' }>,
  style: TextStyle,
  lines: string[],
): void {
  const widths: number[] = [];
  const cells = rows.map((row) =>
    row.map((cell, column) => {
      const spans = inAlphabet(cell, style);
      const width = spansWidth(spans);
      widths[column] = Math.max(widths[column] ?? 0, width);
      return { spans, width };
    }),
  );
  const isAligned = indent + widths.reduce((sum, width) => sum + width + gap, -gap) <= style.width;
  for (const row of cells) {
    if (isAligned) {
      const text = row.map(
        ({ spans, width }, i) => painted(spans, style) + ' '.repeat((widths[i] as number) - width),
      );
      lines.push((' '.repeat(indent) + text.join(' '.repeat(gap))).trimEnd());
    } else {
      const spans = row
        .flatMap((cell) => (cell.width === 0 ? [] : [' '.repeat(gap), ...cell.spans]))
        .slice(1);
      lines.push(...wrapped(spans, indent, indent + 4, style));
    }
  }
}
