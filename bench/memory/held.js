/** Bytes that are still reachable; the process must have been started with --expose-gc. */
export function heldBytes() {
  if (!globalThis.gc) throw new Error('start node with --expose-gc');
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * Bytes that the result of some work keeps. The work is done once before, so that what it leaves behind, such as compiled
 * code, is not counted.
 * @template T
 * @param {() => T} work
 * @returns {{ bytes: number, result: T }}
 */
export function keptBy(work) {
  work();
  const before = heldBytes();
  const result = work();
  return { bytes: heldBytes() - before, result };
}
