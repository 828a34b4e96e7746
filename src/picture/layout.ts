import { graphlib, layout } from '@dagrejs/dagre';
import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { isTree, layOutTree } from './tree.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its place: (x, y) is its middle. */
export interface PlacedNode extends Size, Point {
  readonly node: DiagramNode;
}

/** An edge with its way, from the border of one node to that of the other. */
export interface PlacedEdge {
  readonly edge: DiagramEdge;
  readonly points: readonly Point[];
}

/** A diagram with a place for everything, in the units of the sizes that were given; y goes down. */
export interface Picture extends Size {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface LayoutOptions {
  /** The way of the forward pass: left to right, or top to bottom. */
  readonly direction: 'LR' | 'TB';
  /** The least distance of two nodes side by side, of two edges, and of one layer to the next. */
  readonly nodeGap: number;
  readonly edgeGap: number;
  readonly layerGap: number;
}

/** Places a diagram: the size of each node is asked for once. */
export type Layout = (
  diagram: Diagram,
  sizeOf: (node: DiagramNode) => Size,
  options: LayoutOptions,
) => Picture;

/**
 * Places a diagram in layers: a tree in its own way, else by Sugiyama's method, which dagre knows. Operands stand in the
 * order in which they are written, unless that costs a crossing. Time grows with the square of the number of nodes: a graph that a person can look at, up to some
 * hundred nodes.
 */
export const layOut: Layout = (diagram, sizeOf, options) => {
  if (isTree(diagram)) return layOutTree(diagram, sizeOf, options);
  const pairs = operandPairs(diagram.edges);
  const known = isOrderCheap.get(diagram);
  if (known ?? true) {
    const ordered = place(diagram, sizeOf, options, pairs);
    if (known || pairs.length === 0) return ordered;
    const count = crossings(ordered, options);
    const isCheap = count === 0 || count <= crossings(place(diagram, sizeOf, options, []), options);
    isOrderCheap.set(diagram, isCheap);
    if (isCheap) return ordered;
  }
  const free = place(diagram, sizeOf, options, []);
  return isUpsideDown(free, pairs, options) ? mirrored(free, options) : free;
};

/** Whether operands in their order cost no crossing: that depends on no size and no direction, so it is found out once. */
const isOrderCheap = new WeakMap<Diagram, boolean>();

/** Two operands of one node that stand next to one another. */
interface Pair {
  readonly left: string;
  readonly right: string;
}

/** Neighbours among the operands that are used nowhere else. */
function operandPairs(edges: readonly DiagramEdge[]): Pair[] {
  const uses = new Map<string, number>();
  for (const { from } of edges) uses.set(from, (uses.get(from) ?? 0) + 1);
  const last = new Map<string, string>();
  const pairs: Pair[] = [];
  for (const { from, to } of edges) {
    if (uses.get(from) !== 1) continue;
    const left = last.get(to);
    if (left !== undefined) pairs.push({ left, right: from });
    last.set(to, from);
  }
  return pairs;
}

/** @param pairs are kept in their order where they share a layer */
function place(
  { nodes, edges }: Diagram,
  sizeOf: (node: DiagramNode) => Size,
  { direction, nodeGap, edgeGap, layerGap }: LayoutOptions,
  pairs: readonly Pair[],
): Picture {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: direction, nodesep: nodeGap, edgesep: edgeGap, ranksep: layerGap });
  // Names of its own, as dagre keeps them in plain objects, where `constructor` is taken.
  const ids = new Map(nodes.map(({ name }, i) => [name, `n${i}`]));
  const id = (name: string) => ids.get(name) as string;
  for (const node of nodes) graph.setNode(id(node.name), { ...sizeOf(node) });
  for (const { from, to } of edges) graph.setEdge(id(from), id(to), {});
  layout(graph, { constraints: pairs.map(({ left, right }) => ({ left: id(left), right: id(right) })) });
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x, y, width, height } = graph.node(id(node.name)) as Point & Size;
      return { node, x, y, width, height };
    }),
    edges: edges.map((edge) => ({
      edge,
      points: (graph.edge(id(edge.from), id(edge.to)) as { points: readonly Point[] }).points,
    })),
  };
}

const axesOf = ({ direction }: LayoutOptions): readonly ['x' | 'y', 'x' | 'y'] =>
  direction === 'LR' ? ['x', 'y'] : ['y', 'x'];

/** How many pieces of edges cross, from one layer to the next. */
function crossings({ nodes, edges }: Picture, options: LayoutOptions): number {
  const [along, across] = axesOf(options);
  const middles = new Map(nodes.map((placed) => [placed.node.name, placed]));
  const pieces = new Map<string, (readonly [from: number, to: number])[]>();
  for (const { edge, points } of edges) {
    const ends = [middles.get(edge.from), middles.get(edge.to)] as [Point, Point];
    const way = [ends[0], ...points.slice(1, -1), ends[1]];
    for (const [i, point] of way.slice(1).entries()) {
      const before = way[i] as Point;
      const channel = `${Math.round(before[along])} ${Math.round(point[along])}`;
      const piece = [before[across], point[across]] as const;
      const known = pieces.get(channel);
      if (known) known.push(piece);
      else pieces.set(channel, [piece]);
    }
  }
  let count = 0;
  for (const channel of pieces.values()) {
    for (const [i, [from, to]] of channel.entries()) {
      for (const [otherFrom, otherTo] of channel.slice(i + 1))
        if ((from - otherFrom) * (to - otherTo) < 0) count++;
    }
  }
  return count;
}

/** Whether most pairs stand in the wrong order. */
function isUpsideDown({ nodes }: Picture, pairs: readonly Pair[], options: LayoutOptions): boolean {
  const [, across] = axesOf(options);
  const at = new Map(nodes.map((placed) => [placed.node.name, placed[across]]));
  const wrong = pairs.filter(({ left, right }) => (at.get(left) ?? 0) > (at.get(right) ?? 0));
  return wrong.length * 2 > pairs.length;
}

function mirrored(picture: Picture, options: LayoutOptions): Picture {
  const [, across] = axesOf(options);
  const size = across === 'x' ? picture.width : picture.height;
  const flip = <T extends Point>(point: T): T => ({ ...point, [across]: size - point[across] });
  return {
    ...picture,
    nodes: picture.nodes.map(flip),
    edges: picture.edges.map(({ edge, points }) => ({ edge, points: points.map(flip) })),
  };
}
