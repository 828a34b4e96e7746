/**
 * Where an operation's argument may lie: as a function, and as a formula of the same over x. `reason` names the rule that
 * is broken outside; `samples` are ranges to test in.
 */
export interface Domain {
  readonly reason: string;
  /** Absent where every number will do. */
  readonly formula?: string;
  readonly holds: (x: number) => boolean;
  readonly samples: readonly (readonly [low: number, high: number])[];
}

const domain = (
  reason: string,
  formula: string,
  holds: (x: number) => boolean,
  ...samples: [number, number][]
): Domain => ({ reason, formula, holds, samples });

const anywhere = (...samples: [number, number][]): Domain => ({ reason: 'real', holds: () => true, samples });

export const real = anywhere([-3, -0.1], [0.1, 3]);
export const positive = domain('positive', 'x > 0', (x) => x > 0, [0.1, 5]);
export const nonNegative = domain('non-negative', 'x >= 0', (x) => x >= 0, [0.1, 5]);
/** Any number may stand under a root; which roots of a negative one exist is for the operands together. */
export const radicand = anywhere([0.1, 5]);
export const nonZero = domain('non-zero', 'x != 0', (x) => x !== 0, [-3, -0.2], [0.2, 3]);
export const aboveMinusOne = domain('above-minus-one', 'x > -1', (x) => x > -1, [-0.9, -0.1], [0.1, 4]);
export const withinOne = domain(
  'within-one',
  'abs(x) <= 1',
  (x) => Math.abs(x) <= 1,
  [-0.9, -0.1],
  [0.1, 0.9],
);
export const insideOne = domain('inside-one', 'abs(x) < 1', (x) => Math.abs(x) < 1, [-0.9, -0.1], [0.1, 0.9]);
export const outsideOne = domain('outside-one', 'abs(x) > 1', (x) => Math.abs(x) > 1, [-4, -1.1], [1.1, 4]);
export const oneOrOutside = domain(
  'one-or-outside',
  'abs(x) >= 1',
  (x) => Math.abs(x) >= 1,
  [-4, -1.1],
  [1.1, 4],
);
export const oneOrMore = domain('one-or-more', 'x >= 1', (x) => x >= 1, [1.1, 5]);
export const zeroToOne = domain('zero-to-one', 'x > 0 and x <= 1', (x) => x > 0 && x <= 1, [0.1, 0.9]);
export const notPole = domain(
  'pole',
  'x > 0 or x != floor(x)',
  (x) => x > 0 || !Number.isInteger(x),
  [-1.8, -1.2],
  [0.2, 5],
);
export const logBase = domain('log-base', 'x > 0 and x != 1', (x) => x > 0 && x !== 1, [0.1, 0.8], [1.3, 5]);
