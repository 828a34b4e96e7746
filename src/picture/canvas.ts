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
  readonly spans: readonly Span[];
  readonly width: number;
}

/** A page of cells that holds lines and labels, by row and column. Labels cover lines. */
export class Canvas {
  readonly #lines: number[][] = [];
  readonly #labels: Label[][] = [];

  /** Adds directions to the line in a cell. */
  line(column: number, row: number, directions: number): void {
    const cells = (this.#lines[row] ??= []);
    cells[column] = (cells[column] ?? 0) | directions;
  }

  /** An arrow in a cell, in place of the line there. */
  arrow(column: number, row: number, direction: number): void {
    (this.#lines[row] ??= [])[column] = ARROW | direction;
  }

  /** Whether there is a line in a cell already. */
  hasLine(column: number, row: number): boolean {
    return this.#lines[row]?.[column] !== undefined;
  }

  label(column: number, row: number, spans: readonly Span[], width: number): void {
    (this.#labels[row] ??= [])[column] = { spans, width };
  }

  /** The page as lines of spans, without spaces at their ends. */
  lines(ascii: boolean): Span[][] {
    const alphabet = LINES[ascii ? 'ascii' : 'boxes'];
    const lines: Span[][] = [];
    const count = Math.max(this.#lines.length, this.#labels.length);
    for (let row = 0; row < count; row++)
      lines.push(written(this.#lines[row] ?? [], this.#labels[row] ?? [], alphabet));
    return lines;
  }
}

function written(cells: readonly number[], labels: readonly Label[], alphabet: string): Span[] {
  const spans: Span[] = [];
  const end = Math.max(cells.length, labels.length);
  let drawn = '';
  for (let place = 0; place <= end;) {
    const label = labels[place];
    if ((label || place === end) && drawn !== '') {
      spans.push(drawn.trim() === '' ? drawn : { role: 'muted' satisfies Role, text: drawn });
      drawn = '';
    }
    if (label) spans.push(...label.spans);
    else drawn += alphabet[cells[place] ?? 0] ?? ' ';
    place += label?.width ?? 1;
  }
  return spans;
}
