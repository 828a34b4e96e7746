import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { trace } from '../../src/core/trace.ts';
import { refusal, valueOf } from '../support/read.ts';

const repeat = (count: number, piece: (i: number) => string, separator: string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join(separator);

describe('long flat input', () => {
  test('a sum of 100,000 terms has its value and all of its gradients', () => {
    const told = trace(
      repeat(100_000, (i) => `${i % 7} * x`, ' + '),
      { at: { x: 2 } },
    );
    const count = Array.from({ length: 100_000 }, (_, i) => i % 7).reduce((sum, k) => sum + k, 0);
    expect(told.value).toBe(2 * count);
    expect(told.gradients['x']).toBe(count);
  });

  test('a sum of 100,000 different inputs', () => {
    const told = trace(repeat(100_000, (i) => `x${i}`, '+'));
    expect(Object.keys(told.inputs)).toHaveLength(100_000);
    expect(told.gradients['x99999']).toBe(1);
    expect(told.unchecked).toBeGreaterThan(0);
    expect(told.nudges.every(({ verdict }) => verdict === 'agrees')).toBe(true);
  });

  test('a program of 100,000 statements', () => {
    const told = trace(`s0 = x\n${repeat(99_999, (i) => `s${i + 1} = s${i} + x`, '\n')}`, { at: { x: 1 } });
    expect(told.value).toBe(100_000);
    expect(told.gradients['x']).toBe(100_000);
    expect(told.output).toBe('s99999');
    expect(told.statements).toHaveLength(100_000);
  });

  test('a program of 20,000 inputs with a number each', () => {
    const told = trace(`${repeat(20_000, (i) => `x${i} = ${i}`, ';')}; x1 * x9999`);
    expect(told.value).toBe(9_999);
  });

  test('a call with 100,000 arguments', () => {
    expect(valueOf(`sum(${repeat(100_000, () => 'x', ',')})`, { x: 2 })).toBe(200_000);
    expect(valueOf(`max(${repeat(10_000, (i) => `x - ${i}`, ',')})`, { x: 2 })).toBe(2);
  });

  test.each(['sum', 'mean', 'max', 'hypot'])(
    'a call of %s with 5,000 different arguments is traced whole',
    (name) => {
      const told = trace(`${name}(${repeat(5_000, (i) => `x${i}`, ',')})`);
      expect(told.backward).toHaveLength(5_001);
      expect(told.nudges.length + told.unchecked).toBe(5_000);
    },
  );

  test.each([
    [20, 1, undefined],
    [3_000, 0, 1],
  ])('a tie of %i operands is measured while the budget allows', (count, measured, unmeasured) => {
    const at = Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));
    const told = trace(`max(${repeat(count, (i) => `x${i}`, ',')})`, { at });
    expect(told.kinks).toHaveLength(measured);
    expect(told.kinksUnmeasured).toBe(unmeasured);
  });

  test('a chain of 2,000 differences, quotients or products', () => {
    expect(valueOf(`x${' - 1'.repeat(2_000)}`, { x: 2_000 })).toBe(0);
    expect(valueOf(`x${' / 1'.repeat(2_000)}`, { x: 3 })).toBe(3);
    expect(valueOf(`x${' * y'.repeat(2_000)}`, { x: 3, y: 1 })).toBe(3);
  });

  test('a sum of 40,000 pasted roots', () => {
    expect(
      valueOf(
        repeat(40_000, () => '√x', ' + '),
        { x: 4 },
      ),
    ).toBe(80_000);
  });

  test('a number of a million digits after the point', () => {
    expect(valueOf(`x + 0.${'1'.repeat(1_000_000)}`, { x: 1 })).toBeCloseTo(1.111_111_111, 8);
  });
});

/** What becomes of a text: `read`, or the code of its refusal. */
function fate(text: string): string {
  try {
    return Number.isFinite(valueOf(text, { x: 0.5 })) ? 'read' : 'no value';
  } catch (error) {
    return error instanceof GradtutorError ? error.code : String(error);
  }
}

describe('deep nesting', () => {
  test('a hundred brackets are no problem', () => {
    expect(valueOf(`${'('.repeat(100)}x + 1${')'.repeat(100)}`, { x: 1 })).toBe(2);
    expect(valueOf(`${'sin('.repeat(100)}x${')'.repeat(100)}`, { x: 0 })).toBe(0);
  });

  test.each([
    ['parentheses', '(', ')'],
    ['calls', 'sin(', ')'],
    ['sums in parentheses', '1+(', ')'],
    ['minus signs in parentheses', '-(', ')'],
    ['conditionals', 'x > 0 ? (', ') : 0'],
  ])('%s, 300 and 5,000 deep, are read or refused as too deep, never a crash', (_, open, close) => {
    const nested = (depth: number) => `${open.repeat(depth)}x${close.repeat(depth)}`;
    expect(['read', 'too-deep']).toContain(fate(nested(300)));
    expect(fate(nested(5_000))).toBe('too-deep');
  });

  test.each([
    ['minus signs', `${'-'.repeat(20_000)}x`],
    ['powers', `x${'^1'.repeat(20_000)}`],
    ['conditionals without brackets', `${'x > 0 ? 1 : '.repeat(5_000)}2`],
    ['not', `${'not '.repeat(20_000)}x`],
    ['roots', `${'√'.repeat(1_000)}x`],
    ['open brackets that are never closed', '('.repeat(100_000)],
    ['open square brackets', '['.repeat(100_000)],
  ])('a tower of %s is read or refused with a code, never a crash', (_, text) => {
    expect(fate(text)).toMatch(/^(?:read|too-deep|syntax-[a-z]+|unsupported)$/u);
  });

  test('functions that call one another 5,000 deep are inlined or refused, never a crash', () => {
    const text = `f0(x) = x + 1;${repeat(5_000, (i) => `f${i + 1}(x) = f${i}(x) + 1`, ';')}; f5000(a)`;
    expect(valueOf(text, { a: 0 })).toBe(5_001);
  });

  test('functions that call one another twice do not take time without end', () => {
    const text = `f0(x) = x + x;${repeat(40, (i) => `f${i + 1}(x) = f${i}(x) + f${i}(x)`, ';')}; f40(a)`;
    expect(valueOf(text, { a: 1 })).toBe(2 ** 41);
  });

  test('a number too large to hold is named, however long', () => {
    expect(refusal(`x + ${'9'.repeat(400)}`)).toMatchObject({ code: 'number-too-large', index: 4 });
  });
});
