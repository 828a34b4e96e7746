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
  const boxes = new Map<string, Box>();
  for (const node of nodes) {
    const { width, height } = sizeOf(node);
    const [length, breadth] = isLR ? [width, height] : [height, width];
    boxes.set(node.name, { width, height, length, breadth, along: 0, across: 0 });
  }
  const boxOf = (name: string) => boxes.get(name) as Box;
  placeAcross(diagram, boxOf, nodeGap);
  let [end, highest] = [-layerGap, 0];
  for (const { names } of layersOf(diagram)) {
    let longest = 0;
    for (const name of names) longest = Math.max(longest, boxOf(name).length);
    for (const name of names) {
      const box = boxOf(name);
      box.along = end + layerGap + longest / 2;
      highest = Math.max(highest, box.across + box.breadth / 2);
    }
    end += layerGap + longest;
  }
  const point = ({ along, across, length }: Box, side = 0): Point =>
    isLR ? { x: along + side * length, y: across } : { x: across, y: along + side * length };
  const [width, height] = isLR ? [end, highest] : [highest, end];
  return {
    width,
    height,
    nodes: nodes.map((node): PlacedNode => {
      const box = boxOf(node.name);
      return { node, width: box.width, height: box.height, ...point(box) };
    }),
    edges: edges.map((edge) => ({
      edge,
      points: [point(boxOf(edge.from), 0.5), point(boxOf(edge.to), -0.5)],
    })),
  };
};

/** What a node takes, along the way of the forward pass and across it, and where its middle is. */
interface Box extends Size {
  readonly length: number;
  readonly breadth: number;
  along: number;
  across: number;
}

/**
 * What a subtree takes across in each layer, from its deepest one to that of its root, whose middle is at 0. The numbers
 * count from `shift`, so that no time goes into moving a subtree.
 */
interface Outline {
  readonly low: number[];
  readonly high: number[];
  shift: number;
}

/** Places the middle of every node across the layers. The first position that a node takes is 0. */
function placeAcross({ nodes, edges }: Diagram, boxOf: (name: string) => Box, gap: number): void {
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
    const half = boxOf(name).breadth / 2;
    outline.low.push(-half - outline.shift);
    outline.high.push(half - outline.shift);
    outlines.set(name, outline);
  }
  const userOf = new Map<string, string>();
  for (const { from, to } of edges) userOf.set(from, to);
  const { low, shift } = placeBeside(nodes.flatMap(({ name }) => (userOf.has(name) ? [] : [name])));
  const origin = Math.min(...low) + shift;
  for (const { name } of nodes.toReversed()) {
    const user = userOf.get(name);
    const from = user === undefined ? -origin : boxOf(user).across;
    boxOf(name).across = from + (offsets.get(name) as number);
  }
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
