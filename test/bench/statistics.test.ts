import { expect, test } from 'vitest';
import { exponent, median, paired, quantile, summary } from '../../bench/statistics.js';

test('quantiles lie between the two nearest values, in whatever order those come', () => {
  expect(quantile([4, 1, 3, 2, 5], 0.25)).toBe(2);
  expect(quantile([10, 20], 0.25)).toBe(12.5);
  expect([quantile([7, 3], 0), quantile([7, 3], 1)]).toEqual([3, 7]);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([100, 20, 3])).toBe(20);
});

test('there is no quantile of nothing', () => {
  expect(quantile([], 0.5)).toBeNaN();
});

test('a summary is of ratios taken run by run, not of the ratio of medians', () => {
  const ratios = paired([2, 30, 8], [1, 10, 2]);
  expect(ratios).toEqual([2, 3, 4]);
  expect(summary(ratios)).toEqual({ ratio: 3, quartiles: [2.5, 3.5], runs: 3 });
});

test('the exponent of growth is 1 where time is proportional to size, and 2 where it is squared', () => {
  expect(exponent({ size: 10, time: 3 }, { size: 1000, time: 300 })).toBeCloseTo(1, 12);
  expect(exponent({ size: 10, time: 3 }, { size: 100, time: 300 })).toBeCloseTo(2, 12);
});
