import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { type Random } from '../../src/core/random.ts';
import { currentQuestion, type Session } from '../../src/tutor/session.ts';
import { slipsAt } from './slips.ts';

/** How a simulated learner behaves. */
export interface Nature {
  /** The chance to make an own mistake where it shows, before anything was said about it. */
  readonly mistaken: number;
  /** What is left of that chance each time the learner is told. */
  readonly kept: number;
  /** The chance of a slip of arithmetic, in any number. */
  readonly slip: number;
}

const NATURE: Nature = { mistaken: 0.7, kept: 0.85, slip: 0.03 };

/** Why an answer is wrong. */
export type Cause = MistakeId | 'slip';

/** What a learner types, and why it is wrong, if it is. */
interface Typed {
  readonly text: string;
  readonly cause?: Cause;
  /** Other mistakes that give this very number by rule: whoever names one of them is not wrong. */
  readonly also?: readonly MistakeId[];
}

/** A learner with known mistakes, who is otherwise right, and learns from being told. */
export class Pupil {
  readonly own: readonly MistakeId[];
  readonly #nature: Nature;
  readonly #random: Random;
  readonly #told = new Map<MistakeId, number>();

  /** @param own the mistakes; so many are in the learner's head, and none else */
  constructor(own: readonly MistakeId[], random: Random, nature: Nature = NATURE) {
    this.own = own;
    this.#random = random;
    this.#nature = nature;
  }

  /** The chance, by now, to make one of the mistakes where it shows: 0 for a mistake of others. */
  chanceOf(mistake: MistakeId): number {
    const { mistaken, kept } = this.#nature;
    return this.own.includes(mistake) ? mistaken * kept ** (this.#told.get(mistake) ?? 0) : 0;
  }

  hear(mistake: MistakeId): void {
    this.#told.set(mistake, (this.#told.get(mistake) ?? 0) + 1);
  }

  answer(session: Session): Typed {
    const question = currentQuestion(session);
    if (!question) return { text: '' };
    if (question.kind === 'bug') return { text: `d${question.name}` };
    const { name, kind, expected } = question;
    if (kind === 'gradient' || kind === 'mend') {
      for (const cause of this.#shuffled()) {
        const slips = slipsAt(session.study, name, cause);
        if (slips.length === 0 || this.#random.next() >= this.chanceOf(cause)) continue;
        const { value, also = [] } = this.#random.pick(slips);
        return { text: String(value), cause, also };
      }
    }
    if (this.#random.next() < this.#nature.slip)
      return {
        text: String(this.#random.pick([expected + 1, expected - 1, expected + 2, 10 * expected])),
        cause: 'slip',
      };
    return { text: String(expected) };
  }

  #shuffled(): MistakeId[] {
    return this.own
      .map((mistake) => ({ mistake, key: this.#random.next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ mistake }) => mistake);
  }
}

/** The right answer to the question at hand. */
export const rightAnswer = (session: Session): string => {
  const question = currentQuestion(session);
  return question?.kind === 'bug' ? `d${question.name}` : String(question?.expected);
};
