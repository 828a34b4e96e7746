import { placeAcross } from './across.ts';
import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { orderLayers } from './order.ts';
import { type ProperLayering, properLayering } from './proper.ts';
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
 * Places a diagram in layers: a tree in its own way, else by Sugiyama's method. Operands stand in the order in which they are
 * written, unless that costs a crossing. Time grows with the square of the number of nodes: a graph that a person can look at,
 * up to some hundred nodes.
 */
export const layOut: Layout = (diagram, sizeOf, options) => {
  if (isTree(diagram)) return layOutTree(diagram, sizeOf, options);
  const arrangement = arrangementOf(diagram);
  const picture = place(diagram, arrangement, sizeOf, options);
  const { pairs, isInOrder } = arrangement;
  return isInOrder || !isUpsideDown(picture, pairs, options) ? picture : mirrored(picture, options);
};

/** What depends on no size and no direction. */
interface Arrangement {
  readonly layering: ProperLayering;
  /** The vertices of each layer, in their order. */
  readonly layers: readonly (readonly number[])[];
  readonly pairs: readonly Pair[];
  /** Operands stand in their order. */
  readonly isInOrder: boolean;
}

const known = new WeakMap<Diagram, Arrangement>();

function arrangementOf(diagram: Diagram): Arrangement {
  const found = known.get(diagram) ?? arrange(diagram);
  known.set(diagram, found);
  return found;
}

function arrange(diagram: Diagram): Arrangement {
  const layering = properLayering(diagram);
  const pairs = operandPairs(diagram.edges);
  const index = new Map(diagram.nodes.map(({ name }, i) => [name, i]));
  const constraints = pairs.map(
    ({ left, right }) => [index.get(left) as number, index.get(right) as number] as const,
  );
  const ordered = orderLayers(layering, constraints);
  const free = pairs.length === 0 || ordered.crossings === 0 ? ordered : orderLayers(layering, []);
  const isInOrder = ordered.crossings <= free.crossings;
  return { layering, layers: (isInOrder ? ordered : free).layers, pairs, isInOrder };
}

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

function place(
  { nodes, edges }: Diagram,
  { layering, layers }: Arrangement,
  sizeOf: (node: DiagramNode) => Size,
  { direction, nodeGap, edgeGap, layerGap }: LayoutOptions,
): Picture {
  const isLR = direction === 'LR';
  const sizes = nodes.map(sizeOf);
  const lengths = layering.before.map((_, i) => (isLR ? sizes[i]?.width : sizes[i]?.height) ?? 0);
  const breadths = layering.before.map((_, i) => (isLR ? sizes[i]?.height : sizes[i]?.width) ?? 0);
  const across = placeAcross(layering, layers, { breadths, nodeGap, edgeGap });
  const along = placeAlong(layers, lengths, layerGap / 2);
  const first = Math.min(...nodes.map((_, i) => (across[i] as number) - (breadths[i] as number) / 2));
  const last = Math.max(...nodes.map((_, i) => (across[i] as number) + (breadths[i] as number) / 2));
  const end = Math.max(...nodes.map((_, i) => (along[i] as number) + (lengths[i] as number) / 2));
  const point = (vertex: number): Point => {
    const [a, b] = [along[vertex] as number, (across[vertex] as number) - first];
    return isLR ? { x: a, y: b } : { x: b, y: a };
  };
  const placed = nodes.map((node, i) => ({ node, ...(sizes[i] as Size), ...point(i) }));
  const byName = new Map(placed.map((each) => [each.node.name, each]));
  const border = (name: string, towards: Point) => borderPoint(byName.get(name) as PlacedNode, towards);
  return {
    width: isLR ? end : last - first,
    height: isLR ? last - first : end,
    nodes: placed,
    edges: edges.map((edge, i) => {
      const bends = (layering.bends[i] ?? []).map(point);
      const from = border(edge.from, bends[0] as Point);
      const to = border(edge.to, bends.at(-1) as Point);
      return { edge, points: [from, ...bends, to] };
    }),
  };
}

/** The middle of every vertex along the layers. */
function placeAlong(
  layers: readonly (readonly number[])[],
  lengths: readonly number[],
  gap: number,
): number[] {
  const along = lengths.map(() => 0);
  let begin = 0;
  for (const layer of layers) {
    const length = Math.max(...layer.map((vertex) => lengths[vertex] as number));
    for (const vertex of layer) along[vertex] = begin + length / 2;
    begin += length + gap;
  }
  return along;
}

/** Where the way from the middle of a node to a point leaves it. */
function borderPoint({ x, y, width, height }: PlacedNode, towards: Point): Point {
  const [dx, dy] = [towards.x - x, towards.y - y];
  if (dx === 0 || Math.abs(dy) * (width / 2) > Math.abs(dx) * (height / 2)) {
    const h = dy < 0 ? -height / 2 : height / 2;
    return { x: x + (h * dx) / dy, y: y + h };
  }
  const w = dx < 0 ? -width / 2 : width / 2;
  return { x: x + w, y: y + (w * dy) / dx };
}

const axesOf = ({ direction }: LayoutOptions): readonly ['x' | 'y', 'x' | 'y'] =>
  direction === 'LR' ? ['x', 'y'] : ['y', 'x'];

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
