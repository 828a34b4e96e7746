import {
  aboveMinusOne,
  insideOne,
  logBase,
  nonNegative,
  nonZero,
  notPole,
  oneOrMore,
  oneOrOutside,
  outsideOne,
  positive,
  radicand,
  real,
  withinOne,
  zeroToOne,
} from './domain.ts';
import type { Op } from './op.ts';
import {
  atInteger,
  atOne,
  atZero,
  binary,
  call,
  compare,
  extreme,
  infix,
  many,
  norm,
  normalCdf,
  normalDensity,
  nthRoot,
  ones,
  others,
  powerExponentRule,
  powerRule,
  powerTogether,
  product,
  productOfOthers,
  rootTogether,
  sigmoid,
  ternary,
  total,
  unary,
  zero,
} from './row.ts';
import { digamma, erf, gamma, lgamma } from './special.ts';

export type { Constants, Family, FixedOp, Notation, Op, Partial } from './op.ts';

/**
 * The table of primitives. The parser's white list, values, local derivatives, printing, domains, kinks and the tests
 * all read it, and the tutor's mistakes know an operation by its families: to add an operation, add a row.
 */
export const ops: readonly Op[] = [
  // Arithmetic
  binary(
    'add',
    infix('+', 4),
    [real, real],
    (x, y) => x + y,
    [
      [() => 1, '1'],
      [() => 1, '1'],
    ],
    { families: ['sum'] },
  ),
  binary(
    'subtract',
    infix('-', 4),
    [real, real],
    (x, y) => x - y,
    [
      [() => 1, '1'],
      [() => -1, '-1'],
    ],
    { families: ['difference'] },
  ),
  binary(
    'multiply',
    infix('*', 5),
    [real, real],
    (x, y) => x * y,
    [
      [(_, _x, y) => y, 'y'],
      [(_, x) => x, 'x'],
    ],
    { families: ['product'] },
  ),
  binary(
    'divide',
    infix('/', 5),
    [real, nonZero],
    (x, y) => x / y,
    [
      [(_, _x, y) => 1 / y, '1 / y'],
      [(out, _x, y) => -out / y, '-x / y^2'],
    ],
    { families: ['quotient'] },
  ),
  binary(
    'pow',
    infix('^', 7),
    [real, real],
    (x, y) => x ** y,
    [
      [(_, x, y) => y * x ** (y - 1), powerRule],
      [(out, x, y) => (x === 0 && y > 0 ? 0 : out * Math.log(x)), powerExponentRule],
    ],
    {
      families: ['power'],
      together: powerTogether,
      togetherFormula: 'x > 0 or x < 0 and y == floor(y) or x == 0 and y > 0',
      kink: (x, y) => x === 0 && y < 1,
      kinkFormula: 'x == 0 and y < 1',
    },
  ),
  unary('unaryMinus', real, (x) => -x, [() => -1, '-1'], {
    families: ['difference'],
    notation: { kind: 'prefix', symbol: '-', precedence: 6 },
  }),
  unary('identity', real, (x) => x, [() => 1, '1'], {
    notation: { kind: 'prefix', symbol: '', precedence: 9 },
  }),
  binary(
    'mod',
    infix('mod', 5),
    [real, nonZero],
    (x, y) => x - y * Math.floor(x / y),
    [
      [() => 1, '1'],
      [(_, x, y) => -Math.floor(x / y), '-floor(x / y)'],
    ],
    { aliases: ['modulo'], kink: (x, y) => Number.isInteger(x / y), kinkFormula: 'x / y == floor(x / y)' },
  ),

  // Powers, roots, exponentials and logarithms
  unary('square', real, (x) => x * x, [(_, x) => 2 * x, '2 * x'], { families: ['power'], exponent: 2 }),
  unary('cube', real, (x) => x * x * x, [(_, x) => 3 * x * x, '3 * x^2'], {
    families: ['power'],
    exponent: 3,
  }),
  unary('sqrt', nonNegative, Math.sqrt, [(out) => 1 / (2 * out), '1 / (2 * out)'], atZero),
  unary('cbrt', real, Math.cbrt, [(out) => 1 / (3 * out * out), '1 / (3 * out^2)'], atZero),
  binary(
    'nthRoot',
    call,
    [radicand, nonZero],
    nthRoot,
    [
      [(_, x, n) => Math.abs(x) ** (1 / n - 1) / n, 'abs(x)^(1 / y - 1) / y'],
      [(out, x, n) => (x === 0 ? 0 : (-out * Math.log(x)) / (n * n)), 'x == 0 ? 0 : -out * log(x) / y^2'],
    ],
    {
      defaults: [2],
      together: rootTogether,
      togetherFormula: 'x > 0 or x < 0 and abs(y) mod 2 == 1 or x == 0 and y > 0',
      kink: (x, n) => x === 0 && n > 1,
      kinkFormula: 'x == 0 and y > 1',
    },
  ),
  unary('exp', real, Math.exp, [(out) => out, 'out'], { families: ['exponential'] }),
  unary('expm1', real, Math.expm1, [(out) => out + 1, 'out + 1']),
  unary('log', positive, Math.log, [(_, x) => 1 / x, '1 / x'], { families: ['logarithm'], aliases: ['ln'] }),
  binary(
    'log',
    call,
    [positive, logBase],
    (x, y) => Math.log(x) / Math.log(y),
    [
      [(_, x, y) => 1 / (x * Math.log(y)), '1 / (x * log(y))'],
      [(out, _x, y) => -out / (y * Math.log(y)), '-out / (y * log(y))'],
    ],
    { families: ['logarithm'] },
  ),
  unary('log2', positive, Math.log2, [(_, x) => 1 / (x * Math.LN2), '1 / (x * log(2))'], {
    families: ['logarithm'],
  }),
  unary('log10', positive, Math.log10, [(_, x) => 1 / (x * Math.LN10), '1 / (x * log(10))'], {
    families: ['logarithm'],
  }),
  unary('log1p', aboveMinusOne, Math.log1p, [(_, x) => 1 / (1 + x), '1 / (1 + x)']),

  // Trigonometric
  unary('sin', real, Math.sin, [(_, x) => Math.cos(x), 'cos(x)']),
  unary('cos', real, Math.cos, [(_, x) => -Math.sin(x), '-sin(x)']),
  unary('tan', real, Math.tan, [(out) => 1 + out * out, '1 + out^2']),
  unary('sec', real, (x) => 1 / Math.cos(x), [(out, x) => out * Math.tan(x), 'out * tan(x)']),
  unary('csc', nonZero, (x) => 1 / Math.sin(x), [(out, x) => -out / Math.tan(x), '-out / tan(x)']),
  unary('cot', nonZero, (x) => 1 / Math.tan(x), [(out) => -(1 + out * out), '-(1 + out^2)']),
  unary('asin', withinOne, Math.asin, [(_, x) => 1 / Math.sqrt(1 - x * x), '1 / sqrt(1 - x^2)'], atOne),
  unary('acos', withinOne, Math.acos, [(_, x) => -1 / Math.sqrt(1 - x * x), '-1 / sqrt(1 - x^2)'], atOne),
  unary('atan', real, Math.atan, [(_, x) => 1 / (1 + x * x), '1 / (1 + x^2)']),
  unary(
    'asec',
    oneOrOutside,
    (x) => Math.acos(1 / x),
    [(_, x) => 1 / (Math.abs(x) * Math.sqrt(x * x - 1)), '1 / (abs(x) * sqrt(x^2 - 1))'],
    atOne,
  ),
  unary(
    'acsc',
    oneOrOutside,
    (x) => Math.asin(1 / x),
    [(_, x) => -1 / (Math.abs(x) * Math.sqrt(x * x - 1)), '-1 / (abs(x) * sqrt(x^2 - 1))'],
    atOne,
  ),
  unary(
    'acot',
    real,
    (x) => (x === 0 ? Math.PI / 2 : Math.atan(1 / x)),
    [(_, x) => -1 / (1 + x * x), '-1 / (1 + x^2)'],
    atZero,
  ),
  binary(
    'atan2',
    call,
    [real, real],
    Math.atan2,
    [
      [(_, x, y) => y / Math.hypot(x, y) / Math.hypot(x, y), 'y / (x^2 + y^2)'],
      [(_, x, y) => -x / Math.hypot(x, y) / Math.hypot(x, y), '-x / (x^2 + y^2)'],
    ],
    {
      together: (x, y) => (x === 0 && y === 0 ? 'both-zero' : undefined),
      togetherFormula: 'x != 0 or y != 0',
      kink: (x, y) => x === 0 && y < 0,
      kinkFormula: 'x == 0 and y < 0',
    },
  ),

  // Hyperbolic
  unary('sinh', real, Math.sinh, [(_, x) => Math.cosh(x), 'cosh(x)']),
  unary('cosh', real, Math.cosh, [(_, x) => Math.sinh(x), 'sinh(x)']),
  unary('tanh', real, Math.tanh, [(out) => 1 - out * out, '1 - out^2'], { families: ['activation'] }),
  unary('sech', real, (x) => 1 / Math.cosh(x), [(out, x) => -out * Math.tanh(x), '-out * tanh(x)']),
  unary('csch', nonZero, (x) => 1 / Math.sinh(x), [(out, x) => -out / Math.tanh(x), '-out / tanh(x)']),
  unary('coth', nonZero, (x) => 1 / Math.tanh(x), [(out) => 1 - out * out, '1 - out^2']),
  unary('asinh', real, Math.asinh, [(_, x) => 1 / Math.hypot(x, 1), '1 / sqrt(x^2 + 1)']),
  unary(
    'acosh',
    oneOrMore,
    Math.acosh,
    [(_, x) => 1 / Math.sqrt(x - 1) / Math.sqrt(x + 1), '1 / sqrt(x^2 - 1)'],
    atOne,
  ),
  unary('atanh', insideOne, Math.atanh, [(_, x) => 1 / (1 - x * x), '1 / (1 - x^2)']),
  unary(
    'asech',
    zeroToOne,
    (x) => Math.acosh(1 / x),
    [(_, x) => -1 / (x * Math.sqrt(1 - x * x)), '-1 / (x * sqrt(1 - x^2))'],
    atOne,
  ),
  unary('acsch', nonZero, (x) => Math.asinh(1 / x), [
    (_, x) => -1 / (Math.abs(x) * Math.sqrt(1 + x * x)),
    '-1 / (abs(x) * sqrt(1 + x^2))',
  ]),
  unary('acoth', outsideOne, (x) => Math.atanh(1 / x), [(_, x) => 1 / (1 - x * x), '1 / (1 - x^2)']),

  // Activations
  unary('sigmoid', real, sigmoid, [(out) => out * (1 - out), 'out * (1 - out)'], {
    families: ['activation', 'logistic'],
  }),
  unary('relu', real, (x) => (x > 0 ? x : 0), [(_, x) => Number(x > 0), 'x > 0 ? 1 : 0'], {
    families: ['router', 'activation'],
    ...atZero,
  }),
  binary(
    'leaky_relu',
    call,
    [real, real],
    (x, y) => (x > 0 ? x : y * x),
    [
      [(_, x, y) => (x > 0 ? 1 : y), 'x > 0 ? 1 : y'],
      [(_, x) => (x > 0 ? 0 : x), 'x > 0 ? 0 : x'],
    ],
    {
      families: ['activation'],
      defaults: [0.01],
      aliases: ['leakyRelu'],
      kink: (x, y) => x === 0 && y !== 1,
      kinkFormula: 'x == 0 and y != 1',
    },
  ),
  binary(
    'elu',
    call,
    [real, real],
    (x, y) => (x > 0 ? x : y * Math.expm1(x)),
    [
      [(out, x, y) => (x > 0 ? 1 : out + y), 'x > 0 ? 1 : out + y'],
      [(_, x) => (x > 0 ? 0 : Math.expm1(x)), 'x > 0 ? 0 : expm1(x)'],
    ],
    {
      families: ['activation'],
      defaults: [1],
      kink: (x, y) => x === 0 && y !== 1,
      kinkFormula: 'x == 0 and y != 1',
    },
  ),
  unary(
    'softplus',
    real,
    (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    [(_, x) => sigmoid(x), 'sigmoid(x)'],
    { families: ['activation'] },
  ),
  unary(
    'gelu',
    real,
    (x) => x * normalCdf(x),
    [
      (_, x) => normalCdf(x) + x * normalDensity(x),
      '(1 + erf(x / sqrt(2))) / 2 + x * exp(-x^2 / 2) / sqrt(2 * pi)',
    ],
    { families: ['activation'] },
  ),
  unary(
    'swish',
    real,
    (x) => x * sigmoid(x),
    [(out, x) => sigmoid(x) + out * (1 - sigmoid(x)), 'sigmoid(x) + out * (1 - sigmoid(x))'],
    { families: ['activation'], aliases: ['silu'] },
  ),

  // Special functions
  unary('erf', real, erf, [
    (_, x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x),
    '2 / sqrt(pi) * exp(-x^2)',
  ]),
  unary('gamma', notPole, gamma, [(out, x) => out * digamma(x), 'out * digamma(x)']),
  unary('lgamma', positive, lgamma, [(_, x) => digamma(x), 'digamma(x)']),

  // Steps, corners and rounding
  unary('abs', real, Math.abs, [(_, x) => Math.sign(x), 'sign(x)'], atZero),
  unary('sign', real, Math.sign, zero, atZero),
  unary('floor', real, Math.floor, zero, { kink: atInteger, kinkFormula: 'x == floor(x)' }),
  unary('ceil', real, Math.ceil, zero, { kink: atInteger, kinkFormula: 'x == floor(x)' }),
  unary('fix', real, Math.trunc, zero, {
    kink: (x) => atInteger(x) && x !== 0,
    kinkFormula: 'x == floor(x) and x != 0',
  }),
  unary('round', real, (x) => Math.sign(x) * Math.round(Math.abs(x)), zero, {
    kink: (x) => atInteger(x - 0.5),
    kinkFormula: 'x - 0.5 == floor(x - 0.5)',
  }),

  // Of any number of arguments
  many('sum', total, ones, () => '1', { families: ['sum'] }),
  many(
    'mean',
    (xs) => total(xs) / xs.length,
    (_, xs) => Array.from(xs, () => 1 / xs.length),
    (_, count) => `1 / ${count}`,
    { families: ['mean'] },
  ),
  many('prod', product, (_, xs) => productOfOthers(xs), others, { families: ['product'] }),
  many(
    'hypot',
    norm,
    (out, xs) => Array.from(xs, (x) => x / out),
    (i) => `x${i + 1} / out`,
    { kink: atZero.kink, kinkFormula: 'out == 0' },
  ),
  extreme('max', (a, b) => a > b, ['>', '>=', '<']),
  extreme('min', (a, b) => a < b, ['<', '<=', '>']),

  // Conditions: 1 is true, 0 is false
  compare('larger', '>', (x, y) => x > y),
  compare('smaller', '<', (x, y) => x < y),
  compare('largerEq', '>=', (x, y) => x >= y),
  compare('smallerEq', '<=', (x, y) => x <= y),
  compare('equal', '==', (x, y) => x === y),
  compare('unequal', '!=', (x, y) => x !== y),
  binary('and', infix('and', 2), [real, real], (x, y) => Number(x !== 0 && y !== 0), [zero, zero], {
    isCondition: true,
    reads: (operand, x) => operand === 0 || x !== 0,
  }),
  binary('or', infix('or', 1), [real, real], (x, y) => Number(x !== 0 || y !== 0), [zero, zero], {
    isCondition: true,
    reads: (operand, x) => operand === 0 || x === 0,
  }),
  unary('not', real, (x) => Number(x === 0), zero, {
    isCondition: true,
    notation: { kind: 'prefix', symbol: 'not ', precedence: 6 },
  }),
  ternary(
    'select',
    { kind: 'conditional' },
    [real, real, real],
    (x, y, z) => (x !== 0 ? y : z),
    [zero, [(_, x) => Number(x !== 0), 'x ? 1 : 0'], [(_, x) => Number(x === 0), 'x ? 0 : 1']],
    { reads: (operand, x) => operand === 0 || (operand === 1) === (x !== 0) },
  ),
];
