import { grouped } from './grouped.ts';
import type { ProperLayering } from './proper.ts';

/** Two vertices that stand in this order where they share a layer. */
export type Constraint = readonly [left: number, right: number];

/** Vertices that are moved together. */
interface Group {
  vertices: readonly number[];
  /** The first of their places before. */
  place: number;
  /** The mean place of their neighbours, of which there are so many; undefined without any. */
  barycenter: number | undefined;
  weight: number;
}

/** A group until it is known what stands left of it. */
interface Pending {
  readonly group: Group;
  isMerged: boolean;
  /** Those that must stand left of it, as far as they are settled, and how many are not; and those right of it. */
  readonly left: Pending[];
  waiting: number;
  readonly right: Pending[];
}

/** So many sweeps without fewer crossings are the last. */
const VAIN_SWEEPS = 4;

/**
 * The vertices of each layer in an order in which few lines cross: sweeps from layer to layer, in which each vertex goes where
 * its neighbours are on average (Gansner, Koutsofios, North and Vo, 1993), with constraints as Forster has them ("A Fast and
 * Simple Heuristic for Constrained Two-Level Crossing Reduction", 2004).
 */
export function orderLayers(
  layering: ProperLayering,
  constraints: readonly Constraint[],
): { layers: readonly (readonly number[])[]; crossings: number } {
  const { layers: unordered, before, after } = layering;
  const layers = firstOrder(layering);
  const layerOf = layerOfEach(layering);
  const constraintsIn = grouped(
    constraints.filter(([left, right]) => layerOf[left] === layerOf[right]),
    ([left]) => layerOf[left],
  );
  const places: number[] = before.map(() => 0);
  const settle = (layer: number, vertices: readonly number[]) => {
    layers[layer] = vertices;
    for (const [place, vertex] of vertices.entries()) places[vertex] = place;
  };
  for (const [i, vertices] of layers.entries()) settle(i, vertices);
  let best: readonly (readonly number[])[] = layers;
  let fewest = Infinity;
  for (let sweep = 0, vain = 0; vain < VAIN_SWEEPS; sweep++, vain++) {
    const isDown = sweep % 2 === 1;
    let isRightFirst = true;
    for (let i = 1; i < layers.length; i++) {
      const layer = isDown ? i : layers.length - 1 - i;
      const groups = groupsOf(unordered[layer] ?? [], isDown ? before : after, places);
      const constrained = constraintsIn.get(layer);
      const settled = constrained ? resolved(groups, constrained) : groups;
      settle(layer, sorted(settled, isRightFirst));
      if (sweep % 4 >= 2 && hasTie(settled)) isRightFirst = !isRightFirst;
    }
    const count = countCrossings(layers, after, places);
    if (count < fewest) vain = 0;
    if (count <= fewest) best = [...layers];
    fewest = Math.min(fewest, count);
  }
  return { layers: best, crossings: fewest };
}

function layerOfEach({ layers, before }: ProperLayering): number[] {
  const layerOf = before.map(() => 0);
  for (const [i, vertices] of layers.entries()) for (const vertex of vertices) layerOf[vertex] = i;
  return layerOf;
}

/** As a search in depth comes upon them, from the first layer on. */
function firstOrder({ layers: unordered, after }: ProperLayering): (readonly number[])[] {
  const layers: number[][] = unordered.map(() => []);
  const seen = new Set<number>();
  for (const [first, vertices] of unordered.entries()) {
    const waiting = vertices.toReversed().map((vertex) => [vertex, first] as const);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [vertex, layer] = next;
      if (seen.has(vertex)) continue;
      seen.add(vertex);
      layers[layer]?.push(vertex);
      for (const other of (after[vertex] ?? []).toReversed()) waiting.push([other, layer + 1]);
    }
  }
  return layers;
}

const groupsOf = (
  vertices: readonly number[],
  neighbours: readonly (readonly number[])[],
  places: readonly number[],
): Group[] =>
  vertices.map((vertex, place) => {
    const near = neighbours[vertex] ?? [];
    let sum = 0;
    for (const neighbour of near) sum += places[neighbour] as number;
    const barycenter = near.length === 0 ? undefined : sum / near.length;
    return { vertices: [vertex], place, barycenter, weight: near.length };
  });

