/** @import { Row } from './row.js' */

/** Quartiles of fewer ratios say nothing of the noise. */
const FEWEST = 3;

/** Noise that the quartiles of one sitting do not show: neighbours on the machine, another layout of memory. */
const LEAST_NOISE = 0.05;

/** A ratio of which the noise is not known is worse when it is so many times the stored one. */
const UNKNOWN_NOISE = 1;

/**
 * How far a ratio may be off, as a share of it: once more the distance from the median to the farther quartile.
 * @param {Row} row
 */
function noiseOf({ ratio, quartiles: [low, high], runs }) {
  if (runs < FEWEST) return UNKNOWN_NOISE;
  return Math.max(LEAST_NOISE, (2 * Math.max(ratio - low, high - ratio)) / Math.abs(ratio));
}

/**
 * The row that was measured before, against the same.
 * @param {readonly Row[]} stored
 * @param {Row} row
 */
const earlier = (stored, { name, against }) =>
  stored.find((each) => each.name === name && each.against === against);

/**
 * The rows that nothing stored can be held against: they are new, or were measured against something else.
 * @param {readonly Row[]} stored
 * @param {readonly Row[]} now
 */
export const unstored = (stored, now) =>
  now.filter((row) => row.better !== undefined && !earlier(stored, row));

/**
 * The rows that got worse than noise: the ratios of both, never their times.
 * @param {readonly Row[]} stored
 * @param {readonly Row[]} now rows that are not stored are not judged
 * @returns {{ row: Row, was: Row, factor: number }[]} `factor` is how many times worse
 */
export function worse(stored, now) {
  return now.flatMap((row) => {
    const was = earlier(stored, row);
    if (!was || row.better === undefined) return [];
    const factor = row.better === 'less' ? row.ratio / was.ratio : was.ratio / row.ratio;
    return factor > 1 + noiseOf(was) ? [{ row, was, factor }] : [];
  });
}
