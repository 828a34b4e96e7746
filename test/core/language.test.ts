import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { echo, valueOf } from '../support/read.ts';

const at = { x: 2, y: 3, z: 5, a: 7, b: 11 };

describe('what a student writes has the value it has on paper', () => {
  test.each([
    ['x + y - z', 0],
    ['x * y / z', 1.2],
    ['x ^ y', 8],
    ['-x^2', -4],
    ['(-x)^2', 4],
    ['x - -y', 5],
    ['+x', 2],
    ['--x', 2],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['1 - 2 - 3', -4],
    ['8 / 4 / 2', 1],
    ['x * (y + z)', 16],
    ['2x', 4],
    ['2x y', 12],
    ['2(x + y)', 10],
    ['(x + y)(x - y)', -5],
    ['1/2 x', 1],
    ['1/x y', 1 / 6],
    ['2^3x', 16],
    ['1./x', 0.5],
    ['2.*x', 4],
    ['2 .^ y', 8],
    ['.5x', 1],
    ['1e3 * x', 2000],
    ['2e-3 + 2E+3', 2000.002],
    ['z mod x', 1],
    ['-z mod y', 1],
    ['mod(z, x)', 1],
    ['mod(-z, y) + mod(z, y)', 3],
    ['10%', 0.1],
    ['x + 10%', 2.2],
  ])('%s', (text, value) => {
    expect(valueOf(text, { ...at })).toBeCloseTo(value, 12);
  });
});

describe('conditions are 1 or 0, and choose a branch', () => {
  test.each([
    ['x > 0 ? x : 0', 2],
    ['x < 0 ? x : -1', -1],
    ['x > 5 ? 1 : x > 1 ? 2 : 3', 2],
    ['x == 2', 1],
    ['x != 2', 0],
    ['x >= 2 and y <= 3', 1],
    ['x > 2 or y < 3', 0],
    ['not (x > 2)', 1],
    ['1 < x < 3', 1],
    ['1 < x < y < z <= 5', 1],
    ['3 > x > 2', 0],
    ['x > 0 and not (y < 0) or z < 0 ? 10 : 20', 10],
    ['(x > 1) * 5', 5],
  ])('%s', (text, value) => {
    expect(valueOf(text, { ...at })).toBe(value);
  });

  test('the branch that is not taken may lie outside its domain', () => {
    const told = trace('x > 0 ? log(x) : x', { at: { x: -1 } });
    expect(told.value).toBe(-1);
    expect(told.gradients['x']).toBe(1);
    expect(told.forward.filter((step) => step.skipped).map((step) => step.formula)).toEqual(['log(x)']);
    expect(told.nudges.find(({ name }) => name === 'x')?.verdict).toBe('agrees');
  });

  test('the second part of and, or is not looked at where the first decides', () => {
    expect(valueOf('x > 0 and log(x) > 0', { x: -1 })).toBe(0);
    expect(valueOf('x < 0 or log(x) > 0', { x: -1 })).toBe(1);
  });
});

describe('what people paste is read as what it looks like', () => {
  test.each([
    ['x × y', 'x * y'],
    ['x·y', 'x * y'],
    ['x⋅y', 'x * y'],
    ['x ÷ y', 'x / y'],
    ['x∕y', 'x / y'],
    ['x − y', 'x - y'],
    ['x – y', 'x - y'],
    ['x²', 'x^2'],
    ['x³ + y²', 'x^3 + y^2'],
    ['x⁻¹', 'x^(-1)'],
    ['x¹²', 'x^12'],
    ['(x+y)²', '(x + y)^2'],
    ['x**2', 'x^2'],
    ['x**-y', 'x^(-y)'],
    ['√x', 'sqrt(x)'],
    ['√(x+y)', 'sqrt(x + y)'],
    ['2√x + 1', '2 * sqrt(x) + 1'],
    ['√sin(x)', 'sqrt(sin(x))'],
    ['∛x', 'cbrt(x)'],
    ['√4x', 'sqrt(4 * x)'],
    ['√√x', 'sqrt(sqrt(x))'],
    ['2π', '2 * pi'],
    ['2πx', '2 * pi * x'],
    ['πx²', 'pi * x^2'],
    ['x π', 'x * pi'],
    ['３＊（x＋１２）', '3 * (x + 12)'],
    ['x＞０？x：０', 'x > 0 ? x : 0'],
    ['x ≤ y', 'x <= y'],
    ['x ≥ y', 'x >= y'],
    ['x ≠ y', 'x != y'],
    ['\uFEFFx + 1', 'x + 1'],
    ['x\u00a0+\u00a01', 'x + 1'],
    ['x\u2009+\u30001', 'x + 1'],
  ])('%j', (text, understood) => {
    expect(echo(text)).toEqual([understood]);
  });

  test('lines may end as on Windows, on old Macs or on Unix', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(echo(['u = x*y', '', 'J = u + 1', ''].join(end))).toEqual(['u = x * y', 'J = u + 1']);
    }
  });

  test('mod(a, b) may stand wherever a call may, and a name may begin with mod', () => {
    expect(valueOf('2*mod(x,y) + sin(mod(x, x))', { x: 7, y: 4 })).toBe(6);
    expect(valueOf('u = mod(x,y); u', { x: 7, y: 4 })).toBe(3);
    expect(valueOf('max(mod(x,y), mod(y,x))', { x: 7, y: 4 })).toBe(4);
    expect(valueOf('not mod(x, y)', { x: 8, y: 4 })).toBe(1);
    expect(valueOf('model + x', { x: 1, model: 2 })).toBe(3);
    expect(valueOf('x mod (y + 1)', { x: 8, y: 4 })).toBe(3);
  });
});

