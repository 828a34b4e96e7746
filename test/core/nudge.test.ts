import { describe, expect, test } from 'vitest';
import { judge } from '../../src/core/nudge.ts';
import { type NudgeStep, trace } from '../../src/core/trace.ts';
import { formatChange } from '../../src/core/value.ts';
import '../support/numbers.ts';

type Values = Readonly<Record<string, number>>;

function nudgeOf(text: string, at: Values, name: string, nudge = 0.001): NudgeStep {
  const step = trace(text, { at, nudge }).nudges.find((told) => told.name === name);
  if (!step) throw new Error(`no nudge of ${name}`);
  return step;
}

const verdicts = (text: string, at: Values): Record<string, string> =>
  Object.fromEntries(trace(text, { at }).nudges.map(({ name, verdict }) => [name, verdict]));

describe('where one step fools you, a right gradient still agrees', () => {
  test.each<[text: string, at: Values, slope: number]>([
    ['abs(x)', { x: 0.0005 }, 1],
    ['abs(x)', { x: -0.0005 }, -1],
    ['abs(x)', { x: 1e-9 }, 1],
    ['relu(x)', { x: -0.0005 }, 0],
    ['max(x, y)', { x: 1, y: 1.0001 }, 0],
    ['floor(x)', { x: 2.9999 }, 0],
    ['floor(x)', { x: 500_000.1 }, 0],
    ['round(x)', { x: 1e6 + 0.25 }, 0],
    ['mod(x, 1)', { x: 1e5 + 0.25 }, 1],
    ['x > 1000 ? 2*x : 3*x', { x: 1000.1 }, 2],
    ['exp(20*x)', { x: 1 }, 20 * Math.exp(20)],
    ['sin(1000*x)', { x: 1 }, 1000 * Math.cos(1000)],
    ['sin(1000000 x)', { x: 1 }, 1e6 * Math.cos(1e6)],
    ['sin(1/x)', { x: 0.001 }, -1e6 * Math.cos(1000)],
    ['log(x)', { x: 1e-12 }, 1e12],
    ['log(x)', { x: 1e-30 }, 1e30],
    ['1/x', { x: 1e-9 }, -1e18],
    ['1/x', { x: 1e-5 }, -1e10],
    ['sqrt(x)', { x: 1e-12 }, 5e5],
    ['sqrt(x)', { x: 1e-20 }, 5e9],
    ['log(1 - sigmoid(x))', { x: 12 }, -1 / (1 + Math.exp(-12))],
    ['sigmoid(x)', { x: 40 }, 0],
    ['sigmoid(x)', { x: -40 }, Math.exp(-40)],
    ['tanh(x)', { x: 20 }, 0],
    ['relu(x)', { x: -3 }, 0],
    ['x^2', { x: 0 }, 0],
    ['x^3', { x: 0 }, 0],
    ['x^2 - 2*x', { x: 1 }, 0],
    ['1e300*x', { x: 1 }, 1e300],
    ['1e-300*x', { x: 1 }, 1e-300],
    ['x*x', { x: 1e150 }, 2e150],
    ['x - 1', { x: 1e15 }, 1],
  ])('%s at %o', (text, at, slope) => {
    const step = nudgeOf(text, at, 'x');
    expect(step.verdict).toBe('agrees');
    expect(step.settled).toBeCloseTo(slope, -Math.log10(Math.max(1e-12, 1e-5 * Math.abs(slope))));
  });

  test('even for intermediates far smaller than the nudge', () => {
    expect(verdicts('log(x*y)', { x: 1e-12, y: 1e-12 })).toEqual({ u: 'agrees', x: 'agrees', y: 'agrees' });
    expect(verdicts('sqrt(x*y) + x', { x: 1e-8, y: 1e-8 })).not.toContain('kink');
  });

  test('whatever the step shown is', () => {
    for (const nudge of [1e-9, 0.001, 0.5, 10, -0.001]) {
      expect(nudgeOf('x^3 + abs(x - 2)', { x: 1 }, 'x', nudge).verdict).toBe('agrees');
    }
  });

  test('and where rounding hides everything it cannot tell, but never disagrees', () => {
    expect(nudgeOf('(1e16 + x) - 1e16', { x: 3 }, 'x').verdict).toBe('cannot-tell');
    expect(['agrees', 'cannot-tell']).toContain(nudgeOf('floor(1e6 * x)', { x: 0.5000001 }, 'x').verdict);
    expect(nudgeOf('(1e300 + x) - 1e300', { x: 3 }, 'x').verdict).not.toBe('disagrees');
    expect(nudgeOf('(1e12 + x) - 1e12', { x: 3 }, 'x').verdict).not.toBe('disagrees');
  });

  test('no gradient of a smooth function is ever disagreed with, at points from 1e-9 to 1e9', () => {
    const smooth =
      'x; 1/x; x^2; x^3; 1/x^2; sqrt(x); log(x); cbrt(x); atan(x); tanh(x); sigmoid(x); exp(-x); sin(x); ' +
      'x*log(x); log1p(x); x/(1+x); 1e-6*x + 1; log(1+1/x); gelu(x)';
    const wrong = smooth.split('; ').flatMap((text) =>
      Array.from({ length: 19 }, (_, i) => `1.25e${i - 9}`).flatMap((x) =>
        trace(text, { at: { x } })
          .nudges.filter(({ verdict }) => verdict === 'disagrees' || verdict === 'kink')
          .map(({ name, verdict }) => `${text} at ${x}: ${name} ${verdict}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a kink', () => {
  test.each<[text: string, at: Values, left: number, right: number]>([
    ['abs(x)', { x: 0 }, -1, 1],
    ['relu(x)', { x: 0 }, 0, 1],
    ['leaky_relu(x)', { x: 0 }, 0.01, 1],
    ['max(x, 2)', { x: 2 }, 0, 1],
    ['min(x, 2)', { x: 2 }, 1, 0],
    ['3*abs(x - 1) + x', { x: 1 }, -2, 4],
    ['x > 0 ? x : 0', { x: 0 }, 0, 1],
    ['floor(x)', { x: 2 }, Infinity, 0],
    ['ceil(x)', { x: 2 }, 0, Infinity],
    ['round(x)', { x: 2.5 }, Infinity, 0],
    ['sign(x)', { x: 0 }, Infinity, Infinity],
    ['sqrt(x)', { x: 0 }, NaN, Infinity],
    ['x^(1/3)', { x: 0 }, NaN, Infinity],
    ['cbrt(x)', { x: 0 }, Infinity, Infinity],
    ['acosh(x)', { x: 1 }, NaN, Infinity],
    ['asin(x)', { x: 1 }, Infinity, NaN],
    ['x > 0 ? 1 : 0', { x: 0 }, 0, Infinity],
  ])('%s at %o is said to be one, with both one-sided slopes', (text, at, left, right) => {
    const told = trace(text, { at });
    const step = told.nudges.find(({ name }) => name === 'x');
    expect(step?.verdict).toBe('kink');
    expect(told.kinks).toHaveLength(1);
    expect(step?.left).toBeNear(left, 1e-6, 1e-6);
    expect(step?.right).toBeNear(right, 1e-6, 1e-6);
  });

  test('is not reported where nothing of it reaches the output', () => {
    for (const [text, at] of [
      ['0 * abs(x) + x', { x: 0 }],
      ['abs(x) * x', { x: 0 }],
      ['y > 0 ? x : abs(x)', { x: 0, y: 1 }],
      ['abs(x - 1)', { x: 1.000_001 }],
    ] as const) {
      expect(trace(text, { at }).kinks).toEqual([]);
    }
  });

  test('uses the convention 0 at abs and relu, and the first of a tie of max', () => {
    expect(trace('abs(x)', { at: { x: 0 } }).gradients['x']).toBe(0);
    expect(trace('relu(x)', { at: { x: 0 } }).gradients['x']).toBe(0);
    expect(trace('max(x, y)', { at: { x: 2, y: 2 } }).gradients).toMatchObject({ x: 1, y: 0 });
  });
});

describe('a condition', () => {
  test('is 1 or 0 and nothing between, so it does not lead to a slope of −1000', () => {
    for (const x of [-1, 2]) {
      const { nudges } = trace('x > 0 ? x : 0', { at: { x } });
      expect(nudges.filter(({ slope }) => Math.abs(slope) > 1.01)).toEqual([]);
    }
  });

  test('leaves the branch that is not taken alone', () => {
    const { nudges } = trace('x > 0 ? log(x) : x', { at: { x: -1 } });
    expect(nudges.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
  });
});

const seen = (slope: number, error: number) => {
  const measured = { slope, error };
  return { oneStep: slope, settled: measured, left: measured, right: measured };
};

describe('the verdict', () => {
  test.each([
    [3, 3, 1e-12, 'agrees'],
    [3.003, 3, 1e-12, 'disagrees'],
    [-3, 3, 1e-12, 'disagrees'],
    [0, 3, 1e-12, 'disagrees'],
    [3, 0, 1e-12, 'disagrees'],
    [0, 0, 0, 'agrees'],
    [0, 1e-13, 1e-12, 'agrees'],
    [3, 3, 1, 'cannot-tell'],
    [3, 2, 1, 'cannot-tell'],
    [NaN, 3, 1e-12, 'cannot-tell'],
    [3, NaN, Infinity, 'cannot-tell'],
    [1e-300, 1e-300, 1e-310, 'agrees'],
    [2e-300, 1e-300, 1e-310, 'disagrees'],
  ])('on a gradient of %s and a slope of %s ± %s is %s', (gradient, slope, error, verdict) => {
    expect(judge(gradient, 1, seen(slope, error))).toBe(verdict);
  });
});

const printed = (step: NudgeStep) =>
  step.chain.map(({ name, from, to }) => `${name}: ${formatChange(from, to).join(' → ')}`);

describe('the chain of a nudge', () => {
  const lecture = { a: 5, b: 3, c: 2 };

  test.each([
    ['v', ['v: 11 → 11.001', 'J: 33 → 33.003']],
    ['a', ['a: 5 → 5.001', 'v: 11 → 11.001', 'J: 33 → 33.003']],
    ['u', ['u: 6 → 6.001', 'v: 11 → 11.001', 'J: 33 → 33.003']],
    ['b', ['b: 3 → 3.001', 'u: 6 → 6.002', 'v: 11 → 11.002', 'J: 33 → 33.006']],
    ['c', ['c: 2 → 2.001', 'u: 6 → 6.003', 'v: 11 → 11.003', 'J: 33 → 33.009']],
  ])('of %s in the lecture prints as it does there', (name, chain) => {
    expect(printed(nudgeOf('3*(a+b*c)', lecture, name))).toEqual(chain);
  });

  test('prints no rounding noise whatever the step', () => {
    for (const [nudge, reached] of [
      [0.1, '33.6'],
      [1e-4, '33.0006'],
      [1e-6, '33.000006'],
      [-0.001, '32.994'],
    ] as const) {
      expect(printed(nudgeOf('3*(a+b*c)', lecture, 'b', nudge)).at(-1)).toBe(`J: 33 → ${reached}`);
    }
  });

  test('ends where nothing moves on, but always tells the output', () => {
    const step = nudgeOf('u = relu(x); v = sin(u); J = v + y', { x: -2, y: 1 }, 'x');
    expect(step.chain.map(({ name }) => name)).toEqual(['x', 'u', 'J']);
    expect(step.chain.slice(1).every(({ from, to }) => from === to)).toBe(true);
  });

  test('leaves out the middle of a long way, and counts it', () => {
    const step = nudgeOf(`${'sin('.repeat(60)}x${')'.repeat(60)}`, { x: 1 }, 'x');
    expect(step.chain.length + step.omitted).toBe(61);
    expect(step.chain.length).toBeLessThan(40);
    expect([step.chain[0]?.name, step.chain.at(-1)?.name]).toEqual(['x', 'J']);
  });
});
