/** What a row of the table says. */
import type { Domain } from './domain.ts';
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
