import { describe, expect, test } from 'vitest';
import { josa } from '../../src/i18n/josa.ts';

/** Words whose last sound is a vowel, a consonant, or ㄹ, as a Korean reader says them. */
const VOWEL = (
  '변수 나 뒤 a b c e x y z w db dJ J u dv h s 2 4 5 9 12 0.5 33.002 -4 w2 x_5 α β θ π λ σ kg ' +
  '1000000000000 0.25 sigmoid relu alpha theta user'
).split(' ');
const CONSONANT = (
  '값 곱 합 강 손 m n dm dn 0 3 6 13 16 0.6 33.003 -3 10 20 30 100 1000 10000 110 100000000 w0 w3 x10 x_6 ' +
  'ε υ ο 0.10'
).split(' ');
const RIEUL = '줄 길 1 7 8 11 0.8 33.001 l r dl dr w1 x7 w8 -1 21'.split(' ');

const ending = (word: string, particle: Parameters<typeof josa>[1]) =>
  josa(word, particle).slice(word.length);

describe('a particle fits the last sound of what stands before it', () => {
  test.each(VOWEL)('%s ends in a vowel', (word) => {
    expect(ending(word, '은/는')).toBe('는');
    expect(ending(word, '이/가')).toBe('가');
    expect(ending(word, '을/를')).toBe('를');
    expect(ending(word, '과/와')).toBe('와');
    expect(ending(word, '으로/로')).toBe('로');
    expect(ending(word, '이라는/라는')).toBe('라는');
    expect(ending(word, '이라면/라면')).toBe('라면');
    expect(ending(word, '이라고/라고')).toBe('라고');
  });

  test.each(CONSONANT)('%s ends in a consonant', (word) => {
    expect(ending(word, '은/는')).toBe('은');
    expect(ending(word, '이/가')).toBe('이');
    expect(ending(word, '을/를')).toBe('을');
    expect(ending(word, '과/와')).toBe('과');
    expect(ending(word, '으로/로')).toBe('으로');
    expect(ending(word, '이라는/라는')).toBe('이라는');
  });

  test.each(RIEUL)('%s ends in ㄹ, which takes 은 and 을 but 로', (word) => {
    expect(ending(word, '은/는')).toBe('은');
    expect(ending(word, '을/를')).toBe('을');
    expect(ending(word, '으로/로')).toBe('로');
  });

  test('closing brackets and quotation marks are not read', () => {
    expect(ending('f(n)', '은/는')).toBe('은');
    expect(ending('"값"', '은/는')).toBe('은');
    expect(ending('g(a)', '은/는')).toBe('는');
  });

  test('nothing at all does not crash', () => {
    expect(josa('', '은/는')).toMatch(/^[은는]$/u);
    expect(josa('∞', '은/는')).toMatch(/[은는]$/u);
  });
});
