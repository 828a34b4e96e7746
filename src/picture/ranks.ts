import type { Diagram } from './diagram.ts';

/** An edge, by the indices of its ends: `weight` is what each layer costs that it passes. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** A spanning tree of tight edges, which lead from one layer to the next; hung up at the first node. */
interface TightTree {
  /** In the order in which they came in. */
  readonly spans: Span[];
  /** From the root. */
  readonly order: number[];
  /** By node: the edge that it hangs on; none at the root. */
  readonly hangsOn: (Span | undefined)[];
}

/** They depend on no size and no direction, so they are found once. */
const known = new WeakMap<Diagram, readonly number[]>();

/**
 * The layer of every node, counted from the first: all lines together as short as they can be. By the network simplex
 * method (Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs", 1993), from layers as late as
 * possible, which are the best there are for a tree.
 */
export function ranksOf(diagram: Diagram): readonly number[] {
  const found = known.get(diagram) ?? shortestRanks(diagram);
  known.set(diagram, found);
  return found;
}

function shortestRanks({ nodes, edges }: Diagram): number[] {
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  const spans: Span[] = edges.map(({ from, to }) => ({
    from: index.get(from) as number,
    to: index.get(to) as number,
    weight: 1,
  }));
  const ranks = nodes.map(() => 0);
  // The edges stand in the order of the nodes that they lead to: all that leave a node come after those that enter it.
  for (const { from, to } of spans.toReversed())
    ranks[from] = Math.min(rankAt(ranks, from), rankAt(ranks, to) - 1);
  if (spans.some((span) => slack(ranks, span) > 0)) shorten(spans, ranks);
  const first = Math.min(...ranks.slice(0, nodes.length));
  return nodes.map((_, i) => rankAt(ranks, i) - first);
}

/** What stands in a layer, and how many lines pass it. */
export interface Layer {
  readonly names: readonly string[];
  readonly passing: number;
}

/** The layers, from the first. */
export function layersOf(diagram: Diagram): Layer[] {
  const ranks = ranksOf(diagram);
  const rankOf = new Map<string, number>();
  const layers: { names: string[]; passing: number }[] = [];
  for (const [i, { name }] of diagram.nodes.entries()) {
    const rank = rankAt(ranks, i);
    rankOf.set(name, rank);
    (layers[rank] ??= { names: [], passing: 0 }).names.push(name);
  }
  for (const { from, to } of diagram.edges) {
    const end = rankOf.get(to) as number;
    for (let rank = (rankOf.get(from) as number) + 1; rank < end; rank++)
      (layers[rank] as { passing: number }).passing++;
  }
  return layers;
}

const rankAt = (ranks: readonly number[], node: number): number => ranks[node] as number;

/** How many layers an edge passes. */
const slack = (ranks: readonly number[], { from, to }: Span): number =>
  rankAt(ranks, to) - rankAt(ranks, from) - 1;

/** The node at the other end. */
const otherEnd = ({ from, to }: Span, node: number): number => (from === node ? to : from);

/** Moves nodes to other layers until no exchange of an edge of the tree makes lines shorter. */
function shorten(spans: Span[], ranks: number[]): void {
  // A node before all others, at no cost, holds parts together that have nothing to do with one another.
  const count = ranks.length;
  ranks.push(Math.min(...ranks) - 1);
  for (let to = 0; to < count; to++) spans.push({ from: count, to, weight: 0 });
  const tree = tightTree(spans, ranks);
  for (let leaving = worthless(tree, spans); leaving; leaving = worthless(tree, spans)) {
    const isMoved = hanging(tree, leaving);
    const isTail = isMoved[leaving.from];
    const entering = shortest(
      spans.filter(({ from, to }) => isMoved[from] !== isMoved[to] && isMoved[to] === isTail),
      ranks,
    ) as Span;
    const by = isTail ? -slack(ranks, entering) : slack(ranks, entering);
    for (const node of tree.order) if (isMoved[node]) ranks[node] = rankAt(ranks, node) + by;
    tree.spans.splice(tree.spans.indexOf(leaving), 1);
    tree.spans.push(entering);
    hang(tree, ranks.length);
  }
}

/** The first that passes the fewest layers. */
const shortest = (spans: readonly Span[], ranks: readonly number[]): Span | undefined =>
  spans.reduce<Span | undefined>(
    (best, span) => (best && slack(ranks, best) <= slack(ranks, span) ? best : span),
    undefined,
  );

/** Grows a tree from the first node, moving all of it towards the nearest node where no tight edge leads on. */
function tightTree(spans: readonly Span[], ranks: number[]): TightTree {
  const around: Span[][] = ranks.map(() => []);
  for (const span of spans) around[span.to]?.push(span);
  for (const span of spans) around[span.from]?.push(span);
  const tree: TightTree = { spans: [], order: [], hangsOn: [] };
  const found = new Set([0]);
  for (;;) {
    for (const start of found) grow(start, found);
    if (found.size === ranks.length) break;
    const next = shortest(
      spans.filter(({ from, to }) => found.has(from) !== found.has(to)),
      ranks,
    ) as Span;
    const by = found.has(next.from) ? slack(ranks, next) : -slack(ranks, next);
    for (const node of found) ranks[node] = rankAt(ranks, node) + by;
  }
  hang(tree, ranks.length);
  return tree;

  function grow(start: number, found: Set<number>): void {
    const path = [{ node: start, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const span = around[top.node]?.[top.next++];
      if (!span) path.pop();
      else {
        const other = otherEnd(span, top.node);
        if (found.has(other) || slack(ranks, span) > 0) continue;
        found.add(other);
        tree.spans.push(span);
        path.push({ node: other, next: 0 });
      }
    }
  }
}

/** Hangs the tree up at the first node. */
function hang({ spans, order, hangsOn }: TightTree, count: number): void {
  const around: Span[][] = Array.from({ length: count }, () => []);
  for (const span of spans) {
    around[span.from]?.push(span);
    around[span.to]?.push(span);
  }
  order.length = 0;
  order.push(0);
  hangsOn[0] = undefined;
  for (const node of order) {
    for (const span of around[node] ?? []) {
      if (span === hangsOn[node]) continue;
      const other = otherEnd(span, node);
      hangsOn[other] = span;
      order.push(other);
    }
  }
}

/** The first edge of the tree without which lines become shorter: its cut value is negative. */
function worthless({ spans, order, hangsOn }: TightTree, all: readonly Span[]): Span | undefined {
  // Weights that leave what hangs at a node, less those that enter it.
  const net = order.map(() => 0);
  const add = (node: number, weight: number) => {
    net[node] = (net[node] as number) + weight;
  };
  for (const { from, to, weight } of all) {
    add(from, weight);
    add(to, -weight);
  }
  const negative = new Set<Span>();
  for (const node of order.toReversed()) {
    const span = hangsOn[node];
    if (!span) continue;
    const value = net[node] as number;
    if ((span.from === node ? value : -value) < 0) negative.add(span);
    add(otherEnd(span, node), value);
  }
  return negative.size === 0 ? undefined : spans.find((span) => negative.has(span));
}

/** What hangs on an edge of the tree, by node. */
function hanging({ order, hangsOn }: TightTree, edge: Span): boolean[] {
  const isHanging = order.map(() => false);
  for (const node of order) {
    const span = hangsOn[node];
    isHanging[node] = span !== undefined && (span === edge || isHanging[otherEnd(span, node)] === true);
  }
  return isHanging;
}
