import type { Diagram } from './diagram.ts';
import { grouped } from './grouped.ts';
import type { Layout, PlacedNode, Point, Size } from './layout.ts';
import { layersOf } from './ranks.ts';

/** Whether no quantity is used by more than one other: the graph is a tree, or several. */
export const isTree = ({ edges }: Diagram): boolean =>
  new Set(edges.map(({ from }) => from)).size === edges.length;

/**
 * Places a tree in layers (Reingold and Tilford, "Tidier Drawings of Trees", 1981): operands in the order in which they
 * are written, as close together as their subtrees allow, and what they make in the middle behind them. No lines cross,
 * and each leads from one layer to the next. Time is linear in the number of nodes.
 */
export const layOutTree: Layout = (diagram, sizeOf, { direction, nodeGap, layerGap }) => {
  const { nodes, edges } = diagram;
  const isLR = direction === 'LR';
  const sizes = new Map(nodes.map((node) => [node.name, sizeOf(node)]));
  const box = (name: string) => {
    const { width, height } = sizes.get(name) as Size;
    return isLR ? { length: width, breadth: height } : { length: height, breadth: width };
  };
  const layers = layersOf(diagram);
  const across = placeAcross(diagram, (name) => box(name).breadth, nodeGap);
  const along = new Map<string, number>();
  let end = -layerGap;
  for (const { names } of layers) {
    const length = Math.max(...names.map((name) => box(name).length));
    for (const name of names) along.set(name, end + layerGap + length / 2);
    end += layerGap + length;
  }
  const borders = nodes.map(({ name }) => (across.get(name) as number) + box(name).breadth / 2);
  const [length, breadth] = [end, Math.max(...borders)];
  const point = (name: string, side = 0): Point => {
    const place = {
      along: (along.get(name) as number) + side * box(name).length,
      across: across.get(name) as number,
    };
    return isLR ? { x: place.along, y: place.across } : { x: place.across, y: place.along };
  };
  return {
    ...(isLR ? { width: length, height: breadth } : { width: breadth, height: length }),
    nodes: nodes.map((node): PlacedNode => ({
      node,
      ...(sizes.get(node.name) as Size),
      ...point(node.name),
    })),
    edges: edges.map((edge) => ({ edge, points: [point(edge.from, 0.5), point(edge.to, -0.5)] })),
  };
};

/**
 * What a subtree takes across in each layer, from its deepest one to that of its root, whose middle is at 0. The numbers
 * count from `shift`, so that no time goes into moving a subtree.
 */
interface Outline {
  readonly low: number[];
  readonly high: number[];
  shift: number;
}

/** The middle of every node across the layers. The first position that a node takes is 0. */
function placeAcross(
  { nodes, edges }: Diagram,
  breadthOf: (name: string) => number,
  gap: number,
): Map<string, number> {
  const operandsOf = grouped(edges, ({ to }) => to);
  const outlines = new Map<string, Outline>();
  /** How far each node is from the middle of all that are used with it. */
  const offsets = new Map<string, number>();
  const placeBeside = (names: readonly string[]): Outline => {
    let all: Outline = { low: [], high: [], shift: 0 };
    let last = 0;
    for (const name of names) {
      const next = outlines.get(name) as Outline;
      last = distance(all, next, gap);
      offsets.set(name, last);
      next.shift += last;
      all = joined(all, next);
    }
    for (const name of names) offsets.set(name, (offsets.get(name) as number) - last / 2);
    all.shift -= last / 2;
    return all;
  };
  for (const { name } of nodes) {
    const outline = placeBeside(operandsOf.get(name)?.map(({ from }) => from) ?? []);
    const half = breadthOf(name) / 2;
    outline.low.push(-half - outline.shift);
    outline.high.push(half - outline.shift);
    outlines.set(name, outline);
  }
  const used = new Set(edges.map(({ from }) => from));
  const { low, shift } = placeBeside(nodes.flatMap(({ name }) => (used.has(name) ? [] : [name])));
  const origin = Math.min(...low) + shift;

  const userOf = new Map(edges.map(({ from, to }) => [from, to]));
  const middles = new Map<string, number>();
  for (const { name } of nodes.toReversed()) {
    const from = middles.get(userOf.get(name) ?? '') ?? -origin;
    middles.set(name, from + (offsets.get(name) as number));
  }
  return middles;
}

/** How far a subtree must move to stand behind others without touching them in any layer. */
function distance(others: Outline, next: Outline, gap: number): number {
  let least = 0;
  for (let i = 1; i <= Math.min(others.low.length, next.low.length); i++) {
    const end = (others.high.at(-i) as number) + others.shift;
    const begin = (next.low.at(-i) as number) + next.shift;
    least = Math.max(least, end + gap - begin);
  }
  return least;
}

/** What two subtrees side by side take together, written over the deeper one. */
function joined(before: Outline, after: Outline): Outline {
  const [deeper, side, other] =
    before.low.length > after.low.length
      ? ([before, 'high', after] as const)
      : ([after, 'low', before] as const);
  for (let i = 1; i <= other.low.length; i++) {
    const numbers = deeper[side];
    numbers[numbers.length - i] = (other[side].at(-i) as number) + other.shift - deeper.shift;
  }
  return deeper;
}
