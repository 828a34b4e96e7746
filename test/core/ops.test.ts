import { describe, expect, test } from 'vitest';
import { domainFailure } from '../../src/core/forward.ts';
import { type FixedOp, type Op, ops } from '../../src/core/ops.ts';
import { argumentCount, functionNames, isFunction, opcodesNamed, opOf } from '../../src/core/lookup.ts';
import { parseSource } from '../../src/core/parse.ts';
import { walk } from '../../src/core/print.ts';
import { readSource } from '../../src/core/source.ts';
import { trace } from '../../src/core/trace.ts';
import '../support/numbers.ts';
import { checkRow, gridOf, isKink, valueAt } from '../support/check-row.ts';
import { oneSidedSlopes } from '../support/difference.ts';
import { formulaText, plantings } from '../support/planted.ts';
import { valueOf } from '../support/read.ts';

const rows = ops.map((op) => ({ row: `${op.name} of ${op.arity}`, op }));

describe('every row agrees with itself, with finite differences and with mathjs', () => {
  test.each(rows)('$row', ({ op }) => {
    expect(checkRow(op).slice(0, 10)).toEqual([]);
  });
});

describe.each(plantings)('the sweep catches $mistake', ({ plant }) => {
  test.each(rows)('in $row', ({ op }) => {
    expect(checkRow(plant(op))).not.toEqual([]);
  });
});

describe('names', () => {
  test('no two rows answer to one name with the same number of arguments', () => {
    for (const name of ops.flatMap((op) => [op.name, ...(op.aliases ?? [])])) {
      const counts = opcodesNamed(name).map((opcode) => argumentCount(opOf(opcode)));
      for (const [i, [least]] of counts.entries()) {
        const others = counts.filter((_, k) => k !== i);
        expect(others.some(([low, high]) => least >= low && least <= high)).toBe(false);
      }
    }
  });

  test('every name a learner may call is suggested, and operators are not', () => {
    expect(functionNames()).toEqual(expect.arrayContaining(['sin', 'ln', 'silu', 'leakyRelu', 'log']));
    expect(functionNames()).not.toContain('add');
    expect(functionNames()).not.toContain('select');
  });

  test('names that every JavaScript object has are not rows', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(opcodesNamed(name)).toEqual([]);
    }
  });

  test('every formula is written with functions of the table; digamma alone has no row', () => {
    const called = ops.flatMap((op) => {
      const count = op.arity === 'many' ? 3 : op.arity;
      const formulas = Array.from({ length: count }, (_, operand) => formulaText(op, operand, count));
      return formulas
        .flatMap((formula) => [...walk(parseSource(readSource(formula)))])
        .flatMap((part) => (part.type === 'FunctionNode' && 'name' in part.fn ? [part.fn.name] : []));
    });
    expect(called).toContain('sinh');
    expect(new Set(called.filter((name) => !isFunction(name)))).toEqual(new Set(['digamma']));
  });
});

describe('arguments that are left out', () => {
  test.each([
    ['nthRoot(x)', 'nthRoot(x, 2)', 9],
    ['leaky_relu(x)', 'leaky_relu(x, 0.01)', -3],
    ['leakyRelu(x)', '0.01 * x', -3],
    ['elu(x)', 'elu(x, 1)', -3],
    ['log(x)', 'log(x, e)', 3],
  ])('%s is %s', (short, long, x) => {
    expect(valueOf(short, { x })).toBeCloseTo(valueOf(long, { x }), 14);
  });

  test('defaults are numbers of trailing arguments, inside their domains', () => {
    for (const op of ops) {
      if (op.arity === 'many' || op.defaults === undefined) continue;
      const [least, most] = argumentCount(op);
      expect(most - least).toBe(op.defaults.length);
      for (const [i, value] of op.defaults.entries()) expect(op.domain[least + i]?.holds(value)).toBe(true);
    }
  });
});

/** Steps of a quarter, so that whole numbers, halves and the edges of all domains are met. */
const QUARTERS = Array.from({ length: 25 }, (_, i) => (i - 12) / 4);
const fixed = rows.filter((row): row is { row: string; op: FixedOp } => row.op.arity !== 'many');
const places = (op: Op) => gridOf(op.arity === 'many' ? 2 : op.arity, op.arity === 3 ? [-1, 0, 1] : QUARTERS);
const isInDomain = (op: Op, point: readonly number[]) => domainFailure(op, point, 0) === undefined;

