import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagram } from '../../src/picture/diagram.ts';
import { grouped } from '../../src/picture/grouped.ts';
import type { LayoutOptions, Picture, PlacedNode } from '../../src/picture/layout.ts';
import { isTree, layOutTree } from '../../src/picture/tree.ts';

const OPTIONS = { direction: 'LR', nodeGap: 1, edgeGap: 1, layerGap: 2 } as const;

/** A diagram in which the node at each index leads to the one given there; operands stand before their users. */
function diagram(users: readonly (number | undefined)[]): Diagram {
  return {
    nodes: users.map((user, i) => ({
      name: `n${i}`,
      formula: '',
      value: 0,
      skipped: false,
      isOutput: user === undefined,
    })),
    edges: users.flatMap((user, i) =>
      user === undefined ? [] : [{ from: `n${i}`, to: `n${user}`, uses: 1 }],
    ),
  };
}

/** Trees of any shape: every node but the last is used by a later one. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((picks) =>
    picks.map((pick, i) => (i === picks.length - 1 ? undefined : i + 1 + (pick % (picks.length - 1 - i)))),
  );

/** Sizes that differ from node to node, the same ones every time. */
const sizeOf = ({ name }: { readonly name: string }) => {
  const seed = Number(name.slice(1)) * 7919;
  return { width: 1 + (seed % 9), height: 1 + (seed % 4) };
};

/** Each node along and across, whichever way the picture goes. */
function boxes({ nodes }: Picture, { direction }: Pick<LayoutOptions, 'direction'>) {
  return new Map(
    nodes.map(({ node, x, y, width, height }: PlacedNode) => [
      node.name,
      direction === 'LR'
        ? { along: x, across: y, length: width, breadth: height }
        : { along: y, across: x, length: height, breadth: width },
    ]),
  );
}

describe('a tree', () => {
  test.each(['LR', 'TB'] as const)('%s has room for all, and no line crosses another', (direction) => {
    fc.assert(
      fc.property(trees, (users) => {
        const tree = diagram(users);
        const placed = boxes(layOutTree(tree, sizeOf, { ...OPTIONS, direction }), { direction });
        const box = (name: string) => placed.get(name) as NonNullable<ReturnType<typeof placed.get>>;
        const layers = grouped(placed.values(), ({ along }) => along);
        for (const layer of layers.values()) {
          const inOrder = layer.toSorted((a, b) => a.across - b.across);
          for (const [i, next] of inOrder.slice(1).entries()) {
            const before = inOrder[i] as typeof next;
            const room = next.across - next.breadth / 2 - (before.across + before.breadth / 2);
            expect(room).toBeGreaterThanOrEqual(OPTIONS.nodeGap - 1e-9);
          }
        }
        for (const { from, to } of tree.edges) {
          for (const other of tree.edges) {
            if (box(from).along !== box(other.from).along) continue;
            const order = Math.sign(box(from).across - box(other.from).across);
            const after = Math.sign(box(to).across - box(other.to).across);
            expect(order * after).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('keeps operands in the order in which they are written, and what they make in the middle', () => {
    fc.assert(
      fc.property(trees, (users) => {
        const tree = diagram(users);
        const placed = boxes(layOutTree(tree, sizeOf, OPTIONS), OPTIONS);
        for (const [to, edges] of grouped(tree.edges, (edge) => edge.to)) {
          const operands = edges.map(({ from }) => placed.get(from)?.across ?? NaN);
          expect(operands).toEqual(operands.toSorted((a, b) => a - b));
          expect(placed.get(to)?.across).toBeCloseTo(((operands[0] ?? 0) + (operands.at(-1) ?? 0)) / 2, 6);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('begins at the origin, and is as large as it says', () => {
    fc.assert(
      fc.property(trees, (users) => {
        const { nodes, width, height } = layOutTree(diagram(users), sizeOf, OPTIONS);
        expect(Math.min(...nodes.map((node) => node.x - node.width / 2))).toBeCloseTo(0, 6);
        expect(Math.min(...nodes.map((node) => node.y - node.height / 2))).toBeCloseTo(0, 6);
        expect(Math.max(...nodes.map((node) => node.x + node.width / 2))).toBeCloseTo(width, 6);
        expect(Math.max(...nodes.map((node) => node.y + node.height / 2))).toBeCloseTo(height, 6);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('may be as deep as a chain of 100,000', () => {
    const chain = diagram(Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? undefined : i + 1)));
    const { nodes } = layOutTree(chain, () => ({ width: 1, height: 1 }), OPTIONS);
    expect(new Set(nodes.map(({ y }) => y)).size).toBe(1);
    expect(nodes.at(-1)?.x).toBe(nodes.length * 3 - 2.5);
  });
});

test('a graph with a fork is no tree', () => {
  const fork = { nodes: [], edges: ['u', 'v'].map((to) => ({ from: 'a', to, uses: 1 })) };
  expect(isTree(fork)).toBe(false);
  expect(isTree(diagram([1, undefined]))).toBe(true);
});
