import { asText, type Block, NO_BREAK_SPACE, type Role, type Row, type Span, spanText } from '../document.ts';
import type { Drawing } from '../picture/diagram.ts';
import type { Page } from '../picture/sketch.ts';
import { spansWidth, wrapSpans } from './layout.ts';
import { printable } from './printable.ts';

/** How a page of text looks. The renderer reads nothing else: no environment, no terminal. */
export interface TextStyle {
  /** Columns; lines are wrapped to it. Infinity for no wrapping. */
  readonly width: number;
  /** Only characters of ASCII, except in the learner's own names and in sentences. */
  readonly ascii: boolean;
  /** No columns: the cells of a row follow one another, as one would read them out. */
  readonly plain: boolean;
  readonly paint: (role: Role, text: string) => string;
  /** Draws graphs; without it they are left out. It brings a layout engine along, so it is loaded where it is needed. */
  readonly draw?: (drawing: Drawing, page: Page) => Span[][];
}

const ASCII: Readonly<Record<string, string>> = {
  '→': '->',
  '≈': '~',
  '·': '*',
  '−': '-',
  '…': '...',
  '∞': 'Infinity',
  '▸': '>',
  '–': '-',
  '•': '*',
  '∂': 'd',
  '×': 'x',
  '—': '-',
  '█': '#',
  '░': '.',
};

/** The blocks as lines of text, ending with a line end. */
export const renderText = (blocks: Iterable<Block>, style: TextStyle): string =>
  [...textLines(blocks, style)].join('');

/** The same line by line, each with its end: what has been written need not be kept. */
export function* textLines(blocks: Iterable<Block>, style: TextStyle): Generator<string, void, void> {
  for (const block of blocks)
    for (const line of linesOf(block, style)) yield `${style.plain ? readOut(line) : line}\n`;
}

/** Gaps that the eye reads as columns, as commas. */
const readOut = (text: string): string => text.replace(/(\S) {2,}(?=\S)/gu, '$1, ');

function linesOf(block: Block, style: TextStyle): Iterable<string> {
  switch (block.kind) {
    case 'gap':
      return [''];
    case 'title':
      return wrap([{ role: 'title', text: block.text }], 0, 0, style);
    case 'prose':
      return wrap(block.spans, block.indent, block.indent, style);
    case 'line':
      return wrap(block.spans, block.indent, block.indent + 4, style);
    case 'table':
      return tableLines(block, style);
    case 'drawing':
      return drawingLines(block, style);
  }
}

const DRAWING_INDENT = 2;

/** A blank line, then the drawing, or its sentences where lines are read out. */
function* drawingLines(
  { drawing, sentences }: Extract<Block, { kind: 'drawing' }>,
  style: TextStyle,
): Generator<string, void, void> {
  const indent = DRAWING_INDENT;
  if (style.plain) {
    yield '';
    for (const sentence of sentences()) yield* wrap([sentence], indent, indent, style);
  } else if (style.draw) {
    const { ascii, width } = style;
    const page = {
      ascii,
      width: width - indent,
      inAlphabet: (spans: readonly Span[]) => inAlphabet(spans, style),
    };
    yield '';
    for (const spans of style.draw(drawing, page)) {
      if (spansWidth(spans) > page.width) yield* wrap(spans, indent, indent + 4, style);
      else yield (' '.repeat(indent) + painted(spans, style)).trimEnd();
    }
  }
}

const MARK = '▸';

/** A mark is a sign beside the line, or its words where lines are read out. */
const marked = (span: Span, style: TextStyle): Span =>
  typeof span === 'string' || span.role !== 'mark' || style.plain ? span : { ...span, text: MARK };

const inAlphabet = (all: readonly Span[], style: TextStyle): readonly Span[] => {
  const spans = asText(all).map((span) => marked(span, style));
  return style.ascii
    ? spans.map((span) => {
        const text = spanText(span).replace(/[→≈·−…∞▸–•∂×—█░]/gu, (c) => ASCII[c] as string);
        return typeof span === 'string' ? text : { ...span, text };
      })
    : spans;
};

const painted = (spans: readonly Span[], style: TextStyle): string =>
  spans
    .map((span) =>
      typeof span === 'string' || span.role === undefined
        ? printable(spanText(span))
        : style.paint(span.role, printable(span.text)),
    )
    .join('')
    .replaceAll(NO_BREAK_SPACE, ' ');

/** Lines of spans; the first starts at `indent`, the others at `hang`. */
function* wrap(
  spans: readonly Span[],
  indent: number,
  hang: number,
  style: TextStyle,
): Generator<string, void, void> {
  let margin = indent;
  for (const line of wrapSpans(inAlphabet(spans, style), style.width - indent, style.width - hang)) {
    yield ' '.repeat(margin) + painted(line, style);
    margin = hang;
  }
}

interface Cell {
  readonly spans: readonly Span[];
  readonly width: number;
}

/** Rows of a longer table are made twice, to be measured and to be written, rather than kept. */
const MOST_KEPT = 1000;

/** Aligns columns when the widest row fits, otherwise writes each row as a line of its own. */
function* tableLines(
  { rows, indent, gap }: Extract<Block, { kind: 'table' }>,
  style: TextStyle,
): Generator<string, void, void> {
  const widths: number[] = [];
  let kept: Cell[][] | undefined = [];
  for (const row of rows) {
    const cells = cellsOf(row, style);
    for (const [column, { width }] of cells.entries()) widths[column] = Math.max(widths[column] ?? 0, width);
    if (kept?.push(cells) === MOST_KEPT) kept = undefined;
  }
  const columns = widths.filter((width) => width > 0);
  const isAligned =
    !style.plain && indent + columns.reduce((sum, width) => sum + width + gap, -gap) <= style.width;
  for (const cells of kept ?? allCells(rows, style)) {
    const shown = cells.filter((cell, i) => (isAligned ? widths[i] !== 0 : cell.width > 0));
    if (isAligned) {
      const padded = shown.map(
        ({ spans, width }, i) => painted(spans, style) + ' '.repeat((columns[i] as number) - width),
      );
      yield (' '.repeat(indent) + padded.join(' '.repeat(gap))).trimEnd();
    } else {
      const spans = shown.flatMap((cell, i) => (i === 0 ? cell.spans : [' '.repeat(gap), ...cell.spans]));
      yield* wrap(spans, indent, indent + 4, style);
    }
  }
}

function* allCells(rows: Iterable<Row>, style: TextStyle): Generator<Cell[], void, void> {
  for (const row of rows) yield cellsOf(row, style);
}

const cellsOf = (row: Row, style: TextStyle): Cell[] =>
  row.map((cell) => {
    const spans = inAlphabet(cell, style);
    return { spans, width: spansWidth(spans) };
  });
