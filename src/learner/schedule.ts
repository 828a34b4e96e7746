import { type Card as Memory, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { type Answered, inOrder } from './answered.ts';
import { EARLY } from './moment.ts';
import { type Evidence, evidenceIn, type Skill, skillKey } from './evidence.ts';

/** Answers within so many milliseconds of the first are one review: a card moves once a day at most. */
const SITTING = 12 * 60 * 60 * 1000;

/** Below this share right at the first try, a gate was forgotten; below the other, it was hard. */
const FORGOTTEN = 0.5;
const HARD = 0.8;

/** No short steps of minutes: a lesson has repeated enough by itself. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** A skill, and when to ask for it. */
export interface Card {
  readonly skill: Skill;
  /** From when on it is asked for, in milliseconds since 1970: `EARLY` before the moment that was worked out. */
  readonly due: number;
  /** The chance that it is remembered now, from 0 to 1. */
  readonly recall: number;
  /** From 1 to 10. */
  readonly difficulty: number;
}

interface Sitting {
  readonly start: number;
  end: number;
  readonly evidence: Evidence[];
}

/**
 * What to practise and when, by FSRS, from the log alone, so that logs can be merged. A card is a skill, since a gate and
 * a mistake come back in every lesson, while a problem that is remembered by heart would teach nothing. Answers without a
 * moment are passed over.
 * @param now milliseconds since 1970
 * @returns the cards, that which is least remembered first
 */
export function schedule(log: readonly Answered[], now: number): Card[] {
  const cards = [...sittingsIn(log)].map(([, { skill, sittings }]): Card => {
    const [first] = sittings;
    let memory: Memory = createEmptyCard(first?.start ?? now);
    for (const sitting of sittings)
      memory = scheduler.next(memory, sitting.end, gradeOf(skill, sitting.evidence)).card;
    const last = sittings.at(-1)?.end ?? now;
    return {
      skill,
      due: memory.due.getTime() - EARLY,
      recall: scheduler.get_retrievability(memory, Math.max(now, last), false),
      difficulty: memory.difficulty,
    };
  });
  return cards.toSorted(
    (a, b) =>
      a.recall - b.recall || b.difficulty - a.difficulty || (skillKey(a.skill) < skillKey(b.skill) ? -1 : 1),
  );
}

export const isDue = ({ due }: Card, now: number): boolean => due <= now;

function sittingsIn(
  log: readonly Answered[],
): ReadonlyMap<string, { readonly skill: Skill; readonly sittings: Sitting[] }> {
  const found = new Map<string, { readonly skill: Skill; readonly sittings: Sitting[] }>();
  for (const entry of inOrder(log)) {
    const { at } = entry;
    if (at === undefined) continue;
    for (const evidence of evidenceIn(entry)) {
      const key = skillKey(evidence.skill);
      const { sittings } =
        found.get(key) ?? found.set(key, { skill: evidence.skill, sittings: [] }).get(key)!;
      const last = sittings.at(-1);
      if (last && at - last.start < SITTING) {
        last.evidence.push(evidence);
        last.end = at;
      } else sittings.push({ start: at, end: at, evidence: [evidence] });
    }
  }
  return found;
}

/**
 * How a sitting went. A mistake that was made is not mastered however often it was not; a gate may slip now and then. It
 * is never easy, since nobody measures how fast an answer came.
 */
function gradeOf({ kind }: Skill, evidence: readonly Evidence[]): Grade {
  const share =
    evidence.reduce((sum, { isRight, hints }) => sum + (isRight ? (hints > 0 ? FORGOTTEN : 1) : 0), 0) /
    evidence.length;
  if (share < FORGOTTEN || (kind === 'mistake' && evidence.some(({ isRight }) => !isRight)))
    return Rating.Again;
  return share < HARD ? Rating.Hard : Rating.Good;
}
