import { describe, expect, test } from 'vitest';
import { compareAnswer, readAnswer, toleranceFor } from '../../src/tutor/answer.ts';

const names = new Map([
  ['a', 5],
  ['b', 3],
  ['c', 2],
  ['u', 6],
  ['dv', 3],
  ['du', 3],
  ['constructor', 7],
  ['e', 4],
]);

describe('an answer is read', () => {
  test.each([
    ['6', 6],
    ['-6', -6],
    ['+6', 6],
    ['−6', -6],
    ['６', 6],
    ['6.0', 6],
    ['.5', 0.5],
    ['6.', 6],
    ['6e0', 6],
    ['1e-3', 0.001],
    ['12/2', 6],
    ['2*3', 6],
    ['2 × 3', 6],
    ['12 ÷ 2', 6],
    ['du*c', 6],
    ['du · c', 6],
    ['3c', 6],
    ['3 c', 6],
    ['(a + 1)', 6],
    ['sqrt(36)', 6],
    ['b²', 9],
    ['2*pi', 2 * Math.PI],
    ['e', 4],
    ['constructor + 1', 8],
    ['du*c # because', 6],
  ])('%s as %s', (text, value) => {
    expect(readAnswer(text, names)).toMatchObject({ kind: 'value', value });
  });

  test.each([
    ['?!'],
    ['six'],
    ['6,5'],
    ['1/0'],
    ['log(-1)'],
    ['du**'],
    ['(6'],
    ['"6"'],
    ['[6]'],
    ['sin'],
    [''],
  ])('%j: nothing is evaluated that is not a number', (text) => {
    expect(readAnswer(text, names).kind).not.toBe('value');
  });

  test.each([
    ['q', 'q'],
    ['3*dw', 'dw'],
    ['toString', 'toString'],
    ['__proto__', '__proto__'],
  ])('%s: the name that is not at hand is told', (text, name) => {
    expect(readAnswer(text, names)).toEqual({ kind: 'unknown-name', name });
  });

  test.each([['random()'], ['import("fs")'], ['process.exit()'], ['f(x)=f(x); f(1)'], ['('.repeat(5000)]])(
    '%s: nothing is run',
    (text) => {
      expect(readAnswer(text, names)).toEqual({ kind: 'unreadable' });
    },
  );
});

function compare(text: string, expected: number): string {
  const read = readAnswer(text, names);
  if (read.kind !== 'value') throw new Error(`unreadable: ${text}`);
  return compareAnswer(read, expected);
}

describe('an answer is compared with the exact value', () => {
  test.each([
    ['6', 6, 'right'],
    ['6.000001', 6, 'right'],
    ['12/2', 6, 'right'],
    ['2', 6, 'wrong'],
    ['-6', 6, 'wrong'],
    ['1/3', 1 / 3, 'right'],
    ['0.333', 1 / 3, 'right'],
    ['.333', 1 / 3, 'right'],
    ['0.3333', 1 / 3, 'right'],
    ['0.33', 1 / 3, 'close'],
    ['0.3', 1 / 3, 'close'],
    ['-0.333', 1 / 3, 'wrong'],
    ['0.34', 1 / 3, 'wrong'],
    ['0.4', 1 / 3, 'wrong'],
    ['0.667', 2 / 3, 'right'],
    ['0.666', 2 / 3, 'close'],
    ['0.19661', 0.196_611_933, 'right'],
    ['0.197', 0.196_611_933, 'right'],
    ['0.2', 0.196_611_933, 'close'],
    ['645.58', 645.5773, 'right'],
    ['646', 645.5773, 'close'],
    ['600', 645.5773, 'wrong'],
    ['0', 0, 'right'],
    ['0.0', 0, 'right'],
    ['0.001', 0, 'wrong'],
    ['1', 0, 'wrong'],
    ['-0', 0, 'right'],
    ['8.24461e-9', 8.244_614_5e-9, 'right'],
    ['8.24e-9', 8.244_614_5e-9, 'right'],
    ['9.7e-9', 8.244_614_5e-9, 'wrong'],
    ['0', 8.244_614_5e-9, 'wrong'],
    ['-0.5', -0.5, 'right'],
    ['−0.5', -0.5, 'right'],
    ['1e300', 1e300, 'right'],
    ['1e299', 1e300, 'wrong'],
    ['6.0', 6.04, 'close'],
    ['2030', 2025, 'close'],
    ['2031', 2025, 'wrong'],
    ['501', 500, 'wrong'],
    ['0', 0.4, 'wrong'],
    ['2e-7', 2.000_000_4e-7, 'right'],
  ] as const)('%s for %s is %s', (text, expected, comparison) => {
    expect(compare(text, expected)).toBe(comparison);
  });
});

