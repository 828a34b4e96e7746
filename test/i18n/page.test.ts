import { describe, expect, test } from 'vitest';
import { languageNames } from '../../src/i18n/index.ts';
import { pageWords } from '../../src/i18n/page/index.ts';

type Words = Readonly<Record<string, unknown>>;

/** Arguments of the words that take some: names and numbers as they come up on a page. */
const ARGUMENTS: readonly unknown[] = ['b', '0.001', '6'];

/** Every text with its key; functions are called. */
const textsOf = (words: Words): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'object')
      return textsOf(value as Words).map(([inner, text]) => [`${key}.${inner}`, text]);
    if (typeof value === 'string') return [[key, value]];
    return [[key, (value as (...args: readonly unknown[]) => string)(...ARGUMENTS)]];
  });

const english = new Map(textsOf(pageWords.en));

describe.each(languageNames)('the words of the page in %s', (language) => {
  const texts = textsOf(pageWords[language]);

  test('are all there, and say something', () => {
    expect(texts.map(([key]) => key)).toEqual([...english.keys()]);
    expect(texts.filter(([, text]) => /^\s*$|undefined|NaN|=>/u.test(text))).toEqual([]);
  });

  test('use what they are given', () => {
    for (const key of ['step', 'slider', 'field', 'refused', 'notANumber', 'settles', 'plot'])
      expect(texts.find(([name]) => name === key)?.[1]).toContain('b');
  });

  test('name every language in itself', () => {
    expect(new Set(languageNames.map((name) => pageWords[name].ownName)).size).toBe(languageNames.length);
  });
});

test('Korean words are Korean, with particles that fit', () => {
  const korean = textsOf(pageWords.ko);
  const silent = korean.filter(
    ([key, text]) => / [a-z]{2,} /u.test(english.get(key) ?? '') && !/\p{Script=Hangul}/u.test(text),
  );
  expect(silent).toEqual([]);
  expect(korean.filter(([, text]) => /은\(는\)|이\(가\)|을\(를\)|은\/는|이\/가|을\/를/u.test(text))).toEqual(
    [],
  );
  expect(pageWords.ko.refused('a', '3')).toBe('a = 3이라면:');
  expect(pageWords.ko.refused('a', '2')).toBe('a = 2라면:');
});
