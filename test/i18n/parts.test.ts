import { describe, expect, test } from 'vitest';
import { languageNames } from '../../src/i18n/index.ts';
import { manualWords } from '../../src/i18n/manual/index.ts';
import { operationWords } from '../../src/i18n/operations/index.ts';
import { settingWords } from '../../src/i18n/settings/index.ts';
import { welcomeWords } from '../../src/i18n/welcome/index.ts';

type Words = Readonly<Record<string, unknown>>;

/** Arguments for the words that take some; each is a text that Korean particles can follow. */
const ARGUMENTS: readonly unknown[] = ['lang', 'ko', 'color'];

/** Every text with its key; functions are called. */
const textsOf = (words: Words): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'object')
      return textsOf(value as Words).map(([inner, text]) => [`${key}.${inner}`, text]);
    if (typeof value === 'string') return [[key, value]];
    return [[key, (value as (...args: readonly unknown[]) => string)(...ARGUMENTS)]];
  });

const parts = {
  manual: manualWords,
  operations: operationWords,
  settings: settingWords,
  welcome: welcomeWords,
};

describe.each(Object.entries(parts))('the words of %s', (_, words) => {
  const english = textsOf(words.en);

  test.each(languageNames)('are all there in %s, and say something', (language) => {
    const texts = textsOf(words[language]);
    expect(texts.map(([key]) => key).toSorted()).toEqual(english.map(([key]) => key).toSorted());
    expect(texts.filter(([, text]) => /^\s*$|undefined|NaN|=>/u.test(text))).toEqual([]);
  });

  test('are Korean in Korean, with particles that fit', () => {
    const isSentence = new Set(english.filter(([, text]) => / [a-z]{2,} /u.test(text)).map(([key]) => key));
    const korean = textsOf(words.ko);
    expect(korean.filter(([key, text]) => isSentence.has(key) && !/\p{Script=Hangul}/u.test(text))).toEqual(
      [],
    );
    expect(
      korean.filter(([, text]) => /은\(는\)|이\(가\)|을\(를\)|은\/는|이\/가|을\/를/u.test(text)),
    ).toEqual([]);
  });
});
