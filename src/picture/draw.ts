import type { Span } from '../document.ts';
import { spansWidth } from '../render/layout.ts';
import type { Trace } from '../core/trace.ts';
import { diagramOf, type Drawing } from './diagram.ts';
import { foldChains } from './fold.ts';
import { type Label, labelOf, type LabelOptions } from './labels.ts';
import { type Direction, layer, type LayerOptions, Placer } from './layers.ts';
import type { Layout } from './layout.ts';
import { type Layer, layersOf } from './ranks.ts';
import { LEAST_GAP, type Page, Sketch } from './sketch.ts';
import { isTree, layOutTree } from './tree.ts';

/** A taller drawing has its long chains folded. */
const TALLEST = 48;

const WAYS: readonly (LayerOptions & { readonly form: LabelOptions['form'] })[] = [
  { direction: 'LR', form: 'one-line' },
  { direction: 'LR', form: 'stacked' },
  { direction: 'TB', form: 'one-line' },
  { direction: 'TB', form: 'stacked' },
  { direction: 'TB', form: 'one-line', isPacked: true },
  { direction: 'LR', form: 'short' },
  { direction: 'TB', form: 'short' },
  { direction: 'TB', form: 'short', isPacked: true },
];

/** Placing more quantities takes longer than a person waits. */
const MOST_PLACED = 600;

/** Draws graphs in characters, for a page of a width. */
export type Draw = (drawing: Drawing, page: Page) => Span[][];

/**
 * Loads what drawing takes: for traces whose graphs are trees, only what lays out trees.
 * @param traces what will be drawn, or parts of it; anything, unless given
 */
export async function loadDraw(traces?: readonly Trace[]): Promise<Draw> {
  const isAlwaysTree =
    traces?.every((trace) => trace.forward.length <= MOST_PLACED && isTree(diagramOf(trace))) ?? false;
  const layOut = isAlwaysTree ? layOutTree : (await import('./layout.ts')).layOut;
  return (drawing, page) => draw(drawing, page, layOut);
}

/**
 * Draws the graph in characters: left to right where that fits, else from top to bottom, else with less said at each
 * node, else with long chains folded; where nothing fits, a node a line.
 */
function draw(drawing: Drawing, page: Page, layOut: Layout): Span[][] {
  const { diagram, current } = drawing;
  const folded = foldChains(diagram, current);
  const isFolded = folded.nodes.length < diagram.nodes.length;
  if (folded.nodes.length > MOST_PLACED) return list(drawing, page);
  const whole = diagram.nodes.length > MOST_PLACED ? undefined : new Attempts(drawing, page, layOut);
  return (
    whole?.first(isFolded ? TALLEST : Infinity) ??
    (isFolded ? new Attempts({ ...drawing, diagram: folded }, page, layOut).first(Infinity) : undefined) ??
    (isFolded ? whole?.first(Infinity) : undefined) ??
    list(drawing, page)
  );
}

/** The ways of drawing a diagram, from the one that says most to the one that fits everywhere. */
class Attempts {
  readonly #drawing: Drawing;
  readonly #page: Page;
  readonly #placer: Placer;
  readonly #layers: readonly Layer[];
  readonly #labels = new Map<LabelOptions['form'], Map<string, Label>>();

  constructor(drawing: Drawing, page: Page, layOut: Layout) {
    this.#drawing = drawing;
    this.#page = page;
    this.#placer = new Placer(drawing.diagram, layOut);
    this.#layers = layersOf(drawing.diagram);
  }

  /** The first drawing that fits the page and has at most so many lines. */
  first(tallest: number): Span[][] | undefined {
    const { current } = this.#drawing;
    const { width } = this.#page;
    for (const { form, ...way } of WAYS) {
      const labels = this.#labelsOf(form);
      if (leastWidth(this.#layers, labels, way.direction) > width) continue;
      const picture = this.#placer.place(labels, form, way.direction);
      const layered = layer(picture, this.#layers, labels, way);
      const lines = new Sketch(layered, labels, way.direction, current, this.#page).lines();
      if (lines.length <= tallest && lines.every((spans) => spansWidth(spans) <= width)) return lines;
    }
    return undefined;
  }

  #labelsOf(form: LabelOptions['form']): ReadonlyMap<string, Label> {
    const found = this.#labels.get(form) ?? new Map<string, Label>();
    this.#labels.set(form, found);
    if (found.size > 0) return found;
    const options = { ...this.#drawing, form };
    for (const node of this.#drawing.diagram.nodes)
      found.set(node.name, labelOf(node, options, this.#page.inAlphabet));
    return found;
  }
}

/** A node a line, operands before the nodes that use them. */
const list = (drawing: Drawing, { inAlphabet }: Page): Span[][] =>
  drawing.diagram.nodes.map((node) =>
    labelOf(node, { ...drawing, form: 'one-line' }, inAlphabet).lines.flatMap((spans, i) =>
      i === 0 ? spans : ['   ', ...spans],
    ),
  );

/**
 * Columns that a drawing has at the least, as far as its layers tell. From top to bottom labels stand at least four columns
 * apart, less what is lost in rounding, and lines take every other column.
 */
function leastWidth(
  layers: readonly Layer[],
  labels: ReadonlyMap<string, Label>,
  direction: Direction,
): number {
  let [sum, most] = [-LEAST_GAP, 0];
  for (const { names, passing } of layers) {
    let [all, widest] = [0, 0];
    for (const name of names) {
      const { width } = labels.get(name) as Label;
      all += width;
      widest = Math.max(widest, width);
    }
    sum += widest + LEAST_GAP;
    const count = names.length;
    most = Math.max(most, all + Math.max(4 * count - 3, count + 2 * passing - 1));
  }
  return direction === 'LR' ? sum : most;
}
