import {
  aboveMinusOne,
  type Domain,
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
import { digamma, erf, gamma, lgamma } from './special.ts';
import type { Value } from './value.ts';

/** The numeric value of each operand that is a constant in the graph, `undefined` for the others. */
export type Constants = readonly (Value | undefined)[];

/**
 * ∂out/∂operand as a function and as a formula of the same thing, side by side. The formula is in gradtutor's own
 * language over x, y, z (the operands) and out (the result); when an operand is a constant it may be simpler.
 */
export interface Partial {
  readonly at: (out: Value, x: Value, y: Value, z: Value) => Value;
  readonly formula: string | ((constants: Constants) => string);
}

export type Notation =
  | { readonly kind: 'call' }
  | { readonly kind: 'infix'; readonly symbol: string; readonly precedence: number }
  | { readonly kind: 'prefix'; readonly symbol: string; readonly precedence: number }
  | { readonly kind: 'conditional' };

/** What an operation is to the chain rule. */
export type Family =
  | 'sum'
  | 'difference'
  | 'mean'
  | 'product'
  | 'quotient'
  | 'power'
  | 'exponential'
  | 'logarithm'
  | 'router'
  | 'activation'
  | 'logistic';

interface Row {
  readonly name: string;
  /** The families it belongs to: the first is what a learner calls it. None where its name says it all. */
  readonly families?: readonly Family[] | undefined;
  /** Other names a learner may type. */
  readonly aliases?: readonly string[] | undefined;
  readonly notation: Notation;
}

/** A primitive of one, two or three operands. */
export interface FixedOp extends Row {
  readonly arity: 1 | 2 | 3;
  /** Values of trailing arguments that may be left out. */
  readonly defaults?: readonly Value[] | undefined;
  readonly forward: (x: Value, y: Value, z: Value) => Value;
  readonly partials: readonly Partial[];
  /** One domain an operand. */
  readonly domain: readonly Domain[];
  /** A rule on the operands together: the reason it is broken, if it is. */
  readonly together?: ((x: Value, y: Value) => string | undefined) | undefined;
  /** The same as a formula that is true where the rule holds. */
  readonly togetherFormula?: string | undefined;
  /** True where the derivative does not exist, or is a convention. */
  readonly kink?: ((x: Value, y: Value) => boolean) | undefined;
  /** The same as a formula. */
  readonly kinkFormula?: string | undefined;
  /** True where the result is 1 for true and 0 for false, and nothing between. */
  readonly isCondition?: boolean | undefined;
  /** False for an operand that is not looked at, given the first one: the branch not taken. */
  readonly reads?: ((operand: number, x: Value) => boolean) | undefined;
  /** n, where the row is x^n for that n alone. */
  readonly exponent?: Value | undefined;
}

/** A primitive of any number of operands. */
export interface ManyOp extends Row {
  readonly arity: 'many';
  readonly forward: (xs: ArrayLike<Value>) => Value;
  /** Every local derivative at once, in time linear in the number of operands. */
  readonly locals: (out: Value, xs: ArrayLike<Value>) => Value[];
  /** The formula of one local derivative over x1, x2, … and out. */
  readonly formula: (operand: number, count: number) => string;
  readonly kink?: ((out: Value, xs: ArrayLike<Value>) => boolean) | undefined;
  /** The same as a formula, for two operands. */
  readonly kinkFormula?: string | undefined;
}

export type Op = FixedOp | ManyOp;

type Extras = {
  [
    K in
      | 'aliases'
      | 'families'
      | 'defaults'
      | 'together'
      | 'togetherFormula'
      | 'kink'
      | 'kinkFormula'
      | 'isCondition'
      | 'reads'
      | 'exponent'
  ]?: NonNullable<FixedOp[K]>;
};

const call: Notation = { kind: 'call' };
const infix = (symbol: string, precedence: number): Notation => ({ kind: 'infix', symbol, precedence });

/** `[at, formula]` of one local derivative. */
type Rule = readonly [at: Partial['at'], formula: Partial['formula']];
const partial = ([at, formula]: Rule): Partial => ({ at, formula });
const zero: Rule = [() => 0, '0'];

/** A row whose fields are the same, in the same order, as those of every other: the passes read any row equally fast. */
const fixed = (row: FixedOp): FixedOp => ({
  name: row.name,
  aliases: row.aliases,
  families: row.families,
  notation: row.notation,
  arity: row.arity,
  defaults: row.defaults,
  forward: row.forward,
  partials: row.partials,
  domain: row.domain,
  together: row.together,
  togetherFormula: row.togetherFormula,
  kink: row.kink,
  kinkFormula: row.kinkFormula,
  isCondition: row.isCondition,
  reads: row.reads,
  exponent: row.exponent,
});

const unary = (
  name: string,
  domain: Domain,
  forward: (x: Value) => Value,
  rule: Rule,
  extras: Extras & { notation?: Notation } = {},
): FixedOp =>
  fixed({ name, arity: 1, notation: call, domain: [domain], forward, partials: [partial(rule)], ...extras });

const binary = (
  name: string,
  notation: Notation,
  domain: readonly [Domain, Domain],
  forward: (x: Value, y: Value) => Value,
  rules: readonly [Rule, Rule],
  extras: Extras = {},
): FixedOp => fixed({ name, arity: 2, notation, domain, forward, partials: rules.map(partial), ...extras });

const compare = (name: string, symbol: string, holds: (x: Value, y: Value) => boolean): FixedOp =>
  binary(name, infix(symbol, 3), [real, real], (x, y) => Number(holds(x, y)), [zero, zero], {
    kink: (x, y) => x === y,
    kinkFormula: 'x == y',
    isCondition: true,
  });

const sigmoid = (x: Value) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const normalCdf = (x: Value) => (1 + erf(x / Math.SQRT2)) / 2;
const normalDensity = (x: Value) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const atInteger = (x: Value) => Number.isInteger(x);
/** Kinks that several rows have. */
const atZero = { kink: (x: Value) => x === 0, kinkFormula: 'x == 0' };
const atOne = { kink: (x: Value) => Math.abs(x) === 1, kinkFormula: 'abs(x) == 1' };

function powerTogether(x: Value, y: Value): string | undefined {
  if (x < 0 && !Number.isInteger(y)) return 'power-of-negative';
  if (x === 0 && y === 0) return 'zero-to-zero';
  return x === 0 && y < 0 ? 'zero-to-negative' : undefined;
}

function powerRule([, exponent]: Constants): string {
  if (exponent === 1) return '1';
  if (exponent === 2) return '2 * x';
  if (exponent !== undefined && Number.isInteger(exponent) && exponent > 2)
    return `${exponent} * x^${exponent - 1}`;
  return 'y * x^(y - 1)';
}

const powerExponentRule = ([base]: Constants): string =>
  base === undefined ? 'x == 0 ? 0 : out * log(x)' : base === 0 ? '0' : 'out * log(x)';

function nthRoot(x: Value, n: Value): Value {
  const root = Math.abs(x) ** (1 / n);
  return x < 0 ? -root : root;
}

function rootTogether(x: Value, n: Value): string | undefined {
  if (x < 0 && Math.abs(n % 2) !== 1) return 'even-root';
  return x === 0 && n < 0 ? 'zero-to-negative' : undefined;
}

const many = (
  name: string,
  forward: ManyOp['forward'],
  locals: ManyOp['locals'],
  formula: ManyOp['formula'],
  extras: { readonly [K in 'families' | 'kink' | 'kinkFormula']?: NonNullable<ManyOp[K]> } = {},
): ManyOp => ({
  name,
  aliases: undefined,
  families: extras.families,
  notation: call,
  arity: 'many',
  forward,
  locals,
  formula,
  kink: extras.kink,
  kinkFormula: extras.kinkFormula,
});

/** With more operands than this, the formula of a local derivative leaves out how ties are broken. */
const MOST_SPELT_OUT = 8;

/** The winner of max or min takes the whole gradient; at a tie that is the first of the tied. */
const extreme = (
  name: 'max' | 'min',
  beats: (a: Value, b: Value) => boolean,
  symbols: [string, string, string],
): ManyOp =>
  many(
    name,
    (xs) => {
      let best = xs[0] as Value;
      for (let i = 1; i < xs.length; i++) if (beats(xs[i] as Value, best)) best = xs[i] as Value;
      return best;
    },
    (out, xs) => {
      const winner = Array.prototype.indexOf.call(xs, out);
      return Array.from(xs, (_, i) => Number(i === winner));
    },
    (i, count) => {
      if (count === 2) return i === 0 ? `x1 ${symbols[1]} x2 ? 1 : 0` : `x2 ${symbols[0]} x1 ? 1 : 0`;
      const earlier = Array.from(
        { length: count > MOST_SPELT_OUT ? 0 : i },
        (_, k) => `x${k + 1} ${symbols[2]} out`,
      );
      return `${[`x${i + 1} == out`, ...earlier].join(' and ')} ? 1 : 0`;
    },
    {
      families: ['router'],
      kink: (out, xs) => Array.prototype.indexOf.call(xs, out) !== Array.prototype.lastIndexOf.call(xs, out),
      kinkFormula: 'x1 == x2',
    },
  );

function productOfOthers(xs: ArrayLike<Value>): Value[] {
  const locals: Value[] = Array.from(xs, () => 1);
  let before = 1;
  for (let i = 0; i < xs.length; before *= xs[i++] as Value) locals[i] = before;
  let after = 1;
  for (let i = xs.length - 1; i >= 0; after *= xs[i--] as Value) locals[i] = (locals[i] as Value) * after;
  return locals;
}

function total(xs: ArrayLike<Value>): Value {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += xs[i] as Value;
  return sum;
}

function product(xs: ArrayLike<Value>): Value {
  let result = 1;
  for (let i = 0; i < xs.length; i++) result *= xs[i] as Value;
  return result;
}

function norm(xs: ArrayLike<Value>): Value {
  let result = 0;
  for (let i = 0; i < xs.length; i++) result = Math.hypot(result, xs[i] as Value);
  return result;
}

const ones = (_: Value, xs: ArrayLike<Value>) => Array.from(xs, () => 1);

/** The formula x1 * x2 * … without the factor `i`. */
const others = (i: number, count: number) =>
  Array.from({ length: count }, (_, k) => `x${k + 1}`)
    .filter((_, k) => k !== i)
    .join(' * ') || '1';

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
  fixed({
    name: 'select',
    arity: 3,
    notation: { kind: 'conditional' },
    domain: [real, real, real],
    forward: (x, y, z) => (x !== 0 ? y : z),
    partials: [
      partial(zero),
      partial([(_, x) => Number(x !== 0), 'x ? 1 : 0']),
      partial([(_, x) => Number(x === 0), 'x ? 0 : 1']),
    ],
    reads: (operand, x) => operand === 0 || (operand === 1) === (x !== 0),
  }),
];