/** Groups whose barycenters contradict a constraint are merged, in its order. */
function resolved(groups: readonly Group[], constraints: readonly Constraint[]): Group[] {
  const all = groups.map((group): Pending => ({ group, isMerged: false, left: [], waiting: 0, right: [] }));
  const pendingOf = new Map(all.map((pending) => [pending.group.vertices[0], pending]));
  for (const [left, right] of constraints) {
    const [first, second] = [pendingOf.get(left) as Pending, pendingOf.get(right) as Pending];
    first.right.push(second);
    second.waiting++;
  }
  const ready = all.filter(({ waiting }) => waiting === 0);
  const settled: Pending[] = [];
  for (let next = ready.pop(); next; next = ready.pop()) {
    settled.push(next);
    for (const left of next.left.toReversed()) {
      if (left.isMerged || isInOrder(left.group, next.group)) continue;
      merge(next.group, left.group);
      left.isMerged = true;
    }
    for (const right of next.right) {
      right.left.push(next);
      if (--right.waiting === 0) ready.push(right);
    }
  }
  return settled.filter(({ isMerged }) => !isMerged).map(({ group }) => group);
}

const isInOrder = (left: Group, right: Group): boolean =>
  left.barycenter !== undefined && right.barycenter !== undefined && !(left.barycenter >= right.barycenter);

function merge(group: Group, left: Group): void {
  const sumOf = ({ barycenter = 0, weight }: Group) => (weight === 0 ? 0 : barycenter * weight);
  const sum = sumOf(group) + sumOf(left);
  group.vertices = [...left.vertices, ...group.vertices];
  group.weight += left.weight;
  // Not a number where neither has neighbours: such a group is in order with none, and is sorted as a tie, as dagre does.
  group.barycenter = sum / group.weight;
  group.place = Math.min(left.place, group.place);
}

/** By their barycenters; those without one keep their places as far as that goes. */
function sorted(groups: readonly Group[], isRightFirst: boolean): number[] {
  const fixed = groups.filter(({ barycenter }) => barycenter === undefined);
  const waiting = fixed.toSorted((a, b) => b.place - a.place);
  const movable = groups.filter(({ barycenter }) => barycenter !== undefined);
  const moved = movable.toSorted((a, b) => {
    const [one, other] = [a.barycenter as number, b.barycenter as number];
    if (one < other) return -1;
    if (one > other) return 1;
    return isRightFirst ? b.place - a.place : a.place - b.place;
  });
  const vertices: number[] = [];
  let place = 0;
  const putFixed = () => {
    for (let next = waiting.at(-1); next && next.place <= place; next = waiting.at(-1)) {
      waiting.pop();
      vertices.push(...next.vertices);
      place++;
    }
  };
  putFixed();
  for (const group of moved) {
    place += group.vertices.length;
    vertices.push(...group.vertices);
    putFixed();
  }
  return vertices;
}

function hasTie(groups: readonly Group[]): boolean {
  const seen = new Set<number>();
  for (const { barycenter } of groups) {
    if (!barycenter) continue;
    if (seen.has(barycenter)) return true;
    seen.add(barycenter);
  }
  return false;
}

/** How many pieces of lines cross, by a tree of sums (Barth, Jünger and Mutzel, "Simple and Efficient Bilayer Cross Counting", 2002). */
function countCrossings(
  layers: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  places: readonly number[],
): number {
  let count = 0;
  for (const [i, vertices] of layers.slice(0, -1).entries()) {
    let leaf = 1;
    while (leaf < (layers[i + 1]?.length ?? 0)) leaf *= 2;
    const sums: number[] = Array.from({ length: 2 * leaf }, () => 0);
    for (const vertex of vertices) {
      const ends = (after[vertex] ?? []).map((next) => places[next] as number).toSorted((a, b) => a - b);
      for (const end of ends) {
        for (let at = end + leaf; at >= 1; at >>= 1) {
          if (at % 2 === 0 && at > 1) count += sums[at + 1] as number;
          sums[at] = (sums[at] as number) + 1;
        }
      }
    }
  }
  return count;
}
