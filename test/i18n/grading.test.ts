import { describe, expect, test } from 'vitest';
import { gradingWords } from '../../src/i18n/grading/index.ts';
import { languageNames } from '../../src/i18n/index.ts';

type Words = Readonly<Record<string, unknown>>;

/** What fills the sentences: arguments in a row, or by name for problems. */
const ARGUMENTS: readonly unknown[] = ['db', ['a', 'n']];
const COUNTS: readonly unknown[] = [2, 3];
const NAMED = {
  limit: 100,
  name: 'n',
  suggestion: 'at',
  field: 'answers',
  text: '3',
  label: 'dn',
  output: 'L',
  expected: 5,
  got: 1,
};

function textsOf(words: Words, path = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object') return textsOf(value as Words, at);
    if (typeof value === 'string') return [[at, value]];
    const say = value as (...args: readonly unknown[]) => string;
    if (at.startsWith('problems')) return [[at, say(NAMED)]];
    if (at === 'unusedColumns') return [[at, say([{ name: 'a' }, { name: 'n', suggestion: 'dn' }])]];
    if (at === 'unknown') return [[at, say('dn', 'dm')]];
    return [[at, say(...(/^(refused|credit|summary)/u.test(at) ? COUNTS : ARGUMENTS))]];
  });
}

const english = textsOf(gradingWords.en).map(([key]) => key);

test.each(languageNames)('the words of grading in %s are all there, and say something', (language) => {
  const texts = textsOf(gradingWords[language]);
  expect(texts.map(([key]) => key)).toEqual(english);
  expect(texts.filter(([, text]) => /^\s*$|undefined|NaN|=>|\[object/u.test(text))).toEqual([]);
});

describe('Korean', () => {
  test('is Korean, with particles that fit', () => {
    const texts = textsOf(gradingWords.ko).filter(([key]) => key !== 'summary.dvar');
    expect(texts.filter(([, text]) => !/\p{Script=Hangul}/u.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => /은\(는\)|이\(가\)|을\(를\)|은\/는|이\/가|을\/를/u.test(text))).toEqual(
      [],
    );
    expect(gradingWords.ko.problems['unknown-key']({ name: 'n', suggestion: 'm' })).toBe(
      'n이라는 항목은 없어요. 혹시 m을 쓰려고 했나요?',
    );
  });
});
