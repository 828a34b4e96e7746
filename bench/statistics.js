/**
 * Between the two nearest values, where the share falls between them.
 * @param {readonly number[]} values
 * @param {number} share 0 for the least, 1 for the largest
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = NaN, high = NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * What stands in a row for ratios that were measured run by run.
 * @param {readonly number[]} ratios
 * @returns {{ ratio: number, quartiles: readonly [low: number, high: number], runs: number }}
 */
export const summary = (ratios) => ({
  ratio: median(ratios),
  quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  runs: ratios.length,
});

/**
 * Run by run: what was measured in the same run shared its disturbances.
 * @param {readonly number[]} values
 * @param {readonly number[]} against
 */
export const paired = (values, against) =>
  values.slice(0, against.length).map((value, run) => value / (against[run] ?? NaN));

/**
 * The power of its size with which a time grows: 1 where it is proportional.
 * @param {{ size: number, time: number }} small
 * @param {{ size: number, time: number }} large
 */
export const exponent = (small, large) =>
  Math.log(large.time / small.time) / Math.log(large.size / small.size);
