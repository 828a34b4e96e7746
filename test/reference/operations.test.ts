import { describe, expect, test } from 'vitest';
import { ops } from '../../src/core/ops.ts';
import { trace } from '../../src/core/trace.ts';
import { languageNames } from '../../src/i18n/index.ts';
import { operationWords } from '../../src/i18n/operations/index.ts';
import { exampleOf } from '../../src/reference/example.ts';
import {
  describe as describeOp,
  operationNames,
  operations,
  operationsNamed,
} from '../../src/reference/operations.ts';
import { gridOf, isKink, valueAt } from '../support/check-row.ts';

const isKorean = (text: string) => /\p{Script=Hangul}/u.test(text);

const QUARTERS = Array.from({ length: 17 }, (_, i) => (i - 8) / 4);
const rows = ops.map((op) => ({ row: `${op.name} of ${op.arity}`, op, told: describeOp(op) }));
const points = (operands: readonly string[]) =>
  gridOf(operands.length, operands.length > 2 ? [-1, 0, 1] : QUARTERS);

/** Whether a condition over operands holds, as the program itself understands it. */
const holds = (
  condition: string,
  operands: readonly string[],
  point: readonly number[],
  u: number,
): boolean => {
  const at = new Map([...operands.map((name, i) => [name, point[i] as number] as const), ['u', u] as const]);
  const names = new Map([...at].filter(([name]) => new RegExp(`\\b${name}\\b`, 'u').test(condition)));
  return trace(`J = (${condition}) ? 1 : 0`, { at: names }).value === 1;
};

describe('what is told of a row is what the row does', () => {
  test.each(rows.filter(({ told }) => told.kink !== undefined))('the kink of $row', ({ op, told }) => {
    const inside = points(told.operands).filter((point) => !Number.isNaN(valueAt(op, point)));
    const wrong = inside.filter(
      (point) => holds(told.kink as string, told.operands, point, valueAt(op, point)) !== isKink(op, point),
    );
    expect(wrong).toEqual([]);
    expect(inside.some((point) => isKink(op, point))).toBe(true);
  });

  test.each(rows.filter(({ op }) => op.kink === undefined))('no kink is told of $row', ({ told }) => {
    expect(told.kink).toBeUndefined();
  });

  test.each(rows)('the domain of $row', ({ op, told }) => {
    const wrong = points(told.operands).filter((point) => {
      const isInside = told.domain.every((condition) => {
        // Beside a divisor of 0 the other conditions need not have an answer.
        const isNamed = told.operands.some((name) => new RegExp(`\\b${name}\\b`, 'u').test(condition));
        return isNamed && holds(condition, told.operands, point, 0);
      });
      return isInside === Number.isNaN(valueAt(op, point));
    });
    expect(wrong).toEqual([]);
  });
});

describe('names', () => {
  test('every row is found by its name, its other names and its sign', () => {
    for (const operation of operations)
      for (const name of [operation.name, ...operation.aliases])
        expect(operationsNamed(name)).toContainEqual(operation);
    expect(operationsNamed('/').map(({ name }) => name)).toEqual(['divide']);
    expect(operationsNamed('-').map(({ name }) => name)).toEqual(['subtract', 'unaryMinus']);
    expect(operationsNamed('log')).toHaveLength(2);
    expect(operationsNamed('silu').map(({ name }) => name)).toEqual(['swish']);
  });

  test.each(['constructor', '__proto__', '', '가격'])('%j is none', (name) => {
    expect(operationsNamed(name)).toEqual([]);
    expect(operationNames).not.toContain(name);
  });
});

describe('the example', () => {
  test.each(operations)('of $written has it, and the nudge confirms it', (operation) => {
    const { source, at, trace: told } = exampleOf(operation);
    expect(told.graph.nodes.map(({ op }) => op)).toContain(operation.name);
    expect(told.kinks).toEqual([]);
    expect(told.nudges.filter(({ verdict }) => verdict === 'disagrees')).toEqual([]);
    const inputs = new Map(at.split(',').map((part) => part.split('=') as [string, string]));
    expect(trace(source, { at: inputs }).value).toBe(told.value);
  });
});

describe.each(languageNames)('the words in %s', (language) => {
  const { what, unknown } = operationWords[language];

  test('say of every operation what it does, and of nothing else', () => {
    expect(Object.keys(what).toSorted()).toEqual([...new Set(ops.map(({ name }) => name))].toSorted());
    expect(Object.values(what).filter((text) => !/[.요]\.?$/u.test(text))).toEqual([]);
  });

  test('are of that language', () => {
    expect(Object.values(what).filter((text) => isKorean(text) !== (language === 'ko'))).toEqual([]);
    expect(unknown('sigmod', 'sigmoid')).toContain('sigmoid');
  });
});
