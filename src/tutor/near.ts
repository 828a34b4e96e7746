import type { Value } from '../core/value.ts';

/** Parts of a number that two may be apart and be the same to a learner. */
export const EXACT = 1e-6;

/** Whether two numbers are the same to a learner. */
export const isNear = (a: Value, b: Value): boolean => Math.abs(a - b) <= EXACT * Math.max(1, Math.abs(b));
