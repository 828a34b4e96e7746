import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { codeIn, wrongIn } from '../support/code.ts';
import { languages, tools } from '../support/runners.ts';

type Case = readonly [source: string, at: Readonly<Record<string, number>>];

/** Corners, where a convention decides, and places where a derivative is not finite or not there at all. */
const KINKS: readonly Case[] = [
  ['abs(x)', { x: 0 }],
  ['relu(x)', { x: 0 }],
  ['leaky_relu(x)', { x: 0 }],
  ['elu(x, 2)', { x: 0 }],
  ['max(x, y)', { x: 1, y: 1 }],
  ['max(x, y, z)', { x: 1, y: 1, z: 1 }],
  ['min(x, y, 2)', { x: 2, y: 3 }],
  ['x mod 3', { x: 6 }],
  ['round(x)', { x: 2.5 }],
  ['round(x)', { x: -0.5 }],
  ['sqrt(x)', { x: 0 }],
  ['0 * sqrt(x)', { x: 0 }],
  ['y * sqrt(x)', { x: 0, y: 0 }],
  ['cbrt(x)', { x: 0 }],
  ['nthRoot(x, 3)', { x: 0 }],
  ['x^0.5', { x: 0 }],
  ['x^y', { x: 0, y: 0.5 }],
  ['x^y', { x: -2, y: 3 }],
  ['0^x', { x: 2 }],
  ['asin(x)', { x: 1 }],
  ['acosh(x)', { x: 1 }],
  ['asec(x)', { x: 1 }],
  ['hypot(x, y)', { x: 0, y: 0 }],
  ['x > 0 ? sqrt(x) : 0', { x: 0 }],
  ['x > 0', { x: 0 }],
];

/** Numbers at which a formula that is written without care is too large, or loses its digits. */
const EXTREMES: readonly Case[] = [
  ['sigmoid(x)', { x: -700 }],
  ['sigmoid(x)', { x: 800 }],
  ['softplus(x)', { x: 800 }],
  ['swish(x)', { x: -800 }],
  ['tanh(x)', { x: 800 }],
  ['sech(x)', { x: 800 }],
  ['csch(x)', { x: -800 }],
  ['atan(x)', { x: 1e200 }],
  ['gelu(x)', { x: 1e200 }],
  ['erf(x)', { x: 1e200 }],
  ['1e-320 * x', { x: 1 }],
  ['round(x)', { x: 0.49999999999999994 }],
  ['a*a - (a*a - 1)', { a: 1e15 }],
  ['a^b - a', { a: 1e15, b: 2 }],
  ['12345678901234567890 * x', { x: 2 }],
  ['2^64 * x', { x: 1 }],
  ['x < 0 ? x : exp(1000 * x)', { x: -1 }],
  ['x > 3 ? exp(1000 * x) * y : y', { x: 2, y: 3 }],
  ['x > 0 ? x : 1 / 0', { x: 1 }],
  ['x > 0 ? x : (-8)^(1/3)', { x: 1 }],
];

/** What reads differently in another language: signs, conditions as numbers, constants, few operands. */
const READINGS: readonly Case[] = [
  ['-x^2', { x: 3 }],
  ['(-x)^2', { x: 3 }],
  ['2^-x', { x: 3 }],
  ['x^-2', { x: -3 }],
  ['x^2^y', { x: 2, y: 2 }],
  ['x - -3', { x: 1 }],
  ['x - (y - (x - y))', { x: 1, y: 3 }],
  ['x / (y / (x / y))', { x: 1, y: 3 }],
  ['1/2 * x', { x: 3 }],
  ['(1/2)^x', { x: 3 }],
  ['x^(2/3)', { x: 8 }],
  ['100000 * 100000 * 100000 * x', { x: 1 }],
  ['2 * pi / 3 * x', { x: 1 }],
  ['e^x + E + PI + tau + phi + LN2 + LN10 + LOG2E + LOG10E + SQRT2 + SQRT1_2', { x: 1 }],
  ['pi * e * x', { pi: 2, e: 3, x: 5 }],
  ['erf(pi) + PI', { pi: 0.5 }],
  ['x mod y + modulo(x, 2)', { x: 5.5, y: -2 }],
  ['(x > 0) * 3 + (x > 0)', { x: 1 }],
  ['(x > 0) == (y > 0)', { x: 1, y: -1 }],
  ['(x > 0) - (y > 0) - (x > y)', { x: 1, y: 2 }],
  ['-(x > 0)', { x: 1 }],
  ['not x', { x: 0 }],
  ['1 < x < 3', { x: 2 }],
  ['x == 2 ? 3 : x', { x: 2 }],
  ['x ? 1 / x : 3', { x: 0 }],
  ['2 or x', { x: 0 }],
  ['x > 0 ? a : b', { x: 1, a: 2, b: 3 }],
  ['k = 2*z; J = a + b', { z: 1, a: 2, b: 3 }],
  ['max(x) + hypot(y) + sum(x) + mean(x, y, 1)', { x: 2, y: -2 }],
  ['gamma(5) * x + sigmoid(2) * x', { x: 1 }],
  ['x', { x: 2 }],
];

const traces = [...KINKS, ...EXTREMES, ...READINGS].map(([source, at]) => trace(source, { at }));

describe('places where languages differ', () => {
  test.for(languages)('%s computes what gradtutor does', async (language, { skip }) => {
    skip(tools[language] === undefined, `no ${language} on this machine`);
    expect(await wrongIn(language, [...traces, trace('2 * 3')])).toEqual([]);
  });
});

describe('Python', () => {
  test('tries what has no value here, and says what gradtutor found', async () => {
    const code = await codeIn('python', trace('sqrt(x)', { at: { x: 0 } }));
    expect(code).toContain('dx = dJ * attempt(lambda: 1 / (2 * J), math.inf)');
  });

  test('has whole numbers where they are exact, and floating-point ones where they are not', async () => {
    expect(await codeIn('python', trace('a*b', { at: { a: 5, b: 3 } }))).toContain('    a = 5\n    b = 3\n');
    expect(await codeIn('python', trace('a^b', { at: { a: 5, b: 300 } }))).toContain(
      '    a = 5.0\n    b = 300.0\n',
    );
  });
});
