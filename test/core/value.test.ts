import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatChange, formatValue } from '../../src/core/value.ts';

const SEED = { seed: 20_250_301, numRuns: 2000 };
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('a value is written', () => {
  test.each([
    [33, '33'],
    [0, '0'],
    [-0, '0'],
    [-3, '-3'],
    [0.5, '0.5'],
    [1 / 3, '0.333333'],
    [2 / 3, '0.666667'],
    [-1 / 3, '-0.333333'],
    [33.00299999, '33.003'],
    [0.1 + 0.2, '0.3'],
    [1234.5678, '1234.57'],
    [1234567.89, '1234567.89'],
    [123456789012, '123456789012'],
    [1e21, '1e+21'],
    [1.5e-10, '1.5e-10'],
    [0.000123456789, '0.000123457'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [NaN, '?'],
    [Infinity, '∞'],
    [-Infinity, '-∞'],
  ])('%s as %s', (value, text) => {
    expect(formatValue(value)).toBe(text);
  });

  test('with fewer digits on demand', () => {
    expect(formatValue(2 / 3, 4)).toBe('0.6667');
    expect(formatValue(12345.678, 4)).toBe('12346');
    expect(formatValue(0.1, 21)).toBe('0.1');
  });

  test('to within half a unit of its sixth digit, and reads back as a number', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const text = formatValue(value);
        expect(text).not.toBe('-0');
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(5.1e-6 * Math.abs(value));
      }),
      SEED,
    );
  });

  test('in full when 21 digits are asked for, so that no constant is lost', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(Number(formatValue(value, 21))).toBe(value + 0);
      }),
      SEED,
    );
  });

  test('the same when it is written twice', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const text = formatValue(value);
        expect(formatValue(Number(text))).toBe(text);
      }),
      SEED,
    );
  });
});

describe('a change is written', () => {
  test.each([
    [33, 33.003, ['33', '33.003']],
    [33, 33.00299999999999, ['33', '33.003']],
    [11, 11.001999999999999, ['11', '11.002']],
    [33, 33.0060000000001, ['33', '33.006']],
    [5, 5.001, ['5', '5.001']],
    [-12, -12.003, ['-12', '-12.003']],
    [0, 0.001, ['0', '0.001']],
    [0, -0.001, ['0', '-0.001']],
    [0.001, 0, ['0.001', '0']],
    [-0.001, 0, ['-0.001', '0']],
    [1 / 3, 1 / 3 + 0.001, ['0.33333', '0.33433']],
    [4, 4.004001, ['4', '4.004']],
    [8, 8.012006001, ['8', '8.012']],
    [100, 200, ['100', '200']],
    [1e6, 1e6 + 0.5, ['1000000', '1000000.5']],
    [7, 7, ['7', '7']],
    [1 / 3, 1 / 3, ['0.333333', '0.333333']],
    [2, NaN, ['2', '?']],
    [2, Infinity, ['2', '∞']],
    [1.5e9, 1.5e9 + 1.5e6, ['1500000000', '1501500000']],
  ])('%s → %s as %s', (from, to, texts) => {
    expect(formatChange(from, to)).toEqual(texts);
  });

  test('so that it is seen, and its size is right to 5 %', () => {
    const size = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(size, fc.integer({ min: -9, max: 0 }), ([base, part], power) => {
        const from = base / 1000;
        const to = from + (part / 1e6) * 10 ** power;
        if (to === from) return;
        const [a, b] = formatChange(from, to);
        expect(a).not.toBe(b);
        expect(Math.abs(Number(b) - Number(a) - (to - from))).toBeLessThanOrEqual(0.05 * (to - from) + 1e-12);
        expect(`${a} ${b}`).not.toMatch(/-0\b(?!\.)/u);
      }),
      SEED,
    );
  });

  test('however large or small the numbers are', () => {
    expect(formatChange(1e21, 1e21 + 1e18).map(Number)).toEqual([1e21, 1e21 + 1e18]);
    expect(formatChange(1e-300, 2e-300).map(Number)).toEqual([1e-300, 2e-300]);
    expect(formatChange(1e-300, 2e-300).every((text) => text.length < 25)).toBe(true);
  });
});
