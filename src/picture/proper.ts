import type { Diagram } from './diagram.ts';
import { ranksOf } from './ranks.ts';

/**
 * A diagram whose lines are cut at every layer that they pass. Its vertices are the nodes of the diagram, then the bends of
 * its lines. Between two layers of nodes lies one of bends, so that every line has one.
 */
export interface ProperLayering {
  readonly nodeCount: number;
  readonly layers: readonly (readonly number[])[];
  /** The neighbours of each vertex in the layer before, and in the one after. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** The bends of each edge, from its source on. */
  readonly bends: readonly (readonly number[])[];
}

export function properLayering(diagram: Diagram): ProperLayering {
  const { nodes, edges } = diagram;
  const layers: number[][] = [];
  const before: number[][] = [];
  const after: number[][] = [];
  const layerOf = ranksOf(diagram).map((rank) => 2 * rank);
  const add = (layer: number): number => {
    (layers[layer] ??= []).push(before.length);
    after.push([]);
    return before.push([]) - 1;
  };
  const link = (from: number, to: number) => {
    after[from]?.push(to);
    before[to]?.push(from);
  };
  for (const layer of layerOf) add(layer);
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  const bends = edges.map((edge) => {
    const [from, to] = [index.get(edge.from) as number, index.get(edge.to) as number];
    const way: number[] = [];
    let last = from;
    for (let layer = (layerOf[from] as number) + 1; layer < (layerOf[to] as number); layer++) {
      const bend = add(layer);
      link(last, bend);
      way.push(bend);
      last = bend;
    }
    link(last, to);
    return way;
  });
  return { nodeCount: nodes.length, layers, before, after, bends };
}
