/** The ends and the step of a slider. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const STEPS = 100;
/** Smaller values than this get a scale of their own. */
const SMALL = 0.1;

/**
 * A slider around zero on which a value has room to move: its end is 1, 2 or 5 times a power of ten, at least 2 and twice
 * the value, or ten times a small one; and it has a hundred steps to either side.
 */
export function rangeFor(value: number): Range {
  const size = Math.abs(value);
  const wanted = size > 0 && size < SMALL ? 10 * size : Math.max(2, 2 * size);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= wanted * (1 - Number.EPSILON)) ?? 10;
  const max = Number((factor * power).toPrecision(1));
  return { min: -max, max, step: Number((max / STEPS).toPrecision(1)) };
}
