import { describe, expect, test } from 'vitest';
import { checkResult } from '../../bench/gradient/check.js';
import { peers } from '../../bench/gradient/peers.js';
import { sourceOf, textOf, type Workload, workloads } from '../../bench/gradient/workloads.js';
import { trace } from '../../src/core/trace.ts';

const SIZE = 3;

const all = [...workloads].map(([kind, make]) => ({ kind, workload: make(SIZE) }));

const lecture = (): Workload => workloads.get('lecture')?.(0) as Workload;

describe('what is timed', () => {
  test.each(all)('$kind has by hand the gradients that gradtutor finds', ({ workload }) => {
    const { gradients, value } = trace(sourceOf(workload));
    const result = { value, gradients: Array.from(workload.at.keys(), (name) => gradients[name] ?? NaN) };
    expect(checkResult(workload, result, 1e-12, 'gradtutor')).toBe(workload.at.size);
  });

  test('the lecture is the lecture', () => {
    expect(textOf(lecture())).toBe('v = a + b*c\n3*v');
    expect(trace(sourceOf(lecture()))).toMatchObject({ value: 33, gradients: { a: 3, b: 6, c: 9 } });
  });
});

// tfjs is bundled to run; jax-js and mathjs take seconds to load.
describe.each(peers.filter(({ name }) => !/tfjs|jax|mathjs/.test(name)))('$name', (peer) => {
  test.each(all)('finds the gradients of $kind', async ({ workload }) => {
    const run = await peer.prepare(workload, '');
    expect(checkResult(workload, run(), peer.tolerance, peer.name)).toBe(workload.at.size);
    expect(checkResult(workload, run(), peer.tolerance, 'a second time')).toBe(workload.at.size);
  });
});

describe('the check before the timing', () => {
  const right = { value: 33, gradients: [3, 6, 9] };
  const check = (change: Partial<typeof right>) =>
    checkResult(lecture(), { ...right, ...change }, 1e-9, 'it');

  test('passes what is right, and counts the gradients', () => {
    expect(check({})).toBe(3);
    expect(check({ gradients: [3, NaN, 9] })).toBe(2);
  });

  test('refuses a wrong value, a wrong gradient, gradients in another order, and none', () => {
    expect(() => check({ value: 33.0001 })).toThrow('the value is off');
    expect(() => check({ value: NaN })).toThrow('the value is off');
    expect(() => check({ gradients: [3, 6, 9.0001] })).toThrow('gradient 2');
    expect(() => check({ gradients: [3, 9, 6] })).toThrow('gradient 1');
    expect(() => check({ gradients: [3, 6] })).toThrow('it');
    expect(() => check({ gradients: [NaN, NaN, NaN] })).toThrow('no gradients');
  });
});
