import { spansWidth } from '../render/layout.ts';
import { type Channel, type Net, routeChannel } from './channel.ts';
import type { Diagram } from './diagram.ts';
import type { Label } from './labels.ts';
import type { Layout, Picture, PlacedEdge } from './layout.ts';
import { type Interval, type Line, meeting, straightened } from './lines.ts';
import { packed } from './pack.ts';
import type { Layer } from './ranks.ts';

export type Direction = 'LR' | 'TB';

export interface LayerOptions {
  readonly direction: Direction;
  /** From top to bottom: as narrow as its widest layer, at the cost of longer lines. */
  readonly isPacked?: boolean;
}

/** A diagram in layers along the forward pass, with whole positions across, and its lines routed. */
export interface Layered {
  readonly layers: readonly Layer[];
  readonly position: ReadonlyMap<string, number>;
  readonly lines: readonly Line[];
  /** The channel behind each layer but the last. */
  readonly channels: readonly Channel[];
}

/** Distances in columns and rows: so much that whole positions still keep lines and labels apart. */
const GAPS = {
  LR: { nodeGap: 1, edgeGap: 1, layerGap: 2 },
  TB: { nodeGap: 4, edgeGap: 2, layerGap: 2 },
} as const;
const SAME = 0.01;

/** Where what the layout has placed lies on the page of characters. */
interface Grid {
  readonly direction: Direction;
  readonly positionAt: (across: number, layer: number) => number;
  /** What a label takes around the position of its node, and what its first line does. */
  readonly extentOf: (name: string) => Interval;
  readonly headOf: (name: string) => Interval;
}

/** Places a diagram for labels of a form; each way of doing that is computed once, however often it is tried. */
export class Placer {
  readonly #diagram: Diagram;
  readonly #layOut: Layout;
  readonly #known = new Map<string, Picture>();
  constructor(diagram: Diagram, layOut: Layout) {
    this.#diagram = diagram;
    this.#layOut = layOut;
  }

  place(labels: ReadonlyMap<string, Label>, form: string, direction: Direction): Picture {
    // Lines meet a label at its first line: as many rows are kept free above as the others take below.
    const height = Math.max(1, 2 * Math.max(...[...labels.values()].map((label) => label.height)) - 2);
    const isLR = direction === 'LR';
    const key = isLR ? `LR ${height}` : `TB ${form}`;
    const known = this.#known.get(key);
    if (known) return known;
    const picture = this.#layOut(
      this.#diagram,
      ({ name }) => (isLR ? { width: 1, height } : { width: labels.get(name)?.width ?? 1, height: 1 }),
      { direction, ...GAPS[direction] },
    );
    this.#known.set(key, picture);
    return picture;
  }
}

export function layer(
  placed: Picture,
  layers: readonly Layer[],
  labels: ReadonlyMap<string, Label>,
  { direction, isPacked = false }: LayerOptions,
): Layered {
  const isLR = direction === 'LR';
  const picture = isPacked ? packed(placed, GAPS.TB.nodeGap) : placed;
  const extentOf = (name: string): Interval => {
    const { width, height } = labels.get(name) as Label;
    if (isLR) return { low: 0, high: height - 1 };
    return centred(width);
  };
  const headOf = (name: string) => centred(spansWidth(labels.get(name)?.lines[0] ?? []));
  // Where lines lie opposite one another's targets in a circle, every other layer is moved aside.
  for (const spread of [1, 2]) {
    for (const shift of [0, 1]) {
      const positionAt = (across: number, index: number) => spread * Math.round(across) + (index % 2) * shift;
      const layered = tryLayer(picture, layers, { direction, positionAt, extentOf, headOf });
      if (layered) return layered;
    }
  }
  throw new Error('lines at even positions never lie opposite targets at odd ones');
}

function tryLayer(
  { nodes, edges }: Picture,
  layers: readonly Layer[],
  { direction, positionAt, extentOf, headOf }: Grid,
): Layered | undefined {
  const [along, across] = direction === 'LR' ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const places: number[] = [];
  const position = new Map<string, number>();
  const layerOf = new Map<string, number>();
  for (const [index, { names }] of layers.entries()) for (const name of names) layerOf.set(name, index);
  for (const placed of nodes) {
    const { name } = placed.node;
    const index = layerOf.get(name) as number;
    places[index] = placed[along];
    position.set(name, positionAt(placed[across], index));
  }
  const lineOf = ({ edge, points }: PlacedEdge): Line => {
    const from = layerOf.get(edge.from) as number;
    const to = layerOf.get(edge.to) as number;
    const at = [position.get(edge.from) as number];
    for (let index = from + 1; index < to; index++) {
      const point = points.find((candidate) => Math.abs(candidate[along] - (places[index] as number)) < SAME);
      at.push(positionAt(point?.[across] ?? 0, index));
    }
    at.push(position.get(edge.to) as number);
    return { from, to, at, target: edge.to, uses: edge.uses };
  };
  const at = (name: string, { low, high }: Interval): Interval => {
    const own = position.get(name) as number;
    return { low: own + low, high: own + high };
  };
  const straight = straightened(edges.map(lineOf), (index) =>
    (layers[index]?.names ?? []).map((name) => at(name, extentOf(name))),
  );
  const lines = direction === 'TB' ? meeting(straight, (name) => at(name, headOf(name))) : straight;
  moveToOrigin(position, lines, direction === 'LR' ? () => 0 : (name) => extentOf(name).low - 2);
  const channels: Channel[] = [];
  for (let index = 0; index + 1 < layers.length; index++) {
    const channel = routeChannel(netsBehind(index, lines));
    if (!channel) return undefined;
    channels.push(channel);
  }
  return { layers, position, lines, channels };
}

/** So many columns around the middle one. */
const centred = (width: number): Interval => {
  const low = -Math.floor(width / 2);
  return { low, high: low + width - 1 };
};

/** Moves all so that the first position is 0. `startOf` tells where a node begins, seen from its position. */
function moveToOrigin(
  position: Map<string, number>,
  lines: readonly Line[],
  startOf: (name: string) => number,
): void {
  let first = Infinity;
  for (const [name, at] of position) first = Math.min(first, at + startOf(name));
  for (const { at } of lines) first = Math.min(first, ...at);
  for (const [name, at] of position) position.set(name, at - first);
  for (const { at } of lines) for (let i = 0; i < at.length; i++) at[i] = (at[i] as number) - first;
}

/**
 * Lines to one node come together; a line that goes on behind the next layer is a net of its own, and so is one of
 * several lines of a fork: others that met it on its track would seem to lead to all that the fork leads to.
 */
function netsBehind(index: number, lines: readonly Line[]): Net[] {
  const nets = new Map<string | Line, { sources: Set<number>; target: number }>();
  for (const line of lines) {
    if (line.from > index || line.to <= index) continue;
    const key = line.to === index + 1 ? line.target : line;
    const net = nets.get(key) ?? { sources: new Set(), target: line.at[index + 1 - line.from] as number };
    net.sources.add(line.at[index - line.from] as number);
    nets.set(key, net);
  }
  const uses = new Map<number, number>();
  for (const { sources } of nets.values())
    for (const source of sources) uses.set(source, (uses.get(source) ?? 0) + 1);
  const all: Net[] = [];
  for (const { sources, target } of nets.values()) {
    const isRung = sources.size > 1;
    const single: number[] = [];
    for (const source of sources) {
      if ((uses.get(source) as number) > 1) all.push({ sources: [source], target, isRung });
      else single.push(source);
    }
    if (single.length > 0) all.push({ sources: single, target, isRung: false });
  }
  return all;
}
