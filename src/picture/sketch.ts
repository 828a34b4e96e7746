import type { Span } from '../document.ts';
import { spansWidth } from '../render/layout.ts';
import { Canvas, EAST, NORTH, SOUTH, WEST } from './canvas.ts';
import type { Net } from './channel.ts';
import type { Label } from './labels.ts';
import type { Direction, Layered } from './layers.ts';
import type { Line } from './lines.ts';

/** What a drawing in characters is drawn on. */
export interface Page {
  readonly width: number;
  readonly ascii: boolean;
  /** The words of labels in the alphabet of the page. */
  readonly inAlphabet: (spans: readonly Span[]) => readonly Span[];
}

const MARK = '▸';
/** Columns between the labels of two layers, at the least. */
export const LEAST_GAP = 5;

/** How a direction maps what is along the way of the forward pass, and what is across it, to columns and rows. */
const LR = { back: WEST, fore: EAST, low: NORTH, high: SOUTH, lead: 1, before: 1, after: 1, gap: LEAST_GAP };
const TB = { back: NORTH, fore: SOUTH, low: WEST, high: EAST, lead: 0, before: 0, after: 0, gap: 1 };

/** One way of drawing a diagram. */
export class Sketch {
  readonly #canvas = new Canvas();
  readonly #direction: Direction;
  readonly #axes: typeof LR;
  readonly #layered: Layered;
  readonly #labels: ReadonlyMap<string, Label>;
  readonly #current: string | undefined;
  readonly #page: Page;

  constructor(
    layered: Layered,
    labels: ReadonlyMap<string, Label>,
    direction: Direction,
    current: string | undefined,
    page: Page,
  ) {
    this.#page = page;
    this.#direction = direction;
    this.#axes = direction === 'LR' ? LR : TB;
    this.#labels = labels;
    this.#current = current;
    this.#layered = layered;
    // Beside the labels of the first layer too there is a place for the mark.
    let along = current === undefined ? 0 : this.#axes.after;
    for (const [i, { names }] of layered.layers.entries()) {
      let depth = 0;
      for (const name of names) depth = Math.max(depth, this.#depth(name));
      this.#drawLayer(i, along, depth);
      along = this.#drawChannel(i, along + depth, depth);
    }
  }

  lines(): Span[][] {
    return this.#canvas.lines(this.#page.ascii);
  }

  /** Puts one line of a label on the page. */
  #write(column: number, row: number, spans: readonly Span[]): void {
    this.#canvas.label(column, row, spans, spansWidth(spans));
  }

