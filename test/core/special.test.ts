import * as math from 'mathjs';
import { describe, expect, test } from 'vitest';
import { digamma, erf, gamma, lgamma } from '../../src/core/special.ts';
import '../support/numbers.ts';

describe('erf', () => {
  // Abramowitz and Stegun, table 7.1, and arbitrary-precision arithmetic.
  test.each([
    [1e-10, 1.1283791670955126e-10],
    [0.1, 0.1124629160182849],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [1.5, 0.9661051464753108],
    [2, 0.9953222650189527],
    [2.5, 0.999593047982555],
    [3, 0.9999779095030014],
    [6, 1],
    [40, 1],
  ])('erf(%s) is %s, and erf(−x) = −erf(x)', (x, value) => {
    expect(erf(x)).toBeNear(value, 1e-14);
    expect(erf(-x)).toBe(-erf(x));
  });

  test('is 0 at 0, ±1 at ±∞ and undefined where its argument is', () => {
    expect([erf(0), erf(Infinity), erf(-Infinity), erf(NaN)]).toEqual([0, 1, -1, NaN]);
  });

  test('agrees with mathjs, and does not jump where the method changes', () => {
    for (let x = -5; x <= 5; x += 0.037) expect(erf(x)).toBeNear(math.erf(x), 1e-13);
    expect(erf(2.5 - 1e-12)).toBeNear(erf(2.5 + 1e-12), 1e-14);
  });
});

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const POINTS = Array.from({ length: 60 }, (_, i) => 0.05 + i * 0.173);

describe('gamma', () => {
  // DLMF 5.4, and arbitrary-precision arithmetic.
  test.each([
    [0.5, Math.sqrt(Math.PI)],
    [-0.5, -2 * Math.sqrt(Math.PI)],
    [-1.5, (4 * Math.sqrt(Math.PI)) / 3],
    [1 / 3, 2.6789385347077475],
    [0.25, 3.625609908221908],
    [1.4616321449683622, 0.8856031944108887],
    [10.5, 1133278.3889487856],
    [0.001, 999.4237724845955],
    [100, 9.332621544394415e155],
    [171, 7.257415615307994e306],
  ])('gamma(%s) is %s', (x, value) => {
    expect(gamma(x)).toBeNear(value, 1e-12);
  });

  test('is the factorial at whole numbers', () => {
    for (let n = 1; n <= 23; n++) expect(gamma(n)).toBe(factorial(n - 1));
  });

  test('has poles at 0, −1, −2, … and overflows above 171.6', () => {
    expect([gamma(0), gamma(-1), gamma(-20)]).toEqual([NaN, NaN, NaN]);
    expect(gamma(171.5)).toBeLessThan(Infinity);
    expect(gamma(172)).toBe(Infinity);
  });

  test('obeys recurrence, reflection and duplication', () => {
    for (const x of POINTS) {
      expect(gamma(x + 1)).toBeNear(x * gamma(x), 1e-12);
      expect(gamma(x) * gamma(1 - x)).toBeNear(Math.PI / Math.sin(Math.PI * x), 1e-11);
      const doubled = (2 ** (2 * x - 1) * gamma(x) * gamma(x + 0.5)) / Math.sqrt(Math.PI);
      expect(gamma(2 * x)).toBeNear(doubled, 1e-12);
    }
  });

  test('agrees with mathjs', () => {
    for (const x of POINTS) expect(gamma(x)).toBeNear(math.gamma(x), 1e-12);
  });
});

describe('lgamma', () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, Math.log(Math.PI) / 2],
    [1.5, -0.12078223763524522],
    [3, Math.LN2],
    [10, 12.801827480081469],
    [100, 359.1342053695754],
    [1e10, 220_258_509_288.811_3],
    [1e-10, 23.025850929882736],
  ])('lgamma(%s) is %s', (x, value) => {
    expect(lgamma(x)).toBeNear(value, 1e-12);
  });

  test('is 0 at 1 and 2, to the last digits', () => {
    for (const x of [1, 2]) expect(lgamma(x)).toBeNear(0, 0, 2e-15);
  });

  test('is the logarithm of gamma, and goes on where gamma overflows', () => {
    for (const x of POINTS) expect(lgamma(x)).toBeNear(Math.log(gamma(x)), 1e-12, 2e-14);
    expect(Number.isFinite(lgamma(1e300))).toBe(true);
  });

  test('is not defined at 0 and below', () => {
    expect([lgamma(0), lgamma(-1.5)]).toEqual([NaN, NaN]);
  });
});

describe('digamma', () => {
  // DLMF 5.4.12 to 5.4.14, and arbitrary-precision arithmetic.
  const EULER = 0.5772156649015329;
  test.each([
    [1, -EULER],
    [2, 1 - EULER],
    [0.5, -EULER - 2 * Math.LN2],
    [0.25, -EULER - Math.PI / 2 - 3 * Math.LN2],
    [1 / 3, -EULER - Math.PI / (2 * Math.sqrt(3)) - 1.5 * Math.log(3)],
    [10, 2.251752589066721],
    [100, 4.600161852738087],
    [-0.5, 2 - EULER - 2 * Math.LN2],
    [-1.5, 2 + 2 / 3 - EULER - 2 * Math.LN2],
    [1e-6, -1000000.57721402],
  ])('digamma(%s) is %s', (x, value) => {
    expect(digamma(x)).toBeNear(value, 1e-12);
  });

  test('is 0 at the minimum of gamma', () => {
    expect(digamma(1.4616321449683622)).toBeNear(0, 0, 1e-14);
  });

  test('obeys recurrence and reflection', () => {
    for (const x of POINTS) {
      expect(digamma(x + 1)).toBeNear(digamma(x) + 1 / x, 1e-12, 1e-13);
      expect(digamma(1 - x)).toBeNear(digamma(x) + Math.PI / Math.tan(Math.PI * x), 1e-10, 1e-11);
    }
  });

  test('is the slope of lgamma', () => {
    for (const x of POINTS) {
      const h = 1e-4 * x;
      const slope = (f: number) => (lgamma(x + f) - lgamma(x - f)) / (2 * f);
      expect(digamma(x)).toBeNear((4 * slope(h) - slope(2 * h)) / 3, 1e-8, 1e-9);
    }
  });

  test('has poles at 0, −1, −2, …', () => {
    expect([digamma(0), digamma(-1), digamma(-7)]).toEqual([NaN, NaN, NaN]);
  });
});
