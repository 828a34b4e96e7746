import { performance } from 'node:perf_hooks';

/** How often a thing is done so that the clock can tell. @param {() => unknown} run */
function repetitions(run) {
  for (let count = 1; ; count *= 2) {
    const start = performance.now();
    for (let i = 0; i < count; i++) run();
    if (performance.now() - start > 4 || count > 1e6) return count;
  }
}

/**
 * Milliseconds each thing takes, sample by sample, in turns, so that what slows the machine slows them all.
 * @param {readonly (() => unknown)[]} runs
 * @param {number} samples
 */
export function inTurns(runs, samples) {
  const counts = runs.map((run) => repetitions(run));
  /** @type {number[][]} */
  const times = runs.map(() => []);
  for (let sample = 0; sample < samples; sample++) {
    for (const [i, run] of runs.entries()) {
      const count = counts[i] ?? 1;
      const start = performance.now();
      for (let k = 0; k < count; k++) run();
      times[i]?.push((performance.now() - start) / count);
    }
  }
  return times;
}
