import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten, restore } from '../../src/core/flat-tree.ts';
import { parseSource, type Tree } from '../../src/core/parse.ts';
import { printStatement } from '../../src/core/program.ts';
import { readSource } from '../../src/core/source.ts';
import { study, trace } from '../../src/core/trace.ts';
import { randomExpression } from '../support/expressions.ts';

const treeOf = (text: string): Tree => parseSource(readSource(text));
const copied = (tree: Tree): Tree => restore(structuredClone(flatten(tree)));

const PROGRAMS = [
  'a',
  '3*(a+b*c)',
  'f(x, y) = x*y + 1; f(a, f(b, 2))',
  'u = a*b; v = u + 1\nu*v',
  'x < y < 3 ? max(x, y, 2) : -x^2',
  '2x + 10%',
  'not (x > 0 and y > 0) ? x : y',
];

function fate(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
}

describe('a tree that was made flat and built again', () => {
  test.each(PROGRAMS)('means the same: %s', (text) => {
    const told = study({ text, tree: copied(treeOf(text)) }).trace;
    expect(told).toEqual(trace(text));
  });

  test.each(['[1, 2]', 'a.b', '{a: 1}', '1:3', 'a[1] = 2', 'f(x)(y)', 'a?.[1]'])(
    'is refused for the same reason: %s',
    (text) => {
      expect(fate(() => study({ text, tree: copied(treeOf(text)) }))).toEqual(fate(() => trace(text)));
    },
  );

  test('prints the same, whatever it is', () => {
    fc.assert(
      fc.property(randomExpression, (text) => {
        let tree: Tree;
        try {
          tree = treeOf(text);
        } catch {
          return;
        }
        expect(printStatement(copied(tree))).toBe(printStatement(tree));
      }),
    );
  });
});

describe('a tree 50,000 calls deep', () => {
  const depth = 50_000;
  let tree: Tree = { type: 'SymbolNode', name: 'a' };
  for (let i = 0; i < depth; i++)
    tree = { type: 'FunctionNode', fn: { type: 'SymbolNode', name: 'tanh' }, args: [tree] };
  const text = `${'tanh('.repeat(depth)}a${')'.repeat(depth)}`;

  test('is printed, lowered, evaluated and told without recursion, and nothing repeats what is inside', () => {
    const told = study({ text, tree: copied(tree) }, { at: { a: 0 } }).trace;
    const longest = Math.max(...told.forward.map(({ formula, numbers }) => formula.length + numbers.length));
    expect(longest).toBeLessThan(40);
    const pieces = told.backward.flatMap((step) => step.contributions.map((part) => part.formula.length));
    expect(Math.max(...pieces)).toBeLessThan(40);
    expect(told.statements).toEqual([text]);
    expect(told.value).toBe(0);
    expect(told.gradients['a']).toBe(1);
    expect(told.forward).toHaveLength(depth);
  });
});
