import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';

/** Where the root of 0 sends an infinite gradient back. */
describe('an infinite gradient does not pass what plays no part', () => {
  test.each<[text: string, at: Record<string, number>, gradients: Record<string, number>]>([
    ['sqrt(c ? a : a)', { c: 1, a: 0 }, { c: 0, a: Infinity }],
    ['sqrt(c ? a : b)', { c: 1, a: 0, b: 0 }, { c: 0, a: Infinity, b: 0 }],
    ['sqrt(x > 0 and y > 0)', { x: -1, y: 2 }, { x: 0, y: 0 }],
    ['sqrt(floor(x))', { x: 0.5 }, { x: 0 }],
    ['sqrt(relu(x))', { x: -1 }, { x: 0 }],
    ['sqrt(max(x, y))', { x: 0, y: -1 }, { x: Infinity, y: 0 }],
  ])('%s at %j', (text, at, gradients) => {
    const told = trace(text, { at });
    expect(told.gradients).toMatchObject(gradients);
    for (const { gradient, contributions } of told.backward.slice(1))
      expect(contributions.reduce((sum, { product }) => sum + product, 0)).toBe(gradient);
  });

  test.each(['sqrt(x^2)', 'sqrt(x*x)'])(
    'what only passes through zero is not taken for it: %s at 0',
    (text) => {
      expect(trace(text, { at: { x: 0 } }).gradients['x']).toBeNaN();
    },
  );
});