/** True when the row's value has no derivative in some operand at a point: a corner, a jump, a pole or an edge. */
function hasNoDerivative(op: Op, point: readonly number[]): boolean {
  return point.some((value, operand) => {
    const f = (to: number) => valueAt(op, point.with(operand, to));
    const [left, right] = ([-1, 1] as const).map((side) => oneSidedSlopes(f, value, side)) as [
      number[],
      number[],
    ];
    const grows = [left, right].some(
      (slopes) => Math.abs(slopes[3] as number) > 1.5 * Math.abs(slopes[2] as number) + 1,
    );
    const [coarse, fine] = [2, 3].map((i) => Math.abs((left[i] as number) - (right[i] as number)));
    const scale = Math.max(1, Math.abs(left[3] as number));
    const isApart = (fine as number) > 1e-4 * scale && (fine as number) > 0.5 * (coarse as number);
    return grows || isApart || Number.isNaN(fine);
  });
}

describe('kinks', () => {
  test.each(rows.filter(({ op }) => op.kink))('$row has no derivative where it declares a kink', ({ op }) => {
    const kinks = places(op).filter((point) => isInDomain(op, point) && isKink(op, point));
    expect(kinks).not.toEqual([]);
    expect(kinks.filter((point) => !hasNoDerivative(op, point))).toEqual([]);
  });

  /** Their first operand is a condition, which only has the values 0 and 1. */
  const conditional = new Set(['and', 'or', 'not', 'select']);

  test.each(rows.filter(({ op }) => !conditional.has(op.name)))(
    '$row declares a kink wherever a corner or jump lies in its domain',
    ({ op }) => {
      const inside = (point: readonly number[]) =>
        point.every((value, operand) =>
          [-1e-3, 0, 1e-3].every((step) => !Number.isNaN(valueAt(op, point.with(operand, value + step)))),
        );
      const undeclared = places(op).filter(
        (point) => inside(point) && hasNoDerivative(op, point) && !isKink(op, point),
      );
      expect(undeclared).toEqual([]);
    },
  );
});

describe('domains', () => {
  /** Points with a finite value in JavaScript that are refused all the same, because mathematics has none there. */
  const refusedByConvention = new Set([
    'pow: zero-to-zero',
    'nthRoot: even-root',
    'nthRoot: non-zero',
    'atan2: both-zero',
    'log: log-base',
  ]);

  test.each(fixed)('$row has a finite value exactly where its domain says so', ({ op }) => {
    for (const point of places(op)) {
      const [x, y, z] = point as [number, number, number];
      const reason = domainFailure(op, point, 0);
      if (refusedByConvention.has(`${op.name}: ${reason}`)) continue;
      const isFinite = Number.isFinite(op.forward(x, y, z));
      expect({ point, isFinite }).toEqual({ point, isFinite: reason === undefined });
    }
  });

  test.each(fixed)('$row draws its test points from inside its domains', ({ op }) => {
    expect(op.domain).toHaveLength(op.arity);
    expect(op.partials).toHaveLength(op.arity);
    for (const { samples, holds } of op.domain) {
      expect(samples).not.toEqual([]);
      for (const [low, high] of samples) {
        expect(low).toBeLessThan(high);
        expect([low, (low + high) / 2, high].every(holds)).toBe(true);
      }
    }
  });
});

describe('a gradient is right as long as it is a number', () => {
  test.each([
    ['x / y', { x: 1e300, y: 1e200 }, 'y', -1e-100],
    ['y / x', { x: 1e-200, y: 1e-300 }, 'x', -1e100],
    ['1 / x', { x: 1e-150 }, 'x', -1e300],
    ['asinh(x)', { x: 1e200 }, 'x', 1e-200],
    ['acosh(x)', { x: 1e200 }, 'x', 1e-200],
    ['atan2(x, y)', { x: 1e200, y: 1e200 }, 'x', 5e-201],
    ['hypot(x, y)', { x: 3e200, y: 4e200 }, 'x', 0.6],
    ['sigmoid(x)', { x: -700 }, 'x', Math.exp(-700)],
    ['softplus(x)', { x: 800 }, 'x', 1],
    ['tanh(x)', { x: 800 }, 'x', 0],
    ['sech(x)', { x: 800 }, 'x', 0],
    ['log(x)', { x: 1e300 }, 'x', 1e-300],
  ])('%s at %o', (text, at, name, gradient) => {
    expect(trace(text, { at }).gradients[name]).toBeNear(gradient, 1e-9, 0);
  });
});

describe('the rule of a power', () => {
  const [powOpcode = -1] = opcodesNamed('pow');
  const rule = (exponent: number | undefined) => formulaText(opOf(powOpcode), 0, 2, [undefined, exponent]);

  test.each([
    [undefined, 'y * x^(y - 1)'],
    [1, '1'],
    [2, '2 * x'],
    [3, '3 * x^2'],
    [10, '10 * x^9'],
    [-1, 'y * x^(y - 1)'],
    [0.5, 'y * x^(y - 1)'],
  ])('with the exponent %s it reads %s', (exponent, text) => {
    expect(rule(exponent)).toBe(text);
  });

  test('x^2 at −3 never meets the logarithm of a negative number', () => {
    expect(valueOf('x^2', { x: -3 })).toBe(9);
  });
});
