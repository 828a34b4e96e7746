/** Where an operation's argument may lie. `reason` names the rule it breaks; `samples` are ranges to test in. */
export interface Domain {
  readonly reason: string;
  readonly holds: (x: number) => boolean;
  readonly samples: readonly (readonly [low: number, high: number])[];
}

const domain = (reason: string, holds: (x: number) => boolean, ...samples: [number, number][]): Domain => ({
  reason,
  holds,
  samples,
});

export const real = domain('real', () => true, [-3, -0.1], [0.1, 3]);
export const positive = domain('positive', (x) => x > 0, [0.1, 5]);
export const nonNegative = domain('non-negative', (x) => x >= 0, [0.1, 5]);
/** Any number may stand under a root; which roots of a negative one exist is for the operands together. */
export const radicand = domain('real', () => true, [0.1, 5]);
export const nonZero = domain('non-zero', (x) => x !== 0, [-3, -0.2], [0.2, 3]);
export const aboveMinusOne = domain('above-minus-one', (x) => x > -1, [-0.9, -0.1], [0.1, 4]);
export const withinOne = domain('within-one', (x) => Math.abs(x) <= 1, [-0.9, -0.1], [0.1, 0.9]);
export const insideOne = domain('inside-one', (x) => Math.abs(x) < 1, [-0.9, -0.1], [0.1, 0.9]);
export const outsideOne = domain('outside-one', (x) => Math.abs(x) > 1, [-4, -1.1], [1.1, 4]);
export const oneOrOutside = domain('one-or-outside', (x) => Math.abs(x) >= 1, [-4, -1.1], [1.1, 4]);
export const oneOrMore = domain('one-or-more', (x) => x >= 1, [1.1, 5]);
export const zeroToOne = domain('zero-to-one', (x) => x > 0 && x <= 1, [0.1, 0.9]);
export const notPole = domain('pole', (x) => x > 0 || !Number.isInteger(x), [-1.8, -1.2], [0.2, 5]);
export const logBase = domain('log-base', (x) => x > 0 && x !== 1, [0.1, 0.8], [1.3, 5]);
