/** What the rows of the table are made of: short ways to write one, and the functions that are too long for one. */
import { type Domain, real } from './domain.ts';
import type { Constants, FixedOp, ManyOp, Notation, Partial } from './op.ts';
import { erf } from './special.ts';
import type { Value } from './value.ts';

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

export const call: Notation = { kind: 'call' };
export const infix = (symbol: string, precedence: number): Notation => ({
  kind: 'infix',
  symbol,
  precedence,
});

/** `[at, formula]` of one local derivative. */
type Rule = readonly [at: Partial['at'], formula: Partial['formula']];
const partial = (rule: Rule): Partial => ({ at: rule[0], formula: rule[1] });
export const zero: Rule = [() => 0, '0'];

/** A row whose fields are the same, in the same order, as those of every other: the passes read any row equally fast. */
const fixed = (
  name: string,
  notation: Notation,
  arity: FixedOp['arity'],
  domain: readonly Domain[],
  forward: FixedOp['forward'],
  partials: readonly Partial[],
  extras: Extras | undefined,
): FixedOp => ({
  name,
  aliases: extras?.aliases,
  families: extras?.families,
  notation,
  arity,
  defaults: extras?.defaults,
  forward,
  partials,
  domain,
  together: extras?.together,
  togetherFormula: extras?.togetherFormula,
  kink: extras?.kink,
  kinkFormula: extras?.kinkFormula,
  isCondition: extras?.isCondition,
  reads: extras?.reads,
  exponent: extras?.exponent,
});

export const unary = (
  name: string,
  domain: Domain,
  forward: (x: Value) => Value,
  rule: Rule,
  extras?: Extras & { notation?: Notation },
): FixedOp => fixed(name, extras?.notation ?? call, 1, [domain], forward, [partial(rule)], extras);

export const binary = (
  name: string,
  notation: Notation,
  domain: readonly [Domain, Domain],
  forward: (x: Value, y: Value) => Value,
  rules: readonly [Rule, Rule],
  extras?: Extras,
): FixedOp => fixed(name, notation, 2, domain, forward, rules.map(partial), extras);

export const ternary = (
  name: string,
  notation: Notation,
  domain: readonly [Domain, Domain, Domain],
  forward: FixedOp['forward'],
  rules: readonly [Rule, Rule, Rule],
  extras?: Extras,
): FixedOp => fixed(name, notation, 3, domain, forward, rules.map(partial), extras);

export const compare = (name: string, symbol: string, holds: (x: Value, y: Value) => boolean): FixedOp =>
  binary(name, infix(symbol, 3), [real, real], (x, y) => Number(holds(x, y)), [zero, zero], {
    kink: (x, y) => x === y,
    kinkFormula: 'x == y',
    isCondition: true,
  });

export const sigmoid = (x: Value) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
export const normalCdf = (x: Value) => (1 + erf(x / Math.SQRT2)) / 2;
export const normalDensity = (x: Value) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
export const atInteger = (x: Value) => Number.isInteger(x);
/** Kinks that several rows have. */
export const atZero = { kink: (x: Value) => x === 0, kinkFormula: 'x == 0' };
export const atOne = { kink: (x: Value) => Math.abs(x) === 1, kinkFormula: 'abs(x) == 1' };

export function powerTogether(x: Value, y: Value): string | undefined {
  if (x < 0 && !Number.isInteger(y)) return 'power-of-negative';
  if (x === 0 && y === 0) return 'zero-to-zero';
  return x === 0 && y < 0 ? 'zero-to-negative' : undefined;
}

export function powerRule([, exponent]: Constants): string {
  if (exponent === 1) return '1';
  if (exponent === 2) return '2 * x';
  if (exponent !== undefined && Number.isInteger(exponent) && exponent > 2)
    return `${exponent} * x^${exponent - 1}`;
  return 'y * x^(y - 1)';
}

export const powerExponentRule = ([base]: Constants): string =>
  base === undefined ? 'x == 0 ? 0 : out * log(x)' : base === 0 ? '0' : 'out * log(x)';

export function nthRoot(x: Value, n: Value): Value {
  const root = Math.abs(x) ** (1 / n);
  return x < 0 ? -root : root;
}

export function rootTogether(x: Value, n: Value): string | undefined {
  if (x < 0 && Math.abs(n % 2) !== 1) return 'even-root';
  return x === 0 && n < 0 ? 'zero-to-negative' : undefined;
}

export const many = (
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
export const extreme = (
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

export function productOfOthers(xs: ArrayLike<Value>): Value[] {
  const locals: Value[] = Array.from(xs, () => 1);
  let before = 1;
  for (let i = 0; i < xs.length; before *= xs[i++] as Value) locals[i] = before;
  let after = 1;
  for (let i = xs.length - 1; i >= 0; after *= xs[i--] as Value) locals[i] = (locals[i] as Value) * after;
  return locals;
}

export function total(xs: ArrayLike<Value>): Value {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += xs[i] as Value;
  return sum;
}

export function product(xs: ArrayLike<Value>): Value {
  let result = 1;
  for (let i = 0; i < xs.length; i++) result *= xs[i] as Value;
  return result;
}

export function norm(xs: ArrayLike<Value>): Value {
  let result = 0;
  for (let i = 0; i < xs.length; i++) result = Math.hypot(result, xs[i] as Value);
  return result;
}

export const ones = (_: Value, xs: ArrayLike<Value>) => Array.from(xs, () => 1);

/** The formula x1 * x2 * … without the factor `i`. */
export const others = (i: number, count: number) =>
  Array.from({ length: count }, (_, k) => `x${k + 1}`)
    .filter((_, k) => k !== i)
    .join(' * ') || '1';