  /** How far a label reaches along the way. */
  #depth(name: string): number {
    const label = this.#labels.get(name) as Label;
    return this.#direction === 'LR' ? label.width : label.height;
  }

  #drawLayer(index: number, along: number, depth: number): void {
    const { layers, position, lines } = this.#layered;
    for (const name of layers[index]?.names ?? []) {
      const label = this.#labels.get(name) as Label;
      const across = position.get(name) as number;
      for (const [i, spans] of label.lines.entries()) {
        if (this.#direction === 'LR') this.#write(along, across + i, spans);
        else this.#write(across - Math.floor(spansWidth(spans) / 2), along + i, spans);
      }
      if (name === this.#current) this.#mark(label, along, across);
      const first = label.lines[0] ?? [];
      const own = this.#direction === 'LR' ? spansWidth(first) + 1 : label.lines.length;
      if (index < layers.length - 1) this.#run(along + own, along + depth, across);
    }
    for (const line of lines) {
      if (line.from < index && index < line.to) {
        this.#run(along, along + depth, line.at[index - line.from] as number);
      }
    }
  }

  /** The sign beside the node in question, in the space that is always left there. */
  #mark(label: Label, along: number, across: number): void {
    const spans = this.#page.inAlphabet([{ role: 'mark', text: MARK }]);
    const width = spansWidth(label.lines[0] ?? []);
    if (this.#direction === 'LR') this.#write(along - 1, across, spans);
    else this.#write(across - Math.floor(width / 2) - 2, along, spans);
  }

  /** The lines from a layer of a depth to the next. Returns where that begins. */
  #drawChannel(index: number, begin: number, depth: number): number {
    const { layers, lines, channels } = this.#layered;
    const channel = channels[index];
    if (!channel) return begin;
    const { lead, before, after, back, fore, gap } = this.#axes;
    const marks = lines.filter((line) => line.to === index + 1 && line.uses > 1);
    const markWidth = Math.max(0, ...marks.map((line) => spansWidth(this.#usesMark(line))));
    const room = marks.length === 0 ? 0 : this.#direction === 'LR' ? markWidth + 1 : 1;
    const start = begin + before;
    const tracksEnd = start + lead + channel.tracks;
    const end = Math.max(tracksEnd + lead, start + gap - 2 * after) + room;
    const place = (track: number) => start + lead + track;
    for (const source of new Set(channel.routed.flatMap(({ sources }) => sources))) {
      const joined: number[] = [];
      let isStraight = false;
      for (const { sources, target, track } of channel.routed) {
        if (track === undefined) isStraight ||= target === source;
        else if (sources.includes(source)) joined.push(place(track));
      }
      const last = isStraight ? this.#reach(index + 1, source, end) : Math.max(...joined);
      for (let at = begin + this.#inset(index, source, depth); at < last; at++) {
        if (!joined.includes(at)) this.#line(at, source, back | fore);
      }
      for (const at of joined) this.#line(at, source, back | (at < last ? fore : 0));
    }
    for (const { target, track } of channel.routed) {
      if (track !== undefined) this.#run(place(track) + 1, this.#reach(index + 1, target, end), target);
    }
    for (const net of channel.routed) {
      if (net.track !== undefined) this.#drawTrack(net, place(net.track));
    }
    for (const line of marks) this.#writeUses(line, end);
    return layers[index + 1] ? end + after : end;
  }

  /** The track on which the lines of a net meet; lines of other nets that come by pass over it. */
  #drawTrack({ sources, target, isRung }: Net, at: number): void {
    const { fore, low, high } = this.#axes;
    const [lowest, highest] = [Math.min(target, ...sources), Math.max(target, ...sources)];
    const own: number[] = [];
    for (let across = lowest; across <= highest; across++) {
      const isMet = across === target || sources.includes(across);
      if (!isMet && this.#hasLine(at, across)) continue;
      if (!isMet) own.push(across);
      const directions = (across > lowest ? low : 0) | (across < highest ? high : 0);
      this.#line(at, across, directions | (across === target ? fore : 0));
    }
    const [nearest] = own.toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target));
    if (isRung && nearest !== undefined) this.#arrow(at, nearest, nearest < target ? high : low);
    else if (isRung) this.#arrow(at, target, fore);
  }

  #arrow(along: number, across: number, direction: number): void {
    if (this.#direction === 'LR') this.#canvas.arrow(along, across, direction);
    else this.#canvas.arrow(across, along, direction);
  }

  #nodeAt(index: number, across: number): string | undefined {
    const { layers, position } = this.#layered;
    return layers[index]?.names.find((name) => position.get(name) === across);
  }

  /** A space is left beside the widest label of a layer; beside the others `#drawLayer` has left it. */
  #inset(index: number, across: number, depth: number): number {
    const name = this.#nodeAt(index, across);
    if (this.#direction === 'TB' || name === undefined) return 0;
    const own = spansWidth((this.#labels.get(name) as Label).lines[0] ?? []);
    return own === depth ? 1 : 0;
  }

  /** A line stops before a label, and goes on where it only comes by. */
  #reach(index: number, across: number, end: number): number {
    return this.#nodeAt(index, across) === undefined ? end + this.#axes.after : end;
  }

  #usesMark = ({ uses }: Line): readonly Span[] => this.#page.inAlphabet([`${uses}×`]);

  /** `2×` on the line of a node that is used twice. */
  #writeUses(line: Line, end: number): void {
    const across = line.at.at(-1) as number;
    const spans = this.#usesMark(line);
    if (this.#direction === 'LR') this.#write(end - 1 - spansWidth(spans), across, spans);
    else this.#write(across, end - 1, spans);
  }

  #run(from: number, to: number, across: number): void {
    for (let at = from; at < to; at++) this.#line(at, across, this.#axes.back | this.#axes.fore);
  }

  #line(along: number, across: number, directions: number): void {
    if (this.#direction === 'LR') this.#canvas.line(along, across, directions);
    else this.#canvas.line(across, along, directions);
  }

  #hasLine(along: number, across: number): boolean {
    return this.#direction === 'LR'
      ? this.#canvas.hasLine(along, across)
      : this.#canvas.hasLine(across, along);
  }
}
