import { describe, expect, test } from 'vitest';
import { deepestPlace } from '../../src/core/depth.ts';

describe('the deepest place of a text', () => {
  test.each<[text: string, from: string]>([
    ['(a) + ((b))', '(b))'],
    ['sin(a) + sin(sin(a))', '(a))'],
    ['((a)) + (b * (c + (d)))', '(d)))'],
    ['a^b^c + (d)', '^c + (d)'],
    ['a - b - c + -(-d)', '-d)'],
    ['x > 0 ? 1 : x > 1 ? 2 : (3)', '(3)'],
    ['(a) ; ((b))\n(c)', '(b))\n(c)'],
    ['max((a), ((b)))', '(b)))'],
    ['a + (((', '('],
    ['))) + (a)', '(a)'],
  ])('%s', (text, from) => {
    expect(text.slice(deepestPlace(text))).toBe(from);
  });

  test('of a flat text is its beginning', () => {
    expect(deepestPlace('a + b * c')).toBe(0);
  });
});