/** Position of each row by its name or alias; where rows share a name, by the number of arguments they take. */
const byName = new Map<string, number[]>();
for (const [opcode, op] of ops.entries()) {
  for (const name of [op.name, ...(op.aliases ?? [])])
    byName.set(name, [...(byName.get(name) ?? []), opcode]);
}

/** Whether an operation can have so many arguments. */
export function takes(op: Op, count: number): boolean {
  if (op.arity === 'many') return count > 0;
  return count <= op.arity && count >= op.arity - (op.defaults?.length ?? 0);
}

export const opOf = (opcode: number): Op => ops[opcode] as Op;

export const isOf = ({ families }: Op, family: Family): boolean => families?.includes(family) === true;

/** Flat wherever it does not jump. */
export const isStep = (op: Op): boolean =>
  op.arity !== 'many' && op.partials.every((rule) => rule.formula === '0');

const switches = new Set(
  ops.filter((op) => isOf(op, 'router') || isStep(op) || (op.arity !== 'many' && op.reads)),
);

/**
 * Whether a local derivative of 0 means that the operand plays no part near here: a step, a branch not taken, a loser
 * of max. In x*y it does not: there a 0 may be only where the other factor passes through zero.
 */
export const switchesOff = (op: Op): boolean => switches.has(op);

/** Opcodes of the rows a name stands for: none when the name is not a function, two for `log` and its base form. */
export const opcodesNamed = (name: string): readonly number[] => byName.get(name) ?? [];

/** The fewest and most arguments an operation takes. */
export const argumentCount = (op: Op): readonly [least: number, most: number] =>
  op.arity === 'many' ? [1, Infinity] : [op.arity - (op.defaults?.length ?? 0), op.arity];

/** Every name a learner may call, for suggestions: operators such as `add` are left out. */
export const functionNames: readonly string[] = [...byName.keys()].filter((name) =>
  opcodesNamed(name).some((opcode) => opOf(opcode).notation.kind === 'call'),
);
