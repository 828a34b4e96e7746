/**
 * Milliseconds of processor time that this process has taken, all of its threads together. Unlike a clock's it does not pass
 * while other processes have the processor.
 */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How often a thing is done so that its time can be told. @param {() => unknown} run */
function repetitions(run) {
  for (let count = 1; ; count *= 2) {
    const start = processorTime();
    for (let i = 0; i < count; i++) run();
    if (processorTime() - start > 4 || count > 1e6) return count;
  }
}

/**
 * Milliseconds of processor time that each thing takes, sample by sample, in turns, so that what slows the machine slows
 * them all.
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
      const start = processorTime();
      for (let k = 0; k < count; k++) run();
      times[i]?.push((processorTime() - start) / count);
    }
  }
  return times;
}
