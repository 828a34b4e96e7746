import type { Role, Span } from '../document.ts';

/** Where a line leaves a cell. */
export const NORTH = 1;
export const EAST = 2;
export const SOUTH = 4;
export const WEST = 8;

/** Added to one direction: an arrow that way. */
const ARROW = 16;

/** One character for each set of directions, then the arrows; ASCII has one character for all corners. */
const LINES = {
  boxes: ' ╵╶└╷│┌├╴┘─┴┐┤┬┼ ▴▸ ▾   ◂',
  ascii: ' ||+||++-+-+++++ ^> v   <',
} as const;

interface Label {
  readonly column: number;
  readonly spans: readonly Span[];
  readonly width: number;
}

/** Directions of the lines by column, and labels that cover them. */
interface Row {
  readonly cells: number[];
  readonly labels: Label[];
}

/** A page of cells that holds lines and labels. Labels cover lines. */
export class Canvas {
  readonly #rows: Row[] = [];

  /** Adds directions to the line in a cell. */
  line(column: number, row: number, directions: number): void {
    this.#cellsTo(column, row)[column]! |= directions;
  }

  /** An arrow in a cell, in place of the line there. */
  arrow(column: number, row: number, direction: number): void {
    this.#cellsTo(column, row)[column] = ARROW | direction;
  }

  /** Whether there is a line in a cell already. */
  hasLine(column: number, row: number): boolean {
    return (this.#rows[row]?.cells[column] ?? 0) > 0;
  }

  label(column: number, row: number, spans: readonly Span[], width: number): void {
    this.#row(row).labels.push({ column, spans, width });
  }

  /** The page as lines of spans, without spaces at their ends. */
  lines(ascii: boolean): Span[][] {
    return this.#rows.map((row) => written(row, LINES[ascii ? 'ascii' : 'boxes']));
  }

  #row(row: number): Row {
    while (this.#rows.length <= row) this.#rows.push({ cells: [], labels: [] });
    return this.#rows[row] as Row;
  }

  #cellsTo(column: number, row: number): number[] {
    const { cells } = this.#row(row);
    while (cells.length <= column) cells.push(0);
    return cells;
  }
}

function written({ cells, labels }: Row, alphabet: string): Span[] {
  const spans: Span[] = [];
  let column = 0;
  /** What is drawn up to a column: lines, and spaces. */
  const putLines = (end: number) => {
    let drawn = '';
    for (; column < end; column++) drawn += alphabet[cells[column] ?? 0] ?? ' ';
    if (drawn.trim() !== '') spans.push({ role: 'muted' satisfies Role, text: drawn });
    else if (drawn !== '') spans.push(drawn);
  };
  for (const label of labels.toSorted((a, b) => a.column - b.column)) {
    if (label.column < column) continue;
    putLines(label.column);
    spans.push(...label.spans);
    column += label.width;
  }
  putLines(cells.length);
  return spans;
}
