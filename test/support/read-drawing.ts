import { textWidth } from '../../src/render/layout.ts';

/** Directions in which a sign of the box alphabet goes on. */
const SIGNS: Readonly<Record<string, string>> = {
  '─': 'EW',
  '│': 'NS',
  '┌': 'ES',
  '┐': 'WS',
  '└': 'NE',
  '┘': 'NW',
  '├': 'NES',
  '┤': 'NWS',
  '┬': 'EWS',
  '┴': 'NEW',
  '┼': 'NEWS',
  '×': 'EWNS',
};
/** One-way signs. */
const ARROWS: Readonly<Record<string, string>> = { '▴': 'N', '▸': 'E', '▾': 'S', '◂': 'W' };
const STEPS: Readonly<Record<string, readonly [column: number, row: number]>> = {
  N: [0, -1],
  E: [1, 0],
  S: [0, 1],
  W: [-1, 0],
};
const OPPOSITE: Readonly<Record<string, string>> = { N: 'S', E: 'W', S: 'N', W: 'E' };

interface Place {
  readonly column: number;
  readonly row: number;
}

interface Step {
  readonly place: Place;
  readonly heading: string;
}

/**
 * A drawing as a person reads it: labels, and lines that are followed with a finger, from the operands to what is made
 * of them.
 */
export class DrawingReader {
  readonly #cells: string[][];
  readonly #labels: ReadonlyMap<string, Place & { readonly width: number }>;

  /** @param texts the first line of the label of each node */
  constructor(lines: readonly string[], texts: ReadonlyMap<string, string>) {
    this.#cells = lines.map(toCells);
    this.#labels = new Map(
      [...texts].map(([name, text]) => [name, { ...this.#find(text), width: textWidth(text) }]),
    );
  }

  /** The names that the lines of a node lead to, from left to right. */
  toTheRight(name: string): string[] {
    const { column, row, width } = this.#label(name);
    return this.#follow({ column: column + width + 1, row }, 'E');
  }

  /** The same, downwards. */
  down(name: string): string[] {
    const { column, row, width } = this.#label(name);
    // A line leaves from somewhere below the label: below all that stands directly under it.
    let below = row + 1;
    while (!this.#isLine({ column: column + Math.floor(width / 2), row: below }) && below < row + 4) below++;
    return this.#follow({ column: column + Math.floor(width / 2), row: below }, 'S');
  }

  #label(name: string): Place & { readonly width: number } {
    const label = this.#labels.get(name);
    if (!label) throw new Error(`no label for ${name}`);
    return label;
  }

  #follow(start: Place, way: 'E' | 'S'): string[] {
    const reached = new Set<string>();
    const seen = new Set<string>();
    const open: Step[] = [{ place: start, heading: way }];
    for (let at = open.pop(); at; at = open.pop()) {
      const { place, heading } = at;
      const key = `${place.column},${place.row},${heading}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const name = this.#labelAt(place, way);
      if (name !== undefined && heading === way) {
        reached.add(name);
        continue;
      }
      for (const next of this.#exits(place, heading)) {
        if (next === OPPOSITE[way]) continue;
        const [columns, rows] = STEPS[next] as readonly [number, number];
        open.push({ place: { column: place.column + columns, row: place.row + rows }, heading: next });
      }
    }
    return [...reached].toSorted();
  }

  /** A line that is crossed goes on beneath; any other sign turns as it shows. */
  #exits({ column, row }: Place, heading: string): string[] {
    const sign = this.#cells[row]?.[column] ?? ' ';
    if (sign >= '0' && sign <= '9') return [heading];
    const arrow = ARROWS[sign];
    if (arrow !== undefined) return arrow === OPPOSITE[heading] ? [] : [arrow];
    const directions = SIGNS[sign] ?? '';
    const from = OPPOSITE[heading] as string;
    if (directions.length === 2 && !directions.includes(from)) {
      const isCrossed = sign === '─' || sign === '│';
      return isCrossed ? [heading] : [];
    }
    return directions.includes(from) ? directions.split('').filter((next) => next !== from) : [];
  }

  #isLine({ column, row }: Place): boolean {
    return (this.#cells[row]?.[column] ?? ' ') in SIGNS;
  }

  /** The label that a line has come to: one space away at its left, or directly above any of its columns. */
  #labelAt({ column, row }: Place, way: 'E' | 'S'): string | undefined {
    for (const [name, label] of this.#labels) {
      const isHere =
        way === 'E'
          ? label.row === row && label.column === column + 1
          : label.row === row && column >= label.column && column < label.column + label.width;
      if (isHere) return name;
    }
    return undefined;
  }

  #find(text: string): Place {
    const found = this.#cells.flatMap((cells, row) => {
      const line = cells.join('');
      const columns: Place[] = [];
      for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
        const [before, after] = [line[at - 1] ?? ' ', line[at + text.length] ?? ' '];
        if (before === ' ' && after === ' ') columns.push({ column: textWidth(line.slice(0, at)), row });
      }
      return columns;
    });
    if (found.length !== 1) throw new Error(`"${text}" stands ${found.length} times in\n${this.#text()}`);
    return found[0] as Place;
  }

  #text = (): string => this.#cells.map((cells) => cells.join('')).join('\n');
}

/** A character a column; a wide one is followed by an empty cell. */
const toCells = (line: string): string[] =>
  Array.from(line).flatMap((c) => (textWidth(c) === 2 ? [c, ''] : [c]));
