import { type Answered, inOrder } from './answered.ts';
import { type Evidence, evidenceIn, type Skill, skillKey } from './evidence.ts';

/** The chance that a skill is known at first, that it is learned at an answer, that it slips, and that it is guessed. */
interface Parameters {
  readonly prior: number;
  readonly learn: number;
  readonly slip: number;
  readonly guess: number;
}

/**
 * Bayesian knowledge tracing (Corbett & Anderson 1995). The model and the threshold are theirs; they fit the four numbers to
 * many learners' answers, for which one log is too short, so these are chosen: a gate is mastered after three right answers
 * in a row, as a rule, and a mistake after it was avoided five times. Not to make a mistake says less than to know a gate,
 * since half of those who make it now and then do not make it here. To make it says more: a slip of arithmetic hardly ever
 * gives the very number of a mistake. docs/class.md tries them on a simulated class.
 */
export const TRACING: Readonly<Record<Skill['kind'], Parameters>> = {
  gate: { prior: 0.2, learn: 0.1, slip: 0.1, guess: 0.2 },
  mistake: { prior: 0.5, learn: 0.05, slip: 0.02, guess: 0.5 },
};

/** From this on a skill counts as mastered. */
export const MASTERED = 0.95;

/** How much of a right answer counts for each hint before it. */
const HINT = 0.5;

export interface Mastery {
  readonly skill: Skill;
  /** The chance that it is known, from 0 to 1. */
  readonly known: number;
  /** Answers that say something about it, and how many of them were right at the first try. */
  readonly answers: number;
  readonly right: number;
}

/** The chance that a skill is known after one more answer. */
export function knowledgeAfter(known: number, { skill, isRight, hints }: Evidence): number {
  const { learn, slip, guess } = TRACING[skill.kind];
  const ifKnown = isRight ? 1 - slip : slip;
  const ifNot = isRight ? guess : 1 - guess;
  const bayes = (known * ifKnown) / (known * ifKnown + (1 - known) * ifNot);
  const weight = isRight ? HINT ** hints : 1;
  const after = known + weight * (bayes - known);
  return after + (1 - after) * learn;
}

/** Mastery of every skill that the log says something about, by its key. The order of the log does not matter. */
export function masteryIn(log: readonly Answered[]): ReadonlyMap<string, Mastery> {
  const found = new Map<string, Mastery>();
  for (const evidence of inOrder(log).flatMap(evidenceIn)) {
    const { skill, isRight } = evidence;
    const key = skillKey(skill);
    const { known, answers, right } = found.get(key) ?? {
      known: TRACING[skill.kind].prior,
      answers: 0,
      right: 0,
    };
    found.set(key, {
      skill,
      known: knowledgeAfter(known, evidence),
      answers: answers + 1,
      right: right + Number(isRight),
    });
  }
  return found;
}