describe('implicit multiplication and precedence are echoed unambiguously', () => {
  test.each([
    ['1/2 x', '(1 / 2) * x'],
    ['1/x y', '1 / (x * y)'],
    ['2^3x', '2^3 * x'],
    ['-x^2', '-(x^2)'],
    ['(-x)^2', '(-x)^2'],
    ['x^-2', 'x^(-2)'],
    ['a^b^c', 'a^(b^c)'],
    ['(a^b)^c', '(a^b)^c'],
    ['2x', '2 * x'],
    ['2 x y', '2 * x * y'],
    ['(a+b)(a-b)', '(a + b) * (a - b)'],
    ['3(a+b*c)', '3 * (a + b * c)'],
    ['2 sin(x)', '2 * sin(x)'],
    ['x*-3', 'x * (-3)'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a-b-c', 'a - b - c'],
    ['a/(b*c)', 'a / (b * c)'],
    ['a/b*c', '(a / b) * c'],
    ['a - -b', 'a - (-b)'],
    ['((a))', 'a'],
    ['+a', 'a'],
    ['a + (b > 0)', 'a + (b > 0)'],
    ['(a > 0 ? 1 : 2) + 1', '(a > 0 ? 1 : 2) + 1'],
    ['a < b < c', 'a < b < c'],
    ['(a < b) < c', '(a < b) < c'],
    ['10% + x', '10 mod x'],
    ['1./3', '1 / 3'],
    ['2.*x', '2 * x'],
    ['2e', '2 * e'],
    ['2e+3', '2000'],
    ['ab', 'ab'],
    ['ln(x) + log(x, 2)', 'ln(x) + log(x, 2)'],
  ])('%s', (text, understood) => {
    expect(echo(text)).toEqual([understood]);
  });
});

describe('a program', () => {
  test('may be several statements, and names its own intermediates', () => {
    const told = trace('u = b*c; v = a+u; J = 3*v', { at: { a: 5, b: 3, c: 2 } });
    expect(told.output).toBe('J');
    expect(told.gradients).toEqual({ a: 3, b: 6, c: 9, u: 3, v: 3, J: 1 });
    expect(told.statements).toEqual(['u = b * c', 'v = a + u', 'J = 3 * v']);
  });

  test('sets an input by a number, or by an expression of numbers', () => {
    const told = trace('a = 5\nb = 1/4\nc = 2pi\nd = -sqrt(4)\na*b*c*d');
    expect(told.inputs).toEqual({ a: 5, b: 0.25, c: 2 * Math.PI, d: -2 });
    expect(told.chosen).toEqual([]);
  });

  test('may set its inputs after it uses them', () => {
    expect(trace('J = a*b; a = 2; b = 3').value).toBe(6);
  });

  test('is free to hold comments, empty statements and blank lines', () => {
    expect(echo('# what\n\n u = x*y # product\n;;\nJ = u + 1 ; # done')).toEqual(['u = x * y', 'J = u + 1']);
    expect(valueOf('x # × @ ( "', { x: 3 })).toBe(3);
  });

  test('has functions of its own, which are inlined', () => {
    const told = trace('f(x) = x^2; f(a) + f(b)', { at: { a: 3, b: 4 } });
    expect(told.value).toBe(25);
    expect(told.gradients).toMatchObject({ a: 6, b: 8 });
    expect(told.graph.nodes.filter((node) => node.op === 'pow')).toHaveLength(2);
    expect(valueOf('f(x, y) = x - y; g(x) = f(x, 1) * 2; g(f(a, b))', { a: 7, b: 3 })).toBe(6);
    expect(valueOf('f(x) = x + k; f(a)', { a: 1, k: 10 })).toBe(11);
    expect(valueOf('f(a) + 1; f(x) = 2x', { a: 3 })).toBe(7);
    expect(valueOf('가속(변수) = 변수^2; 가속(x)', { x: 3 })).toBe(9);
  });

  test("a function's parameter hides an input, and a constant, of the same name", () => {
    expect(valueOf('f(x) = x + 1; f(x * 10)', { x: 2 })).toBe(21);
    expect(valueOf('f(e, i) = e * i; f(a, 3)', { a: 2 })).toBe(6);
  });

  test('a learner may give a function of the table another meaning', () => {
    expect(valueOf('square(x) = x^2 + 1; square(a)', { a: 2 })).toBe(5);
  });

  test('names one quantity once: equal subexpressions are one node, whose uses add up', () => {
    const told = trace('sin(x)*sin(x) + sin(x)', { at: { x: 1 } });
    expect(told.graph.nodes.filter((node) => node.op === 'sin')).toHaveLength(1);
    expect(trace('x*x', { at: { x: 3 } }).backward.at(-1)?.contributions).toHaveLength(2);
  });

  test('a second name for a quantity is a node of its own', () => {
    const told = trace('u = a*b; w = u; J = w + u', { at: { a: 2, b: 3 } });
    expect(told.gradients).toEqual({ a: 6, b: 4, u: 2, w: 1, J: 1 });
  });
});
