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

/** A page of cells that holds lines and labels. Labels cover lines. */
export class Canvas {
  readonly #lines = new Map<number, Map<number, number>>();
  readonly #labels = new Map<number, Map<number, Label>>();

  /** Adds directions to the line in a cell. */
  line(column: number, row: number, directions: number): void {
    const cells = this.#row(this.#lines, row);
    cells.set(column, (cells.get(column) ?? 0) | directions);
  }

  /** An arrow in a cell, in place of the line there. */
  arrow(column: number, row: number, direction: number): void {
    this.#row(this.#lines, row).set(column, ARROW | direction);
  }

  /** Whether there is a line in a cell already. */
  hasLine(column: number, row: number): boolean {
    return this.#lines.get(row)?.has(column) ?? false;
  }

  label(column: number, row: number, spans: readonly Span[], width: number): void {
    this.#row(this.#labels, row).set(column, { spans, width });
  }

  /** The page as lines of spans, without spaces at their ends. */
  lines(ascii: boolean): Span[][] {
    const last = Math.max(-1, ...this.#lines.keys(), ...this.#labels.keys());
    return Array.from({ length: last + 1 }, (_, row) => this.#write(row, LINES[ascii ? 'ascii' : 'boxes']));
  }

  #write(row: number, alphabet: string): Span[] {
    const cells = this.#lines.get(row) ?? new Map<number, number>();
    const labels = this.#labels.get(row) ?? new Map<number, Label>();
    const places = [...new Set([...cells.keys(), ...labels.keys()])].toSorted((a, b) => a - b);
    const spans: Span[] = [];
    let end = 0;
    let drawn = '';
    const put = () => {
      if (drawn.trim() === '') {
        if (drawn !== '') spans.push(drawn);
      } else {
        spans.push({ role: 'muted' satisfies Role, text: drawn });
      }
      drawn = '';
    };
    for (const place of places) {
      if (place < end) continue;
      drawn += ' '.repeat(place - end);
      const label = labels.get(place);
      if (label) {
        put();
        spans.push(...label.spans);
        end = place + label.width;
      } else {
        drawn += alphabet[cells.get(place) ?? 0] ?? ' ';
        end = place + 1;
      }
    }
    put();
    return spans;
  }

  #row<T>(rows: Map<number, Map<number, T>>, row: number): Map<number, T> {
    const found = rows.get(row) ?? new Map<number, T>();
    rows.set(row, found);
    return found;
  }
}
