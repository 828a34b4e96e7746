import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { isLanguage, languageNames, loadMessages } from '../../src/i18n/index.ts';
import { ko } from '../../src/i18n/ko.ts';
import { mistakes, partMistakes } from '../../src/tutor/mistakes.ts';
import { nudgeMistakes } from '../../src/tutor/nudge-mistakes.ts';
import { valueMistakes } from '../../src/tutor/value-mistakes.ts';

type Words = Readonly<Record<string, unknown>>;

/** The parts of an error's or a tutor message's arguments: every one that any message reads. */
const SAMPLE = {
  part: '@',
  bracket: ')',
  detail: 'Unexpected end',
  text: '3i',
  plain: '1000',
  construct: 'complex',
  name: 'b',
  suggestion: 'sin',
  argument: 'b + 1',
  expected: '2',
  got: 3,
  parameter: 'x',
  names: ['a', 'n'],
  product: 'a*b',
  node: 'u',
  formula: 'log(x)',
  numbers: 'log(-1)',
  op: 'log',
  reason: 'positive',
  before: [],
  dvar: 'db',
  output: 'J',
  value: '6',
  answer: '2',
  step: '0.001',
  from: '33',
  predicted: '33.002',
  change: '0.002',
  slope: '2',
  way: ['b', 'u', 'J'],
  reached: '33.006',
  consumers: ['u', 'v'],
  symbols: 'du · du/db',
  locals: ['du/db = c'],
  right: 1,
  total: 3,
  asked: 2,
  label: 'du/db',
  isShort: true,
  comesAgain: true,
  follows: 1,
  earlier: 'du',
  now: '6',
  target: '../04-backward',
  id: '01-slope',
  section: 'start',
  path: 'steps.1',
  word: 'gradent',
  allowed: ['local', 'gradient'],
  keys: ['aks', 'of'],
  minutes: 9,
  most: 8,
  problem: 'first',
  kind: 'path',
  mistake: 'sign',
  to: '3.001',
  at: '0.001',
  place: 1,
  first: 'du',
  answered: '2',
  lines: ['du = dv · dv/du = 3'],
  dvars: ['du', 'db'],
  rule: 'du · du/db',
  operands: [],
  local: 'du/db',
  count: 900,
  limit: 500,
};

const SAID = { ...SAMPLE, id: 'local-only', said: '2', rule: 'du · du/db', consumer: 'u', other: 'a' };

/** Arguments of the messages that take them one by one; several lists where a sentence has several forms. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  unusedValue: [['q'], ['alpa', 'alpha']],
  nudgeAgrees: [[1], [5]],
  nudgeSample: [[10, 100]],
  omitted: [[1], [30]],
  fork: [
    ['b', ['u', 'v'], 'db'],
    ['b', ['u'], 'db'],
  ],
  viaOperand: [['u', 2]],
  wentWrong: [[['sums (0 of 1 right at once)']]],
  passed: [['sums', 1, 2]],
  node: [
    ['u = b * c = 6', ['v'], { isOutput: false, skipped: false }],
    ['q = exp(x)', ['v', 'J'], { isOutput: false, skipped: true }],
    ['J = 33', [], { isOutput: true, skipped: false }],
  ],
  severalTimes: [
    ['u', 2],
    ['u', 3],
  ],
  nearest: [[30, 160]],
  folded: [[1], [30]],
  unknownOption: [
    ['--foo', undefined, 'gradtutor --help'],
    ['--foo', '--format', 'gradtutor run --help'],
  ],
  optionElsewhere: [['--count', ['gradtutor quiz'], 'gradtutor run --help']],
  unknownCommand: [['rnu'], ['rnu', 'run']],
  opNotInLevel: [
    ['exp', 3, ['+', '*'], [4, 5]],
    ['gamma', 3, ['+', '*'], []],
  ],
  invalid: [['--width'], ['--lang', 'en, ko'], ['--lang', 'en, ko', 'ko']],
};
const ANY_STRINGS: readonly (readonly unknown[])[] = [['b', 'n', '33.003', '0.001']];

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null;

/** Every text of a language with its path; functions are called with sample arguments. */
function sentences(words: Words, path: readonly string[] = []): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = [...path, key];
    const where = at.join('.');
    if (isWords(value)) return sentences(value, at);
    if (typeof value !== 'function') return [[where, String(value)]];
    const speak = value as (...args: readonly unknown[]) => string;
    const isMessage = ['errors', 'tutor', 'noValue'].includes(at[0] ?? '') || at[1] === 'findings';
    const lists = isMessage ? [[message], [{ ...message, ...without }]] : (ARGUMENTS[key] ?? ANY_STRINGS);
    return lists.map((args) => [where, speak(...args)]);
  });
}

/** Every argument that an error or a message of the tutor reads. */
const message = { ...SAID, mistakes: [SAID, { ...SAID, id: 'sign' }] };

