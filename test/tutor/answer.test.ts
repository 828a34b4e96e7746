import { describe, expect, test } from 'vitest';
import { compareAnswer, readAnswer } from '../../src/tutor/answer.ts';

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
    expect(readAnswer(text, names)).toEqual({ kind: 'value', value });
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
  return compareAnswer(text, read.value, expected);
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
  ] as const)('%s for %s is %s', (text, expected, comparison) => {
    expect(compare(text, expected)).toBe(comparison);
  });
});
