import assert from 'node:assert/strict';

/** @import { Workload } from './workloads.js' */

/**
 * Holds a value and its gradients against those by hand.
 * @param {Workload} workload
 * @param {{ value: number, gradients: ArrayLike<number> }} result gradients in the order of the inputs; NaN where
 *   there is none
 * @param {number} tolerance how far off it may be, relative to the value and to the largest gradient
 * @param {string} name of what computed it
 */
export function checkResult(workload, { value, gradients }, tolerance, name) {
  const expected = new Float64Array(workload.at.size);
  const right = workload.byHand(Float64Array.from(workload.at.values()), expected);
  const scale = expected.reduce((most, one) => Math.max(most, Math.abs(one)), Number.MIN_VALUE);
  assert.ok(Math.abs(value - right) <= tolerance * Math.max(1, Math.abs(right)), `${name}: the value is off`);
  assert.equal(gradients.length, expected.length, name);
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs((gradients[i] ?? NaN) - (expected[i] ?? NaN));
    if (!Number.isNaN(off)) assert.ok(off <= tolerance * scale, `${name}: gradient ${i} is off by ${off}`);
  }
  const count = Array.from(gradients).filter((gradient) => !Number.isNaN(gradient)).length;
  assert.ok(count > 0, `${name} has no gradients`);
  return count;
}
