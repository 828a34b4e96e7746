import { expect } from 'vitest';

/** Distance between two numbers in units of the larger one: 0 when both are the same, or both NaN. */
export function relativeDifference(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

interface NearMatchers<R = unknown> {
  /** Within `relative` (by default 1e-9) of the expected number or, near zero, within `absolute`; infinities and NaN exactly. */
  toBeNear: (expected: number, relative?: number, absolute?: number) => R;
}

declare module 'vitest' {
  // eslint-disable-next-line typescript/no-empty-object-type
  interface Matchers<T> extends NearMatchers<T> {}
}

expect.extend({
  toBeNear(actual: unknown, expected: number, relative = 1e-9, absolute = 1e-12) {
    const allowed = Math.max(absolute, relative * Math.abs(expected));
    const isNear = typeof actual === 'number' && Math.abs(actual - expected) <= allowed;
    const pass = isNear || Object.is(actual, expected);
    return {
      pass,
      actual,
      expected,
      message: () => `${String(actual)} should be within ${allowed} of ${expected}`,
    };
  },
});

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
