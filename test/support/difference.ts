export interface Slope {
  readonly slope: number;
  /** How far off the slope may be; Infinity when the function cannot be measured there. */
  readonly error: number;
}

/**
 * Central differences of `f` at `x` for steps falling by 4, extrapolated to step 0 (Ridders 1982). Written for the
 * tests, so that it shares nothing with the nudges it judges.
 */
export function differentiate(f: (x: number) => number, x: number): Slope {
  const scale = Math.max(1, Math.abs(x));
  const rounding = Number.EPSILON * Math.max(Math.abs(f(x)), 1e-300);
  let best: Slope = { slope: NaN, error: Infinity };
  let above: number[] = [];
  for (let i = 0; i < 12; i++) {
    const h = (0.02 * scale) / 4 ** i;
    const [right, left] = [x + h, x - h];
    const row = [(f(right) - f(left)) / (right - left)];
    for (let k = 1; k <= Math.min(i, 4); k++) {
      const [finer, coarser] = [row[k - 1] as number, above[k - 1] as number];
      const slope = finer + (finer - coarser) / (16 ** k - 1);
      row.push(slope);
      const spread = Math.max(Math.abs(slope - finer), Math.abs(slope - coarser));
      const error = spread + (4 * rounding) / h;
      if (error < best.error) best = { slope, error };
    }
    above = row;
  }
  return best;
}

/** One-sided slopes of `f` at `x` over a falling sequence of steps: the last tells the limit, or that there is none. */
export function oneSidedSlopes(f: (x: number) => number, x: number, side: 1 | -1): number[] {
  const at = f(x);
  return [1e-3, 1e-4, 1e-5, 1e-6].map((h) => (side * (f(x + side * h) - at)) / h);
}
