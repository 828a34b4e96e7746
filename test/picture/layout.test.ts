import { graphlib, layout } from '@dagrejs/dagre';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAcross } from '../../src/picture/across.ts';
import type { Diagram } from '../../src/picture/diagram.ts';
import { layOut, type Point } from '../../src/picture/layout.ts';
import { type Constraint, orderLayers } from '../../src/picture/order.ts';
import { properLayering } from '../../src/picture/proper.ts';

const diagram = (operands: readonly (readonly number[])[]): Diagram => ({
  nodes: operands.map((_, i) => ({ name: `n${i}`, formula: '', skipped: false, isOutput: false })),
  edges: operands.flatMap((used, to) => used.map((from) => ({ from: `n${from}`, to: `n${to}`, uses: 1 }))),
});

/** All nodes lead to the last. */
const diagrams = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 3, maxLength: 25 })
  .map((picks) => {
    const operands = picks.map((used, i) => new Set(i === 0 ? [] : used.map((pick) => pick % i)));
    const used = new Set(operands.flatMap((each) => [...each]));
    const last = new Set([...operands.keys()].filter((i) => !used.has(i) && i < operands.length - 1));
    return diagram(
      [...operands.slice(0, -1), new Set([...(operands.at(-1) ?? []), ...last])].map((each) => [...each]),
    );
  });

const GAPS = { nodeGap: 4, edgeGap: 2 };

/** Where dagre places the nodes across, seen from the first. */
function acrossOfDagre({ nodes, edges }: Diagram, breadths: readonly number[], pairs: readonly Constraint[]) {
  const graph = new graphlib.Graph();
  graph.setGraph({ nodesep: GAPS.nodeGap, edgesep: GAPS.edgeGap });
  for (const [i, { name }] of nodes.entries())
    graph.setNode(name, { width: breadths[i] as number, height: 1 });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  layout(graph, { constraints: pairs.map(([left, right]) => ({ left: `n${left}`, right: `n${right}` })) });
  return seenFromFirst(nodes.map(({ name }) => (graph.node(name) as { x: number }).x));
}

const seenFromFirst = (places: readonly number[]): number[] =>
  places.map((place) => place - (places[0] as number));

describe('nodes are placed', () => {
  it('as dagre does it, with constraints and without', () => {
    fc.assert(
      fc.property(
        diagrams,
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 25, maxLength: 25 }),
        fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 4 }),
        (drawn, widths, picks) => {
          const count = drawn.nodes.length;
          const constraints = picks
            .map(([a, b]): Constraint => [Math.min(a % count, b % count), Math.max(a % count, b % count)])
            .filter(
              ([left, right], i, all) =>
                left !== right && all.findIndex(([a, b]) => a === left && b === right) === i,
            );
          const layering = properLayering(drawn);
          const breadths = layering.before.map((_, i) => (i < count ? (widths[i] as number) : 0));
          const { layers } = orderLayers(layering, constraints);
          const across = placeAcross(layering, layers, { breadths, ...GAPS }).slice(0, count);
          const theirs = acrossOfDagre(drawn, breadths, constraints);
          for (const [i, place] of seenFromFirst(across).entries())
            expect(place).toBeCloseTo(theirs[i] as number, 6);
        },
      ),
    );
  });

  it('with the picture around them, and lines that begin and end at their borders', () => {
    // u = a * b; v = u + a
    const drawn = diagram([[], [], [0, 1], [2, 0]]);
    const size = { width: 10, height: 2 };
    const picture = layOut(drawn, () => size, { direction: 'LR', nodeGap: 2, edgeGap: 1, layerGap: 6 });
    expect(picture.width).toBe(42);
    expect(Math.min(...picture.nodes.map(({ y }) => y))).toBe(1);
    expect(Math.max(...picture.nodes.map(({ y }) => y))).toBe(picture.height - 1);
    const at = new Map(picture.nodes.map((placed) => [placed.node.name, placed]));
    const isOnBorder = (point: Point | undefined, name: string) => {
      const { x, y } = at.get(name) as Point;
      const [dx, dy] = [Math.abs((point?.x ?? 0) - x), Math.abs((point?.y ?? 0) - y)];
      return (dx === 5 && dy <= 1) || (dy === 1 && dx <= 5);
    };
    for (const { edge, points } of picture.edges) {
      expect(isOnBorder(points[0], edge.from)).toBe(true);
      expect(isOnBorder(points.at(-1), edge.to)).toBe(true);
    }
  });

  it('however many layers their lines pass', () => {
    const count = 120;
    const chain = diagram(
      Array.from({ length: count }, (_, i) => (i < 2 ? [] : i === 2 ? [0, 1] : [i - 1, 0])),
    );
    const { nodes } = layOut(chain, () => ({ width: 1, height: 1 }), {
      direction: 'LR',
      nodeGap: 1,
      edgeGap: 1,
      layerGap: 2,
    });
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
  });
});
