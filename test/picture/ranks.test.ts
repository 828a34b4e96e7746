import { graphlib, layout } from '@dagrejs/dagre';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagram } from '../../src/picture/diagram.ts';
import { layersOf, ranksOf } from '../../src/picture/ranks.ts';

/** A diagram whose nodes, by index, use the given ones before them. */
const diagram = (operands: readonly (readonly number[])[]): Diagram => ({
  nodes: operands.map((_, i) => ({ name: `n${i}`, formula: '', skipped: false, isOutput: false })),
  edges: operands.flatMap((used, to) => used.map((from) => ({ from: `n${from}`, to: `n${to}`, uses: 1 }))),
});

const diagrams = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 2, maxLength: 30 })
  .map((picks) => diagram(picks.map((used, i) => [...new Set(i === 0 ? [] : used.map((pick) => pick % i))])));

/** How long each edge is, in layers. */
function lengths({ nodes, edges }: Diagram, ranks: readonly number[]): number[] {
  const rankOf = new Map(nodes.map(({ name }, i) => [name, ranks[i] as number]));
  return edges.map(({ from, to }) => (rankOf.get(to) as number) - (rankOf.get(from) as number));
}

function ranksOfDagre({ nodes, edges }: Diagram): number[] {
  const graph = new graphlib.Graph();
  graph.setGraph({ ranker: 'network-simplex' });
  for (const { name } of nodes) graph.setNode(name, { width: 1, height: 1 });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  layout(graph, { disableOptimalOrderHeuristic: true });
  return nodes.map(({ name }) => (graph.node(name) as { rank: number }).rank / 2);
}

const sum = (all: readonly number[]) => all.reduce((total, length) => total + length, 0);

test('layers go forward, begin with 0, and leave lines as short as dagre does', () => {
  fc.assert(
    fc.property(diagrams, (drawn) => {
      const ranks = ranksOf(drawn);
      const own = lengths(drawn, ranks);
      const theirs = lengths(drawn, ranksOfDagre(drawn));
      expect(Math.min(...ranks)).toBe(0);
      expect(own.every((length) => length >= 1)).toBe(true);
      expect(sum(own)).toBe(sum(theirs));
    }),
  );
});

test('an operand that is used late alone stands late, and one that others share stands early', () => {
  // u = a * b; v = u * c; w = v * a
  const shared = diagram([[], [], [0, 1], [], [2, 3], [0, 4]]);
  expect(ranksOf(shared)).toEqual([0, 0, 1, 1, 2, 3]);
  expect(layersOf(shared)).toEqual([
    { names: ['n0', 'n1'], passing: 0 },
    { names: ['n2', 'n3'], passing: 1 },
    { names: ['n4'], passing: 1 },
    { names: ['n5'], passing: 0 },
  ]);
});

test('a product of operands that are used early moves to them as a whole', () => {
  // p = a * b with operands from the beginning of a chain, used at its end: one long line instead of two.
  const chain = diagram([[], [], [0], [1, 2], [3], [4], [5], [0, 1], [6, 7]]);
  expect(ranksOf(chain)[7]).toBe(2);
});