describe('a worked line', () => {
  test.each([
    // The screen shows six digits, and leaves out zeros at the end.
    ['0.999999*(1 - 0.999999)', 1.4e-6, 'right'],
    ['0.999999*(1 - 0.999999)', 2e-6, 'wrong'],
    ['1 - 0.9999998^2', 4.5e-7, 'right'],
    ['3*(-5/3^2) + 1.66667', 0, 'right'],
    ['1*(1 - 1^2)', -2.2e-12, 'right'],
    ['0.5*0.333333', 0.166_666_6, 'right'],
    ['0.5*0.333333', 0.1667, 'near'],
    // Numbers that were rounded to three digits or more bring their rounding with them.
    ['-0.5379*0.1966', -0.537_94 * 0.196_612, 'right'],
    ['-0.5379*0.1966', -0.1058, 'near'],
    ['-0.5379*0.1966', -0.109, 'wrong'],
    ['5*0.197', 5 * 0.196_612, 'right'],
    ['u*0.197', 6 * 0.196_612, 'right'],
    ['3.14^2', Math.PI ** 2, 'right'],
    // One that nearly takes itself away is close: one more digit.
    ['4.02 - 3.99', 0.0318, 'close'],
    ['4.02 - 3.99', 0.05, 'wrong'],
    // With fewer digits it is an exact number rather than a rounded one.
    ['5*0.2', 5 * 0.196_612, 'wrong'],
    ['0.5*0.4', 0.21, 'wrong'],
    ['0.5*12', 6, 'right'],
  ] as const)('%s for %s is %s', (text, expected, comparison) => {
    expect(compare(text, expected)).toBe(comparison);
  });

  test('knows how far its numbers can throw it off', () => {
    const read = readAnswer('2*0.197 + 1/0.5', names);
    expect(read).toMatchObject({ kind: 'value', value: 2.394 });
    if (read.kind !== 'value') return;
    expect(read.digits).toBeUndefined();
    expect(read.rounding).toBeCloseTo(2 * 0.0005, 5);
    expect(read.shown).toBeLessThan(1e-5);
  });

  test('with digits in its names has no rounding there', () => {
    const known = new Map([
      ['w1', 2],
      ['x2.5', 1],
    ]);
    expect(readAnswer('w1*w1', known)).toEqual({ kind: 'value', value: 4, rounding: 0, shown: 0 });
  });

  test('of very many numbers is read all the same', () => {
    const read = readAnswer(Array.from({ length: 3000 }, () => '0.125').join(' + '), names);
    expect(read).toMatchObject({ kind: 'value', value: 375 });
  });
});

describe('what is near, but no rounding of it', () => {
  test.each([
    ['20.1', 20, 'near'],
    ['20.001', 20, 'near'],
    ['5501', 5494.2, 'near'],
    ['5500', 5494.2, 'close'],
    ['0.1', 0.06, 'near'],
    ['0.2', 0.196_611_933, 'close'],
    ['0.98', 0.980_346, 'close'],
    ['0.9804', 0.980_346, 'near'],
  ] as const)('%s for %s is %s', (text, expected, comparison) => {
    expect(compare(text, expected)).toBe(comparison);
  });
});

test.each([
  ['a whole number is exact', 6, 6e-6],
  ['as is a large one', 12_345, 0.012345],
  ['and a short decimal', 0.25, 2.5e-7],
  ['and nothing', 0, 1e-9],
  ['a long decimal may be rounded to three digits', 2 / 3, 0.0005],
  ['a small one too', 0.012345, 0.00005],
  ['a longer one too', -12.345, 0.05],
  ['but not to a whole number', 123.456, 0.05],
  ['rounding errors are none', 0.1 + 0.2, 3e-7],
])('for a key with one tolerance %s', (_, expected, tolerance) => {
  expect(toleranceFor(expected)).toBeCloseTo(tolerance, 12);
});
