import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answered } from '../../src/learner/answered.ts';
import { evidenceIn, skillKey } from '../../src/learner/evidence.ts';
import { isDue, schedule } from '../../src/learner/schedule.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1, 18);

const answered = (more: Partial<Answered> = {}): Answered => ({
  lesson: '04-backward',
  kind: 'gradient',
  name: 'b',
  outcome: 'right',
  attempts: 1,
  hints: 0,
  mistakes: [],
  at: START,
  gate: 'product',
  chances: [],
  ...more,
});

/** One answer, some time within four months. */
const anyAnswer: fc.Arbitrary<Answered> = fc
  .record({
    outcome: fc.constantFrom('right', 'follows', 'wrong', 'shown', 'skipped'),
    attempts: fc.integer({ min: 1, max: 2 }),
    hints: fc.integer({ min: 0, max: 2 }),
    mistakes: fc.subarray(['sign', 'local-only'], { maxLength: 1 }),
    at: fc.integer({ min: 0, max: 120 * 24 * 60 }).map((minutes) => START + minutes * 60_000),
    gate: fc.constantFrom('product', 'fork', 'op sin'),
    chances: fc.subarray(['sign', 'local-only', 'own-value']),
  })
  .map(answered);

const anyLog = fc.array(anyAnswer, { maxLength: 20 });

const lastIn = (log: readonly Answered[]) => Math.max(START, ...log.map(({ at = 0 }) => at));

/** When a skill is due; fails where it is on no card. */
function dueIn(log: readonly Answered[], key: string): number {
  const card = schedule(log, lastIn(log)).find(({ skill }) => skillKey(skill) === key);
  if (!card) throw new Error(`no card: ${key}`);
  return card.due;
}

describe('whatever the log', () => {
  test('its order does not matter, and it is left as it was', () => {
    const logAndShuffled = anyLog.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(logAndShuffled, ([log, shuffled]) => {
        const before = JSON.stringify(log);
        expect(schedule(shuffled, lastIn(log))).toEqual(schedule(log, lastIn(log)));
        expect(JSON.stringify(log)).toBe(before);
      }),
    );
  });

  test('every skill in evidence is on one card, not due for half a day after its last answer', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const last = new Map<string, number>();
        for (const entry of log)
          for (const { skill } of evidenceIn(entry))
            last.set(skillKey(skill), Math.max(last.get(skillKey(skill)) ?? 0, entry.at ?? 0));
        const cards = schedule(log, lastIn(log));
        expect(cards.map(({ skill }) => skillKey(skill)).toSorted()).toEqual([...last.keys()].toSorted());
        for (const { skill, due } of cards)
          expect(due).toBeGreaterThanOrEqual((last.get(skillKey(skill)) as number) + 12 * HOUR);
      }),
    );
  });

  test('the least remembered comes first, and nothing is remembered better later', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 0, max: 365 }), (log, days) => {
        const now = lastIn(log);
        const recalls = schedule(log, now).map(({ recall }) => recall);
        expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
        const later = new Map(
          schedule(log, now + days * DAY).map(({ skill, recall }) => [skillKey(skill), recall]),
        );
        for (const { skill, recall } of schedule(log, now)) {
          expect(recall).toBeLessThanOrEqual(1);
          expect(later.get(skillKey(skill))).toBeLessThanOrEqual(recall);
          expect(later.get(skillKey(skill))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('a wrong answer brings a gate back sooner than a right one', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 100 }), (log, days) => {
        const at = lastIn(log) + days * DAY;
        const after = (outcome: 'right' | 'wrong') =>
          dueIn([...log, answered({ at, outcome })], 'gate product');
        expect(after('wrong')).toBeLessThan(after('right'));
      }),
    );
  });

  test('a mistake that was made comes back sooner than one that was avoided', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 100 }), (log, days) => {
        const at = lastIn(log) + days * DAY;
        const made = answered({ at, outcome: 'wrong', mistakes: ['sign'] });
        const avoided = answered({ at, chances: ['sign'] });
        expect(dueIn([...log, made], 'mistake sign')).toBeLessThan(dueIn([...log, avoided], 'mistake sign'));
      }),
    );
  });

  test('answers without a moment are passed over', () => {
    const withoutMoment = anyAnswer.map((entry): Answered => {
      const { at, ...rest } = entry;
      return at === undefined ? entry : rest;
    });
    fc.assert(
      fc.property(anyLog, fc.array(withoutMoment, { maxLength: 5 }), (log, old) => {
        expect(schedule([...old, ...log], lastIn(log))).toEqual(schedule(log, lastIn(log)));
      }),
    );
  });
});

const evening = (...outcomes: readonly Answered['outcome'][]) =>
  outcomes.map((outcome, i) => answered({ outcome, at: START + i * 60_000 }));

describe('one evening is one review', () => {
  test('right answers one after the other lead no further than one', () => {
    const many = evening('right', 'right', 'right', 'right');
    const end = many.at(-1)?.at as number;
    expect(dueIn(many, 'gate product')).toBe(dueIn([answered({ at: end })], 'gate product'));
  });

  test('four of five right is good, three hard, two forgotten', () => {
    const [good, hard, forgotten] = [4, 3, 2].map((right) =>
      dueIn(
        evening(
          ...Array.from({ length: 5 }, (_, i) => (i < right ? ('right' as const) : ('wrong' as const))),
        ),
        'gate product',
      ),
    );
    expect(hard).toBeLessThan(good as number);
    expect(forgotten).toBeLessThan(hard as number);
  });

  test('a mistake made once in it was forgotten, however often it was avoided', () => {
    const log = [
      answered({ outcome: 'wrong', mistakes: ['sign'] }),
      ...Array.from({ length: 9 }, (_, i) => answered({ chances: ['sign'], at: START + (i + 1) * 60_000 })),
    ];
    const end = log.at(-1)?.at as number;
    expect(dueIn(log, 'mistake sign')).toBe(
      dueIn([answered({ outcome: 'wrong', mistakes: ['sign'], at: end })], 'mistake sign'),
    );
  });

  test('and the next evening another', () => {
    const two = [answered(), answered({ at: START + DAY })];
    expect(dueIn(two, 'gate product') - (START + DAY)).toBeGreaterThan(
      dueIn([answered()], 'gate product') - START,
    );
  });

  test('a right answer after a hint is worth less', () => {
    expect(dueIn([answered({ hints: 1 })], 'gate product')).toBeLessThan(dueIn([answered()], 'gate product'));
  });
});

test('a card is due from its moment on', () => {
  const [card] = schedule([answered()], START);
  if (!card) throw new Error('no card');
  expect([card.due - 1, card.due, card.due + 1].map((now) => isDue(card, now))).toEqual([false, true, true]);
});

test('an empty log has no cards', () => {
  expect(schedule([], START)).toEqual([]);
});
