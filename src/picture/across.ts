import type { ProperLayering } from './proper.ts';

export interface AcrossOptions {
  /** What each vertex takes across; bends take nothing. */
  readonly breadths: readonly number[];
  /** The least distance of two nodes, and of two lines. */
  readonly nodeGap: number;
  readonly edgeGap: number;
}

type Layers = readonly (readonly number[])[];

/**
 * The middle of every vertex across the layers: long lines straight, and nodes near the middle of their neighbours (Brandes
 * and Köpf, "Fast and Simple Horizontal Coordinate Assignment", 2001). In time linear in the number of vertices and edges,
 * sorting aside.
 */
export function placeAcross(layering: ProperLayering, layers: Layers, options: AcrossOptions): number[] {
  const isCut = cutBy(layering, layers);
  const placings: number[][] = [];
  for (const isUp of [false, true]) {
    const way = isUp ? layers.toReversed() : layers;
    const neighbours = isUp ? layering.after : layering.before;
    for (const isMirrored of [false, true]) {
      const order = isMirrored ? way.map((layer) => layer.toReversed()) : way;
      const placing = compacted(order, blocks(order, neighbours, isCut), layering.nodeCount, options);
      placings.push(isMirrored ? placing.map((place) => -place) : placing);
    }
  }
  align(placings, options.breadths);
  return layering.before.map((_, vertex) => {
    const places = placings.map((placing) => placing[vertex] as number).toSorted((a, b) => a - b);
    return ((places[1] as number) + (places[2] as number)) / 2;
  });
}

/** Tells pieces of lines that cross a piece between two bends, which is to stay straight. */
function cutBy({ nodeCount, before }: ProperLayering, layers: Layers): (from: number, to: number) => boolean {
  const isBend = (vertex: number) => vertex >= nodeCount;
  const cut = new Set<number>();
  const key = (a: number, b: number) => Math.min(a, b) * before.length + Math.max(a, b);
  for (const [i, layer] of layers.slice(1).entries()) {
    const last = layers[i] as readonly number[];
    const places = new Map(last.map((vertex, place) => [vertex, place]));
    let [low, scanned] = [0, 0];
    for (const [place, vertex] of layer.entries()) {
      const inner = isBend(vertex) ? before[vertex]?.find(isBend) : undefined;
      if (inner === undefined && place < layer.length - 1) continue;
      const high = inner === undefined ? last.length : (places.get(inner) as number);
      for (const other of layer.slice(scanned, place + 1)) {
        for (const source of before[other] ?? []) {
          const from = places.get(source) as number;
          if ((from < low || high < from) && !(isBend(source) && isBend(other))) cut.add(key(source, other));
        }
      }
      scanned = place + 1;
      low = high;
    }
  }
  return (from, to) => cut.has(key(from, to));
}

/** Vertices that stand in one line, each by the first of them: each follows the median of its neighbours. */
function blocks(
  layers: Layers,
  neighbours: Layers,
  isCut: (from: number, to: number) => boolean,
): readonly number[] {
  const roots = neighbours.map((_, vertex) => vertex);
  const places = roots.map(() => 0);
  for (const layer of layers) for (const [place, vertex] of layer.entries()) places[vertex] = place;
  const placeOf = (vertex: number) => places[vertex] as number;
  for (const layer of layers) {
    let taken = -1;
    for (const vertex of layer) {
      const near = (neighbours[vertex] ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
      const middle = (near.length - 1) / 2;
      const medians = near.slice(Math.floor(middle), Math.ceil(middle) + 1);
      const median = medians.find((other) => taken < placeOf(other) && !isCut(vertex, other));
      if (median === undefined) continue;
      roots[vertex] = roots[median] as number;
      taken = placeOf(median);
    }
  }
  return roots;
}

/** Every block as far to the left as others allow, then to the right where that costs no room. */
function compacted(
  layers: Layers,
  roots: readonly number[],
  nodeCount: number,
  { breadths, nodeGap, edgeGap }: AcrossOptions,
): number[] {
  const gaps: { readonly left: number; readonly right: number; readonly gap: number }[][] = roots.map(
    () => [],
  );
  const waiting = roots.map(() => 0);
  const halfOf = (vertex: number) => (breadths[vertex] as number) / 2;
  const marginOf = (vertex: number) => (vertex < nodeCount ? nodeGap : edgeGap) / 2;
  for (const layer of layers) {
    for (const [i, vertex] of layer.slice(1).entries()) {
      const other = layer[i] as number;
      const [left, right] = [roots[other] as number, roots[vertex] as number];
      const gap = halfOf(vertex) + marginOf(vertex) + marginOf(other) + halfOf(other);
      gaps[left]?.push({ left, right, gap });
      waiting[right] = (waiting[right] as number) + 1;
    }
  }
  const places = roots.map(() => 0);
  const placeOf = (block: number) => places[block] as number;
  const order = roots.flatMap((root, vertex) => (root === vertex && waiting[vertex] === 0 ? [vertex] : []));
  for (const block of order) {
    for (const { left, right, gap } of gaps[block] ?? []) {
      places[right] = Math.max(placeOf(right), placeOf(left) + gap);
      waiting[right] = (waiting[right] as number) - 1;
      if (waiting[right] === 0) order.push(right);
    }
  }
  for (const block of order.toReversed()) {
    const least = Math.min(...(gaps[block] ?? []).map(({ right, gap }) => placeOf(right) - gap));
    if (least !== Infinity) places[block] = Math.max(placeOf(block), least);
  }
  return roots.map(placeOf);
}

/** Moves all placings to the borders of the narrowest. */
function align(placings: number[][], breadths: readonly number[]): void {
  const half = (vertex: number) => (breadths[vertex] as number) / 2;
  const widths = placings.map((placing) => {
    const high = greatest(placing.map((place, vertex) => place + half(vertex)));
    return high + greatest(placing.map((place, vertex) => half(vertex) - place));
  });
  const narrowest = placings[widths.indexOf(Math.min(...widths))] as number[];
  const [low, high] = [least(narrowest), greatest(narrowest)];
  for (const [i, placing] of placings.entries()) {
    const by = i % 2 === 0 ? low - least(placing) : high - greatest(placing);
    if (placing !== narrowest && by !== 0) placings[i] = placing.map((place) => place + by);
  }
}

/** Of any number of numbers, which are too many for arguments. */
const least = (numbers: readonly number[]): number =>
  numbers.reduce((found, number) => Math.min(found, number), Infinity);
const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((found, number) => Math.max(found, number), -Infinity);
