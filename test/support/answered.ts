import * as fc from 'fast-check';
import type { Answered } from '../../src/learner/answered.ts';

/** An answer about a product that was right at once. */
export const rightAnswer: Answered = {
  lesson: '04-backward',
  kind: 'gradient',
  name: 'b',
  outcome: 'right',
  attempts: 1,
  hints: 0,
  mistakes: [],
  at: Date.UTC(2026, 2, 1),
  gate: 'product',
  chances: ['local-only'],
};

/** The same with the mistake made at the first try. */
export const wrongAnswer: Answered = { ...rightAnswer, attempts: 2, mistakes: ['local-only'] };

/** Any entry that may stand in a log; old ones have no moment. */
const someAnswer: fc.Arbitrary<Answered> = fc
  .record(
    {
      lesson: fc.constantFrom('01-slope', '04-backward', '__proto__', 'review'),
      kind: fc.constantFrom('gradient', 'value', 'path', 'local', 'nudge', 'bug', 'mend'),
      name: fc.constantFrom('a', 'b', 'constructor', '가격'),
      outcome: fc.constantFrom('right', 'follows', 'wrong', 'shown', 'skipped'),
      attempts: fc.nat(3),
      hints: fc.nat(3),
      mistakes: fc.subarray(['local-only', 'added']),
      at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-03-01'), noInvalidDate: true }),
      gate: fc.constantFrom('product', 'fork', 'op sin'),
      chances: fc.subarray(['local-only', 'added', 'upstream-only']),
    },
    { requiredKeys: ['lesson', 'kind', 'name', 'outcome', 'attempts', 'hints', 'mistakes'] },
  )
  .map(({ at, ...entry }) => ({ ...entry, ...(at === undefined ? {} : { at: at.getTime() }) }));

export const someLog = fc.array(someAnswer, { maxLength: 30 });
