import { MASTERED, masteryIn } from './mastery.ts';
import { type Progress, progressIn } from './progress.ts';
import { schedule } from './schedule.ts';
import { type Skill, skillKey } from './evidence.ts';

/** Where a learner stands with one skill. */
export interface SkillStanding extends Skill {
  /** The chance that it is known, from 0 to 1. */
  readonly known: number;
  readonly isMastered: boolean;
  readonly answers: number;
  readonly right: number;
  /** When it is asked again, in milliseconds since 1970. */
  readonly due: number;
  /** The chance that it is remembered now, from 0 to 1. */
  readonly recall: number;
}

/** All that is known about a learner, as plain data. */
export interface Standing {
  readonly version: 1;
  readonly lessons: { readonly done: number; readonly total: number };
  readonly answers: number;
  /** The least known first. */
  readonly skills: readonly SkillStanding[];
}

/**
 * @param lessons ids of the course
 * @param now milliseconds since 1970
 */
export function standing(progress: Progress, lessons: readonly string[], now: number): Standing {
  const cards = new Map(schedule(progress.answered, now).map((card) => [skillKey(card.skill), card]));
  const skills = [...masteryIn(progress.answered).values()].map(
    ({ skill, known, answers, right }): SkillStanding => {
      const { due = now, recall = 0 } = cards.get(skillKey(skill)) ?? {};
      return { ...skill, known, isMastered: known >= MASTERED, answers, right, due, recall };
    },
  );
  return {
    version: 1,
    lessons: {
      done: lessons.filter((id) => (progressIn(progress, id)?.finished ?? 0) > 0).length,
      total: lessons.length,
    },
    answers: progress.answered.length,
    skills: skills.toSorted((a, b) => a.known - b.known || (skillKey(a) < skillKey(b) ? -1 : 1)),
  };
}
