import { describe, expect, test } from 'vitest';
import { type Op, ops } from '../../src/core/ops.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { gridOf, isKink, valueAt } from '../support/check-row.ts';
import { codeIn, wrongIn } from '../support/code.ts';
import { seededRandom } from '../support/numbers.ts';
import { languages, tools } from '../support/runners.ts';

const RANDOM_POINTS = 10;
const WHOLE = [-2, 0, 1, 3];

/** A row as a learner types it. */
function written(op: Op, operands: readonly string[]): string {
  const [first, second, third] = operands;
  switch (op.notation.kind) {
    case 'call':
      return `${op.name}(${operands.join(', ')})`;
    case 'infix':
      return `${first} ${op.notation.symbol} ${second}`;
    case 'prefix':
      return `${op.notation.symbol}${first}`;
    case 'conditional':
      return `${first} ? ${second} : ${third}`;
  }
}

/** Points of a row's domains, negative ones among them, and small whole numbers; kinks are left out. */
function pointsOf(op: Op, count: number): number[][] {
  const random = seededRandom(20_250_302);
  const draw = (operand: number) => {
    const ranges = op.arity === 'many' ? [[-3, 3] as const] : (op.domain[operand]?.samples ?? []);
    const [low, high] = ranges[Math.floor(random() * ranges.length)] ?? [0, 0];
    return low + random() * (high - low);
  };
  const drawn = Array.from({ length: RANDOM_POINTS }, () => Array.from({ length: count }, (_, i) => draw(i)));
  const whole = gridOf(Math.min(count, 2), WHOLE).map((point) => {
    const others = Array.from({ length: count - point.length }, (_, i) => 1 + (i % 4));
    return [...point, ...others];
  });
  const isUsable = (point: readonly number[]) => !Number.isNaN(valueAt(op, point)) && !isKink(op, point);
  return [...drawn, ...whole].filter(isUsable);
}

/** One program for all points of a row: each point has inputs of its own, whose gradients no other one touches. */
function sweepOf(op: Op, count: number, most = Infinity): Trace {
  const at = new Map<string, number>();
  const points = pointsOf(op, count).slice(0, most);
  const terms = points.map((point, p) => {
    const names = point.map((_, i) => `x${p}_${i}`);
    for (const [i, name] of names.entries()) at.set(name, point[i] as number);
    return `${(p % 7) + 1} * (${written(op, names)})`;
  });
  return trace(terms.join(' + '), { at });
}

/** With as many operands as chains of signs may have, and with more. */
const countsOf = (op: Op): readonly number[] => (op.arity === 'many' ? [1, 2, 3, 8, 9] : [op.arity]);

const rows = ops.flatMap((op) => countsOf(op).map((count) => ({ op, count })));
const sweeps = rows.map(({ op, count }) => ({ op, count, told: sweepOf(op, count) }));

test('the sweep meets every row at many points', () => {
  for (const { op, count, told } of sweeps) {
    const points = told.wrt.length / count;
    expect({ op: op.name, isMany: points >= 5 }).toEqual({ op: op.name, isMany: true });
  }
});

describe.each(languages)('%s', (language) => {
  test.each(rows)('can say $op.name of $count', async ({ op, count }) => {
    expect(await codeIn(language, sweepOf(op, count, 1))).toContain('backward');
  });

  test('computes every row and its local derivatives', async ({ skip }) => {
    skip(tools[language] === undefined, `no ${language} on this machine`);
    const wrong = await wrongIn(
      language,
      sweeps.map(({ told }) => told),
    );
    expect(wrong).toEqual([]);
  });
});
