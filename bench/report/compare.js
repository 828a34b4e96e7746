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
 * The rows that got worse than noise: the ratios of both, never their times.
 * @param {readonly Row[]} stored
 * @param {readonly Row[]} now rows that are not stored are new, and not judged
 * @returns {{ row: Row, was: Row, factor: number }[]} `factor` is how many times worse
 */
export function worse(stored, now) {
  const before = new Map(stored.map((row) => [row.name, row]));
  return now.flatMap((row) => {
    const was = before.get(row.name);
    if (!was || row.better === undefined || was.against !== row.against) return [];
    const factor = row.better === 'less' ? row.ratio / was.ratio : was.ratio / row.ratio;
    return factor > 1 + noiseOf(was) ? [{ row, was, factor }] : [];
  });
}
