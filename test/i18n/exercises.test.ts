import { describe, expect, test } from 'vitest';
import { exerciseWords } from '../../src/i18n/exercises/index.ts';
import { languageNames } from '../../src/i18n/index.ts';

/** Every text, with words in groups too. */
const textsOf = (words: object): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[key, value]];
    if (typeof value === 'object' && value !== null) return textsOf(value);
    return [[key, (value as (...args: readonly unknown[]) => string)('3', '12', 'dv')]];
  });

describe.each(languageNames)('the words of exercises in %s', (language) => {
  const texts = textsOf(exerciseWords[language]);

  test('are all there, and say something', () => {
    expect(texts.map(([key]) => key)).toEqual(textsOf(exerciseWords.en).map(([key]) => key));
    expect(texts.filter(([, text]) => /^\s*$|undefined|NaN|=>/u.test(text))).toEqual([]);
  });

  test('use what they are given', () => {
    for (const key of ['title', 'level', 'exercise', 'item', 'find', 'made', 'wrong'] as const)
      expect(exerciseWords[language][key]('3' as never, '12' as never, 'dv')).toContain('3');
    expect(exerciseWords[language].item(3, 12, 'dv')).toMatch(/3.*12.*dv/u);
  });
});

test('Korean words are Korean', () => {
  expect(textsOf(exerciseWords.ko).filter(([, text]) => !/\p{Script=Hangul}/u.test(text))).toEqual([]);
});
