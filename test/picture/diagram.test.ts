import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { around, diagramOf, nearOutput } from '../../src/picture/diagram.ts';
import { foldChains } from '../../src/picture/fold.ts';

const namesOf = (nodes: readonly { readonly name: string }[]) => nodes.map(({ name }) => name);

const chain = (length: number) => trace(`${'sin('.repeat(length)}x*y${')'.repeat(length)}`);

describe('the diagram of a trace', () => {
  test('has inputs and operations, and no constants', () => {
    const { nodes, edges } = diagramOf(trace('3*(a+b*c)'));
    expect(namesOf(nodes)).toEqual(['a', 'b', 'c', 'u', 'v', 'J']);
    expect(edges).toEqual([
      { from: 'b', to: 'u', uses: 1 },
      { from: 'c', to: 'u', uses: 1 },
      { from: 'a', to: 'v', uses: 1 },
      { from: 'u', to: 'v', uses: 1 },
      { from: 'v', to: 'J', uses: 1 },
    ]);
    expect(nodes.at(-1)).toMatchObject({ formula: '3 * v', value: 33, gradient: 1, isOutput: true });
  });

  test('counts how often an operand is used', () => {
    expect(diagramOf(trace('x*x')).edges).toEqual([{ from: 'x', to: 'J', uses: 2 }]);
  });

  test('leaves out what does not lead to the output', () => {
    expect(namesOf(diagramOf(trace('u = a*b; J = 3*c')).nodes)).toEqual(['c', 'J']);
  });

  test('marks the branch that a condition did not take', () => {
    const { nodes } = diagramOf(trace('x > 0 ? x^2 : exp(x)', { at: { x: 2 } }));
    expect(nodes.filter(({ skipped }) => skipped).map(({ formula }) => formula)).toEqual(['exp(x)']);
  });

  test('shows only the dvars and values that are told', () => {
    const { nodes } = diagramOf(trace('3*(a+b*c)'), {
      gradients: new Map([['v', 3]]),
      hidden: new Set(['J']),
      asked: 'a',
    });
    expect(nodes.filter(({ gradient }) => gradient !== undefined)).toMatchObject([{ name: 'v' }]);
    expect(nodes.filter(({ value }) => value === undefined)).toMatchObject([{ name: 'J' }]);
    expect(nodes.filter(({ isAsked }) => isAsked)).toMatchObject([{ name: 'a' }]);
  });

  test('takes any name, those of an object too', () => {
    const { nodes } = diagramOf(trace('constructor * __proto__ + toString'));
    expect(namesOf(nodes)).toEqual(['constructor', '__proto__', 'toString', 'u', 'J']);
  });
});

describe('a part of a graph', () => {
  test('nearest to the output has what it says, the output among it', () => {
    const near = nearOutput(trace(Array.from({ length: 50 }, (_, i) => `x${i}*y${i}`).join(' + ')), 10);
    expect(near.size).toBe(10);
    expect(near.has('J')).toBe(true);
  });

  test('around a node has its operands, its uses, and what else they are made of', () => {
    expect([...around(trace('3*(a+b*c)'), 'u')].toSorted()).toEqual(['a', 'b', 'c', 'u', 'v']);
  });
});

describe('long chains', () => {
  test('are folded to their two ends', () => {
    const { nodes, edges } = foldChains(diagramOf(chain(30)));
    expect(nodes.filter(({ folded }) => folded !== undefined)).toMatchObject([{ folded: 27 }]);
    expect(nodes).toHaveLength(3 + 1 + 3);
    expect(edges).toHaveLength(nodes.length - 1);
  });

  test('stay as they are when there is little to fold', () => {
    const short = diagramOf(chain(4));
    expect(foldChains(short)).toEqual(short);
  });

  test('of any length are folded without recursion', () => {
    const { nodes } = foldChains(
      diagramOf(trace(Array.from({ length: 20_000 }, (_, i) => `a${i + 1} = sin(a${i})`).join(';'))),
    );
    expect(nodes.length).toBeLessThan(10);
  });
});