/** The same without what is optional, and with other counts. */
const without = {
  suggestion: undefined,
  product: undefined,
  consumers: ['u'],
  right: 3,
  part: ')',
  bracket: ']',
  expected: '1',
  remedy: 'chain',
  inPart: 3,
};

const keys = (words: Words): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    isWords(value) && key !== 'titles' ? keys(value).map((inner) => `${key}.${inner}`) : [key],
  );

const languages: readonly (readonly [string, Words])[] = [
  ['en', en],
  ['ko', ko],
];

describe('languages', () => {
  test('have the same keys, all the way down', () => {
    expect(keys(ko).toSorted()).toEqual(keys(en).toSorted());
  });

  test('have functions where English has them, and texts where it has those', () => {
    const kinds = (words: Words): unknown =>
      Object.fromEntries(
        Object.entries(words)
          .filter(([key]) => key !== 'titles')
          .map(([key, value]) => [key, isWords(value) ? kinds(value) : typeof value]),
      );
    expect(kinds(ko)).toEqual(kinds(en));
  });

  test('are the ones that can be asked for', async () => {
    expect(languageNames).toEqual(['en', 'ko']);
    expect(isLanguage('ko')).toBe(true);
    expect(isLanguage('toString')).toBe(false);
    expect(await loadMessages('ko')).toBe(ko);
    expect(await loadMessages('en')).toBe(en);
  });
});

describe.each(languages)('every sentence of %s', (_, words) => {
  const all = sentences(words);

  test('says something, with every argument filled in', () => {
    expect(all.length).toBeGreaterThan(100);
    const unfilled = /^\s*$|undefined|NaN|\[object|=>/u;
    expect(all.filter(([where, text]) => where !== 'slopeNone' && unfilled.test(text))).toEqual([]);
  });

  test('has no space at its end, unless more follows', () => {
    const closed = all.filter(([where]) => where !== 'error' && where !== 'warning');
    expect(closed.filter(([, text]) => / $/mu.test(text))).toEqual([]);
  });

  test('explains every mistake, each in words of its own', () => {
    const { diagnosis } = (words as { tutor: typeof en.tutor }).tutor;
    const rows = [...mistakes, ...partMistakes, ...valueMistakes, ...nudgeMistakes];
    const told = rows.map(({ id }) => diagnosis({ ...SAID, id }));
    expect(new Set(told).size).toBe(rows.length);
    for (const text of told) expect(text).toMatch(/^2\D.{10}/u);
  });

  test('says of every mistake in which part of a fork it is, or that it is in each', () => {
    const { diagnosis } = (words as { tutor: typeof en.tutor }).tutor;
    for (const { id } of mistakes) {
      const said = { ...SAID, id, answer: '5', consumer: 'w' };
      expect(diagnosis({ ...said, inPart: 2 })).toMatch(/^\D*5.*w.*2.*[.?:] .*2/su);
      expect(diagnosis({ ...said, inPart: 'each' })).toContain('db\u00a0=\u00a0du');
    }
  });

  test('says what mends tied mistakes that are mended in the same way', () => {
    const { tie } = (words as { tutor: typeof en.tutor }).tutor;
    const told = (['chain', 'local', 'fork', 'rate', 'rule', 'value', 'nudge'] as const).map((remedy) =>
      tie({ answer: '2', mistakes: [{ ...SAID, id: 'sign' }], remedy }),
    );
    expect(new Set(told).size).toBe(told.length);
    for (const text of told) expect(text).not.toContain('•');
  });

  test('explains every kind of construct and every reason of a domain', () => {
    const constructs =
      'string boolean matrix object index property range conversion complex transpose factorial bars bitwise logic nullish assignment call operator';
    const { unsupported, domain } = (words as { errors: typeof en.errors }).errors;
    const told = constructs
      .split(' ')
      .map((construct) => unsupported({ construct, text: 'x' } as Parameters<typeof unsupported>[0]));
    expect(new Set(told).size).toBe(told.length);
    const reasons =
      'positive non-negative non-zero above-minus-one within-one inside-one outside-one one-or-outside one-or-more zero-to-one pole log-base power-of-negative zero-to-zero zero-to-negative even-root both-zero overflow';
    for (const reason of reasons.split(' ')) {
      const text = domain({ ...SAMPLE, reason });
      expect(text).not.toMatch(new RegExp(`(^|\\s)${reason}(\\s|\\.|$)`, 'u'));
    }
  });
});

describe('Korean', () => {
  const all = sentences(ko);

  test('has no doubled particles such as 은(는)', () => {
    const doubled =
      /은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|은\/는|을\/를/u;
    expect(all.filter(([, text]) => doubled.test(text))).toEqual([]);
  });

  test('is Korean: every sentence that is one in English has Hangul', () => {
    const english = new Map(sentences(en));
    const isSentence = (where: string) => / [a-z]{3,} [a-z]{2,}/u.test(english.get(where) ?? '');
    const silent = all.filter(([where, text]) => isSentence(where) && !/\p{Script=Hangul}/u.test(text));
    expect(silent).toEqual([]);
  });
});
