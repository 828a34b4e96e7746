import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/grading/given.ts';
import { Grader } from '../../src/grading/grader.ts';
import { Summary } from '../../src/grading/summary.ts';
import { tellSummary } from '../../src/grading/tell-summary.ts';
import { en } from '../../src/i18n/en.ts';
import { gradingWords } from '../../src/i18n/grading/index.ts';
import { renderText } from '../../src/render/text.ts';

const at = new Map([
  ['a', 5],
  ['b', 7],
  ['c', 2],
]);

function summed(
  handIns: readonly (readonly [expression: string, answers: string])[],
  grader = new Grader({ at }),
) {
  const summary = new Summary('follow');
  for (const [expression, answers] of handIns) {
    const { key, handIn } = grader.grade({ expression, at: new Map(), answers: readAnswers(answers) });
    summary.add(key, handIn);
  }
  return summary;
}

const LECTURE = '3*(a+b*c)';

const CLASS = [
  [LECTURE, 'dv=3,da=3,du=3,db=6,dc=21'],
  [LECTURE, 'dv=3,da=3,du=3,db=2,dc=21'],
  ['3 * (a + b*c)', 'dv=3,da=3,du=2,db=4,dc=14'],
  [LECTURE, 'db=7,dc=7'],
] as const;

describe('the class in counts', () => {
  const { expressions, ...whole } = summed(CLASS).get();

  test('as a whole', () => {
    expect(whole).toEqual({
      version: 1,
      handIns: 4,
      refused: 0,
      refusals: [],
      allRight: 1,
      credit: { rule: 'follow', mean: (1 + 0.8 + 0.8 + 0) / 4 },
      mistakes: [
        { id: 'local-only', alone: 2, tied: 0 },
        { id: 'own-value', alone: 1, tied: 0 },
      ],
      unlisted: 0,
    });
  });

  test('by expression, however it was spaced, and by dvar', () => {
    expect(expressions.map(({ expression, handIns }) => [expression, handIns])).toEqual([
      ['3 * (a + b * c)', 4],
    ]);
    const dvars = new Map(expressions[0]?.dvars.map((dvar) => [dvar.label, dvar]));
    expect([...dvars.keys()]).toEqual(['dv', 'da', 'du', 'db', 'dc']);
    expect(dvars.get('db')).toEqual({
      name: 'b',
      label: 'db',
      outcomes: { right: 1, follows: 1, close: 0, wrong: 2, missing: 0 },
      firstWrong: 2,
      mistakes: [
        { id: 'local-only', alone: 1, tied: 0 },
        { id: 'own-value', alone: 1, tied: 0 },
      ],
    });
    expect(dvars.get('du')).toMatchObject({ firstWrong: 1, outcomes: { right: 2, wrong: 1, missing: 1 } });
    for (const { outcomes } of dvars.values())
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test('of a tie are kept apart: none is asserted', () => {
    const { mistakes } = summed(
      [['3*(a+b*c)', 'db=3']],
      new Grader({
        at: new Map([
          ['a', 5],
          ['b', 3],
          ['c', 2],
        ]),
      }),
    ).get();
    expect(mistakes.map(({ id, alone }) => [id, alone])).toEqual([
      ['upstream-only', 0],
      ['own-value', 0],
      ['other-variable', 0],
    ]);
  });

  test('keep a bounded number of expressions, and count the rest', () => {
    const many = Array.from({ length: 1010 }, (_, i) => [`${i + 2}*a`, `da=${i + 2}`] as const);
    const told = summed(many).get();
    expect(told.expressions).toHaveLength(1000);
    expect(told).toMatchObject({ handIns: 1010, allRight: 1010, unlisted: 10, credit: { mean: 1 } });
  });

  test('of nobody are none', () => {
    const nobody = new Summary('strict');
    nobody.refuse({ code: 'not-json', line: 4, message: 'This is not JSON.' });
    expect(nobody.get()).toEqual({
      version: 1,
      handIns: 0,
      refused: 1,
      refusals: [{ code: 'not-json', lines: 1, first: { line: 4, message: 'This is not JSON.' } }],
      allRight: 0,
      credit: { rule: 'strict' },
      mistakes: [],
      expressions: [],
      unlisted: 0,
    });
  });
});

test('is told as tables', () => {
  const style = { width: 80, ascii: false, plain: false, paint: (_: unknown, text: string) => text };
  expect(renderText(tellSummary(summed(CLASS).get(), en, gradingWords.en), style)).toBe(
    `The class
  4 hand-ins, 1 with everything right, mean credit 65 % (follow)

3 * (a + b * c)   4 hand-ins
  dvar   right   follows   close   wrong   missing   first wrong
  dv     3       0         0       0       1         0
  da     3       0         0       0       1         0
  du     2       0         0       1       1         1
  db     1       1         0       2       0         2
  dc     2       1         0       1       0         0
  What came up:
    db: the local derivative without what comes from the right (1 time)
    db: a value instead of a derivative (1 time)
    dc: the local derivative without what comes from the right (1 time)
`,
  );
});

describe('a grader', () => {
  test('works out an expression with the same inputs once', () => {
    const grader = new Grader({ at });
    const grade = (expression: string, values: Iterable<[string, number]> = []) =>
      grader.grade({ expression, at: new Map(values), answers: [] }).key;
    expect(grade(LECTURE)).toBe(grade(LECTURE));
    expect(grade(LECTURE, [['a', 6]])).not.toBe(grade(LECTURE));
    expect(grade(LECTURE, [['a', 6]]).study.trace.inputs).toEqual({ a: 6, b: 7, c: 2 });
  });

  test('goes by what holds for all, unless the hand-in says otherwise', () => {
    const grader = new Grader({ expression: '3*a', at: new Map([['a', 2]]), wrt: ['a'] });
    expect(grader.grade({ at: new Map(), answers: [] }).key.study.trace.source).toBe('3*a');
    const own = grader.grade({ expression: 'a*b', at: new Map([['b', 5]]), wrt: ['b'], answers: [] }).key;
    expect(own.study.trace).toMatchObject({ source: 'a*b', inputs: { a: 2, b: 5 } });
    expect(own.asked.map(({ label }) => label)).toEqual(['db']);
    expect(() => new Grader({ at }).grade({ at: new Map(), answers: [] })).toThrow(
      expect.objectContaining({ code: 'no-expression' }),
    );
  });
});
