import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnswered } from '../../src/learner/answered.ts';
import { merge } from '../../src/learner/merge.ts';
import { isProgress, nextLesson, noProgress, type Progress } from '../../src/learner/progress.ts';
import { standing } from '../../src/learner/standing.ts';
import { rightAnswer, someLog, wrongAnswer } from '../support/answered.ts';

const ids = ['01-slope', '02-slope-that-varies', '__proto__', 'constructor'];
const lesson = fc.record(
  {
    lines: fc.array(fc.constantFrom('3', ':s', '?'), { maxLength: 3 }),
    done: fc.nat(9),
    total: fc.integer({ min: 9, max: 20 }),
    finished: fc.nat(3),
    at: fc.nat(10 ** 6),
  },
  { requiredKeys: ['lines', 'done', 'total', 'finished'] },
);
const someProgress: fc.Arbitrary<Progress> = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...ids), lesson), { maxLength: 4 }), someLog)
  .map(([lessons, answered]) => ({
    version: 1,
    lessons: Object.fromEntries(new Map(lessons)),
    recent: [...new Set(lessons.map(([id]) => id))],
    answered,
  }));

const texts = (log: readonly unknown[]) => log.map((entry) => JSON.stringify(entry));

const at = (time: number, done: number): Progress => ({
  ...noProgress,
  lessons: { a: { lines: ['3'], done, total: 9, finished: 0, at: time } },
  recent: ['a'],
});

describe('a progress', () => {
  test('survives being written and read', () => {
    fc.assert(
      fc.property(someProgress, (progress) => {
        const read: unknown = JSON.parse(JSON.stringify(progress));
        expect(isProgress(read)).toBe(true);
        expect(read).toEqual(progress);
      }),
    );
  });

  test.each([
    ['nothing', null],
    ['a later version', { ...noProgress, version: 2 }],
    ['a list of lessons', { ...noProgress, lessons: [] }],
    ['a lesson without lines', { ...noProgress, lessons: { a: { done: 1, total: 1, finished: 0 } } }],
    [
      'a lesson that is more than done',
      { ...noProgress, lessons: { a: { lines: [], done: 5, total: 3, finished: 0 } } },
    ],
    ['an answer of an unknown outcome', { ...noProgress, answered: [{ ...rightAnswer, outcome: 'maybe' }] }],
    ['an answer in no time that there is', { ...noProgress, answered: [{ ...rightAnswer, at: 1e17 }] }],
    ['names that are numbers', { ...noProgress, recent: [1] }],
  ])('is not %s', (_, data) => {
    expect(isProgress(data)).toBe(false);
  });

  test('of an earlier version of the program, which kept no moments, is one', () => {
    const { at: _at, gate: _gate, chances: _chances, ...old } = rightAnswer;
    expect(isAnswered(old)).toBe(true);
  });

  test('goes on with what was left last, else with the first new lesson, else with the first that has skipped questions', () => {
    const open = { lines: ['3'], done: 1, total: 2, finished: 0 };
    const done = { lines: [], done: 2, total: 2, finished: 1 };
    const lessons = { a: done, b: open, c: open };
    expect(nextLesson({ ...noProgress, lessons, recent: ['c', 'a', 'b'] }, ['a', 'b', 'c'])).toBe('b');
    expect(nextLesson({ ...noProgress, lessons: { a: done } }, ['a', 'b'])).toBe('b');
    const skipped = { lines: [], done: 1, total: 2, finished: 0 };
    expect(nextLesson({ ...noProgress, lessons: { a: skipped } }, ['a', 'b'])).toBe('b');
    expect(nextLesson({ ...noProgress, lessons: { a: skipped, b: done } }, ['a', 'b'])).toBe('a');
    expect(nextLesson({ ...noProgress, lessons: { a: done } }, ['a'])).toBeUndefined();
  });
});

describe('merging two progresses', () => {
  test('with itself changes nothing but the order, and either way round gives the same', () => {
    fc.assert(
      fc.property(someProgress, someProgress, (a, b) => {
        const both = merge(a, b);
        expect(isProgress(JSON.parse(JSON.stringify(both)))).toBe(true);
        expect(merge(b, a)).toEqual(both);
        expect(merge(both, both)).toEqual(both);
        expect(merge(both, a)).toEqual(both);
      }),
    );
  });

  test('loses no answer, and no lesson', () => {
    fc.assert(
      fc.property(someProgress, someProgress, (a, b) => {
        const { answered, lessons } = merge(a, b);
        const left = texts(answered);
        for (const text of texts(a.answered)) left.splice(left.indexOf(text), left.includes(text) ? 1 : 0);
        expect(left.length).toBe(answered.length - a.answered.length);
        for (const side of [a, b])
          for (const [id, { finished }] of Object.entries(side.lessons))
            expect(lessons[id]?.finished).toBeGreaterThanOrEqual(finished);
      }),
    );
  });

  test('takes the place that was used last', () => {
    expect(merge(at(5, 2), at(4, 7)).lessons['a']?.done).toBe(2);
  });
});

test('where a learner stands is told skill by skill, the least known first', () => {
  const now = Date.UTC(2026, 2, 2);
  const { skills, answers, lessons } = standing(
    { ...noProgress, answered: [rightAnswer, { ...wrongAnswer, gate: 'fork', at: now }] },
    ['01-slope'],
    now,
  );
  expect(lessons).toEqual({ done: 0, total: 1 });
  expect(answers).toBe(2);
  expect(skills.map(({ name }) => name)).toEqual(['local-only', 'fork', 'product']);
  expect(skills.every(({ due }) => due > now - 1)).toBe(true);
});
