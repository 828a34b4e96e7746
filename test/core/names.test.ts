import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { echo, valueOf } from '../support/read.ts';

const NAMES = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'i',
  'E',
  'e',
  'pi',
  'd',
  'dv',
  'da',
  'J',
  'L',
  'u',
  'v',
  'out',
  'x1',
  'm',
  'g',
  'h',
  'kg',
  'α',
  'Δx',
  'köln',
  '변수',
  '가격',
  'цена',
  '値段',
  'x_1',
  '$',
  'sin',
  'log',
];

describe('no name is special: an input may be called', () => {
  test.each(NAMES)('%s', (name) => {
    const at = new Map([
      [name, 3],
      ['other', 4],
    ]);
    const told = trace(`${name}*${name} + 2*${name}*other`, { at });
    expect(told.value).toBe(33);
    expect(Object.entries(told.inputs)).toEqual([
      [name, 3],
      ['other', 4],
    ]);
    expect(new Map(Object.entries(told.gradients)).get(name)).toBe(14);
    expect(told.nudges.find((step) => step.name === name)?.verdict).toBe('agrees');
    const names = told.graph.nodes.map((node) => node.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(NAMES)('%s, with a value in the program', (name) => {
    expect(trace(`${name} = 3; ${name} + 1`).value).toBe(4);
  });

  test.each(NAMES)('%s, as an intermediate', (name) => {
    const told = trace(`${name} = x*y; q2 = ${name} + x`, { at: { x: 2, y: 5 } });
    expect(new Map(Object.entries(told.gradients)).get(name)).toBe(1);
    expect(told.value).toBe(12);
  });
});

describe('a name', () => {
  test('written with combining marks is the same as the composed one', () => {
    expect(echo('e\u0301 * 2 + \u00e9')).toEqual(['\u00e9 * 2 + \u00e9']);
    expect(trace('\u1100\u1161 * 2').inputs).toEqual({ 가: 5 });
  });

  test('given with combining marks on the command line is the same as the composed one', () => {
    expect(trace('\u00e9 * 2', { at: { 'e\u0301': 4 } }).value).toBe(8);
  });

  test('of several letters is one name, not a product', () => {
    expect(Object.keys(trace('ab + a').inputs)).toEqual(['ab', 'a']);
  });

  test('of a function that is not called is still a name when it has a value', () => {
    expect(valueOf('2*sin', { sin: 4 })).toBe(8);
  });
});

describe('constants', () => {
  test.each([
    ['pi', Math.PI],
    ['π', Math.PI],
    ['e', Math.E],
    ['E', Math.E],
    ['tau', 2 * Math.PI],
    ['phi', (1 + Math.sqrt(5)) / 2],
    ['LN2', Math.LN2],
    ['SQRT2', Math.SQRT2],
  ])('%s is a number unless it is given another', (name, value) => {
    const told = trace(`x * ${name}`, { at: { x: 2 } });
    expect(told.value).toBe(2 * value);
    expect(Object.keys(told.inputs)).toEqual(['x']);
  });

  test('that are given a value are inputs, and have a gradient', () => {
    const told = trace('e * x + pi', { at: { e: 2, x: 3, pi: 10 } });
    expect(told.value).toBe(16);
    expect(told.gradients).toMatchObject({ e: 3, x: 2, pi: 1 });
    expect(trace('e = a*b; d = e + c; d*f', { at: { a: 2, b: -3, c: 10, f: -2 } }).value).toBe(-8);
  });

  test('have no gradient and are not nudged', () => {
    const told = trace('x * pi^2', { at: { x: 2 } });
    expect(Object.keys(told.gradients)).toEqual(['x', told.output]);
    expect(told.nudges.map(({ name }) => name)).toEqual(['x']);
  });

  test('of mathematics other than real numbers are names', () => {
    expect(Object.keys(trace('i + m + g + h + V + A').inputs)).toEqual(['i', 'm', 'g', 'h', 'V', 'A']);
  });
});

const operations = (text: string) =>
  trace(text)
    .graph.nodes.filter(({ kind }) => kind === 'operation')
    .map(({ name }) => name);

describe('names of intermediates', () => {
  test('are u, v, w, p, q, r, s, t, then u1, u2, …, and the output is J', () => {
    expect(operations('sin(cos(tan(exp(sinh(cosh(tanh(asinh(atan(erf(sigmoid(x)))))))))))')).toEqual(
      'u v w p q r s t u1 u2 J'.split(' '),
    );
  });

  test('skip those of the learner', () => {
    expect(operations('(u + v) * J * w')).toEqual(['p', 'q', 'L']);
    expect(operations('p = a*b; sin(p) + p*u')).toEqual(['p', 'v', 'w', 'J']);
  });

  test("skip those whose dvar is a learner's own name", () => {
    expect(operations('du * a + b')).toEqual(['v', 'J']);
  });

  test("follow the learner's own for the output", () => {
    expect(trace('a*b').output).toBe('J');
    expect(trace('loss = a*b').output).toBe('loss');
    expect(trace('a').output).toBe('J');
  });
});

describe('every function of the language exists', () => {
  const at = { x: 0.4, y: 0.7, z: 2 };
  test.each(
    [
      'exp(x) expm1(x) log(x) log(x,z) ln(x) log2(x) log10(x) log1p(x) sqrt(x) cbrt(x) nthRoot(x,z) nthRoot(x)',
      'square(x) cube(x) pow(x,y) abs(x) sign(x) min(x,y,z) max(x,y,z) min(x) max(x)',
      'sin(x) cos(x) tan(x) sec(x) csc(x) cot(x) asin(x) acos(x) atan(x) asec(z) acsc(z) acot(x) atan2(x,y)',
      'sinh(x) cosh(x) tanh(x) sech(x) csch(x) coth(x) asinh(x) acosh(z) atanh(x) asech(x) acsch(x) acoth(z)',
      'hypot(x,y) sigmoid(x) relu(x) leaky_relu(x) elu(x) softplus(x) gelu(x) swish(x) silu(x)',
      'erf(x) gamma(x) lgamma(x) floor(x) ceil(x) round(x) fix(x) mod(x,y) sum(x,y,z) mean(x,y,z) prod(x,y,z)',
    ].flatMap((line) => line.split(' ')),
  )('%s', (text) => {
    const told = trace(text, { at });
    expect(Number.isFinite(told.value)).toBe(true);
    expect(told.nudges.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
  });
});
