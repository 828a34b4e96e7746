import { graphlib, layout } from '@dagrejs/dagre';
import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { grouped } from './grouped.ts';
import { ranksOf } from './ranks.ts';
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
 * order in which they are written, unless that costs a crossing. Time grows with the square of the number of nodes: for a
 * graph that a person can look at, up to some hundred nodes.
 */
export const layOut: Layout = (diagram, sizeOf, options) => {
  if (isTree(diagram)) return layOutTree(diagram, sizeOf, options);
  const pairs = operandPairs(diagram.edges);
  const picture = place(diagram, sizeOf, options, pairs);
  const isFree = arrangements.get(diagram)?.isFree === true;
  return isFree && isUpsideDown(picture, pairs, options) ? mirrored(picture, options) : picture;
};

/** The graph while dagre lays it out: in layers, with a stand-in wherever an edge passes one. */
interface Layered {
  nodes(): string[];
  node(id: string): { readonly rank: number; order: number };
  edges(): { readonly v: string; readonly w: string }[];
}

type Constraints = { left: string; right: string }[];
type Order = (layered: Layered, options: { readonly constraints: Constraints }) => void;

/** How what dagre places in a layer follows one another. */
interface Arrangement {
  /** By what dagre places, in its order. */
  readonly orders: readonly number[];
  /** Operands do not stand in their order, as that would cost crossings. */
  readonly isFree: boolean;
}

/** They depend on no size and no direction, so they are found once. */
const arrangements = new WeakMap<Diagram, Arrangement>();

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

/** @param pairs are kept in their order where they share a layer, unless that costs crossings */
function place(
  diagram: Diagram,
  sizeOf: (node: DiagramNode) => Size,
  { direction, nodeGap, edgeGap, layerGap }: LayoutOptions,
  pairs: readonly Pair[],
): Picture {
  const { nodes, edges } = diagram;
  const graph = new graphlib.Graph();
  graph.setGraph({
    rankdir: direction,
    nodesep: nodeGap,
    edgesep: edgeGap,
    ranksep: layerGap,
    ranker: 'none',
  });
  // Names of its own, as dagre keeps them in plain objects, where `constructor` is taken.
  const ids = new Map(nodes.map(({ name }, i) => [name, `n${i}`]));
  const id = (name: string) => ids.get(name) as string;
  const ranks = ranksOf(diagram);
  // Between two layers dagre has one for the labels of edges.
  for (const [i, node] of nodes.entries())
    graph.setNode(id(node.name), { ...sizeOf(node), rank: 2 * (ranks[i] as number) });
  for (const { from, to } of edges) graph.setEdge(id(from), id(to), {});
  const constraints = pairs.map(({ left, right }) => ({ left: id(left), right: id(right) }));
  layout(graph, {
    customOrder: (layered: Layered, order: Order) => {
      const known = arrangements.get(diagram);
      if (known) arrange(layered, known);
      else arrangements.set(diagram, arrangementOf(layered, order, constraints));
    },
  });
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

/** Orders what dagre has put into layers. */
function arrangementOf(layered: Layered, order: Order, constraints: Constraints): Arrangement {
  order(layered, { constraints });
  const ordered: Arrangement = { orders: ordersOf(layered), isFree: false };
  const count = constraints.length === 0 ? 0 : crossings(layered);
  if (count === 0) return ordered;
  order(layered, { constraints: [] });
  if (crossings(layered) < count) return { orders: ordersOf(layered), isFree: true };
  arrange(layered, ordered);
  return ordered;
}

const ordersOf = (layered: Layered): number[] => layered.nodes().map((id) => layered.node(id).order);

function arrange(layered: Layered, { orders }: Arrangement): void {
  for (const [i, id] of layered.nodes().entries()) layered.node(id).order = orders[i] as number;
}

/** How many pieces of edges cross, from one layer to the next. */
function crossings(layered: Layered): number {
  const channels = grouped(layered.edges(), ({ v }) => layered.node(v).rank);
  let count = 0;
  for (const channel of channels.values()) {
    const pieces = channel.map(({ v, w }) => [layered.node(v).order, layered.node(w).order] as const);
    for (const [i, [from, to]] of pieces.entries()) {
      for (const [otherFrom, otherTo] of pieces.slice(i + 1))
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
