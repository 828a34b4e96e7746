/**
 * @typedef {object} Row what was measured once, as a ratio: only ratios are compared with those of another day
 * @property {string} name unique in its part
 * @property {number} ratio median of the paired runs
 * @property {string} against what it is a multiple of
 * @property {readonly [low: number, high: number]} quartiles of the ratios
 * @property {number} runs how many ratios
 * @property {'less' | 'more'} [better] which way is better; a yardstick, such as another program's start, has none
 * @property {number} [ms] median time in milliseconds, for information
 * @property {string} [note] what else is worth knowing
 */

/**
 * @typedef {object} Part what a part found, and where
 * @property {string} part
 * @property {string} command
 * @property {string} date
 * @property {string} node version
 * @property {string} cpu
 * @property {number} cores
 * @property {readonly Row[]} rows
 * @property {readonly string[]} notes what could not be measured, and why
 */

/**
 * @typedef {object} Measured
 * @property {readonly Row[]} rows
 * @property {readonly string[]} [notes]
 */

/**
 * @typedef {object} Job a part of the benchmark
 * @property {string} name on the command line
 * @property {string} title
 * @property {(isQuick: boolean) => Promise<Measured>} measure takes minutes, or with `isQuick` fewer and smaller runs
 */

/**
 * Three significant digits or so, or all of those before the point.
 * @param {number} value
 */
export function digits(value) {
  const size = Math.abs(value);
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3;
  return value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** @param {number} ms */
export const time = (ms) =>
  ms < 0.001
    ? `${digits(ms * 1e6)} ns`
    : ms < 1
      ? `${digits(ms * 1000)} µs`
      : ms < 10_000
        ? `${digits(ms)} ms`
        : `${digits(ms / 1000)} s`;
