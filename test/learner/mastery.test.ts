import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answered } from '../../src/learner/answered.ts';
import { evidenceIn, skillKey } from '../../src/learner/evidence.ts';
import { knowledgeAfter, MASTERED, masteryIn, TRACING } from '../../src/learner/mastery.ts';
import { rightAnswer, someLog, wrongAnswer } from '../support/answered.ts';

const gate = { kind: 'gate', name: 'product' } as const;
const mistake = { kind: 'mistake', name: 'local-only' } as const;
const knownAfter = (log: readonly Answered[], skill: { kind: 'gate' | 'mistake'; name: string }) =>
  masteryIn(log).get(skillKey(skill))?.known;

describe('what an answer says', () => {
  test('about its gate, and about the mistakes that could have shown', () => {
    expect(evidenceIn(rightAnswer)).toEqual([
      { skill: gate, isRight: true, hints: 0 },
      { skill: mistake, isRight: true, hints: 0 },
    ]);
    expect(evidenceIn(wrongAnswer)).toEqual([
      { skill: gate, isRight: false, hints: 0 },
      { skill: mistake, isRight: false, hints: 0 },
    ]);
  });

  test.each<[string, Answered, number]>([
    ['right after it was gone back to: the answer was known', { ...rightAnswer, again: true }, 0],
    ['skipped is not done: it says nothing', { ...rightAnswer, outcome: 'skipped', attempts: 0 }, 0],
    ['a wrong answer says nothing about mistakes not made', { ...wrongAnswer, mistakes: [] }, 1],
    ['a mistake made twice counts once', { ...wrongAnswer, mistakes: ['local-only', 'local-only'] }, 2],
  ])('%s', (_, answered, count) => {
    expect(evidenceIn(answered)).toHaveLength(count);
  });

  test('what was shown was not known, and the second try was helped', () => {
    for (const outcome of ['shown', 'wrong'] as const)
      expect(evidenceIn({ ...rightAnswer, outcome })[0]).toMatchObject({ isRight: false });
    expect(evidenceIn({ ...rightAnswer, attempts: 2 })[0]).toMatchObject({ isRight: false });
    expect(evidenceIn({ ...rightAnswer, outcome: 'follows', attempts: 2 })[0]).toMatchObject({
      isRight: true,
    });
  });
});

const after = (count: number) => Array.from({ length: count }, () => rightAnswer);

describe('mastery', () => {
  test('is Bayes’ rule, and then a chance to have learned', () => {
    const { prior, learn, slip, guess } = TRACING.gate;
    const posterior = (prior * (1 - slip)) / (prior * (1 - slip) + (1 - prior) * guess);
    expect(knownAfter([rightAnswer], gate)).toBeCloseTo(posterior + (1 - posterior) * learn, 12);
    const failed = (prior * slip) / (prior * slip + (1 - prior) * (1 - guess));
    expect(knownAfter([wrongAnswer], gate)).toBeCloseTo(failed + (1 - failed) * learn, 12);
  });

  test('of a gate comes with the third right answer in a row, of a mistake with the fifth', () => {
    expect([2, 3].map((count) => Number(knownAfter(after(count), gate)) >= MASTERED)).toEqual([false, true]);
    expect([4, 5].map((count) => Number(knownAfter(after(count), mistake)) >= MASTERED)).toEqual([
      false,
      true,
    ]);
  });

  test('falls when a mistake comes back, and each hint makes a right answer count less', () => {
    const long = Array.from({ length: 6 }, () => rightAnswer);
    const later = { ...wrongAnswer, at: Number(wrongAnswer.at) + 1 };
    expect(knownAfter([...long, later], mistake)).toBeLessThan(Number(knownAfter(long, mistake)));
    const [none, one, two] = [0, 1, 2].map((hints) => Number(knownAfter([{ ...rightAnswer, hints }], gate)));
    expect(none).toBeGreaterThan(Number(one));
    expect(one).toBeGreaterThan(Number(two));
    expect(two).toBeGreaterThan(TRACING.gate.prior);
  });

  test('is a chance, whatever was answered, in whatever order it is read', () => {
    fc.assert(
      fc.property(someLog, (log) => {
        const found = masteryIn(log);
        for (const { known, right, answers } of found.values()) {
          expect(known).toBeGreaterThan(0);
          expect(known).toBeLessThan(1);
          expect(right).toBeLessThanOrEqual(answers);
        }
        expect(masteryIn(log.toReversed())).toEqual(found);
      }),
    );
  });

  test('rises with a right answer more than with a wrong one, from anywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.nat(3), (known, hints) => {
        for (const skill of [gate, mistake]) {
          const after = (isRight: boolean) => knowledgeAfter(known, { skill, isRight, hints });
          expect(after(true)).toBeGreaterThan(known);
          expect(after(false)).toBeLessThan(after(true));
        }
      }),
    );
  });
});
