import type { Answered } from '../../src/learner/answered.ts';
import { type Skill, skillKey } from '../../src/learner/evidence.ts';
import { type Mastery, masteryIn } from '../../src/learner/mastery.ts';
import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { countsOf, mean, median, sum } from './numbers.ts';
import { type Course, mistakeKey } from './play.ts';

/** How soon, and how often, a review asks for a group of skills. */
export interface Reviewed {
  readonly skills: number;
  /** The share that was asked for at all. */
  readonly asked: number;
  /** The median day of the first review; Infinity where most were never asked for. */
  readonly first: number;
  /** The mean number of reviews of a skill. */
  readonly reviews: number;
}

const reviewed = (
  courses: readonly { readonly course: Course; readonly skills: readonly string[] }[],
): Reviewed => {
  const days = courses.flatMap(({ course, skills }) =>
    skills.map((key) => course.asked.filter(({ skill }) => skillKey(skill) === key).map(({ day }) => day)),
  );
  return {
    skills: days.length,
    asked: mean(days.map((each) => Number(each.length > 0))),
    first: median(days.map(([day = Infinity]) => day)),
    reviews: mean(days.map((each) => each.length)),
  };
};

/** Skills that the log says something about. */
const skillsIn = (log: readonly Answered[], kind: Skill['kind']): string[] =>
  [...masteryIn(log)].flatMap(([key, { skill }]) => (skill.kind === kind ? [key] : []));

const isOwn = ({ pupil }: Course, key: string) => pupil.own.some((id) => mistakeKey(id) === key);

/** Own mistakes, and those of others that the course trained. */
export function reviewsOfMistakes(courses: readonly Course[]): {
  readonly own: Reviewed;
  readonly others: Reviewed;
} {
  const group = (wanted: boolean) =>
    reviewed(
      courses.map((course) => ({
        course,
        skills: skillsIn(course.lessonLog, 'mistake').filter((key) => isOwn(course, key) === wanted),
      })),
    );
  return { own: group(true), others: group(false) };
}

/** Gates by how often they went right at the first try in the course: below this share, and from it on. */
const WEAK = 0.8;

const isWeak = ({ right, answers }: Mastery) => right / answers < WEAK;

export function reviewsOfGates(courses: readonly Course[]): {
  readonly weak: Reviewed;
  readonly strong: Reviewed;
} {
  const group = (wanted: boolean) =>
    reviewed(
      courses.map((course) => {
        const gates = [...masteryIn(course.lessonLog).values()].filter(({ skill }) => skill.kind === 'gate');
        return {
          course,
          skills: gates.filter((gate) => isWeak(gate) === wanted).map(({ skill }) => skillKey(skill)),
        };
      }),
    );
  return { weak: group(true), strong: group(false) };
}

/** Cards due and questions asked on the days of review from one to another, per learner and day. */
export function loadOn(courses: readonly Course[], from: number, to: number): { due: number; asked: number } {
  const days = to - from + 1;
  return {
    due: mean(courses.map(({ due }) => sum(due.slice(from - 1, to)) / days)),
    asked: mean(
      courses.map(({ asked }) => asked.filter(({ day }) => day >= from && day <= to).length / days),
    ),
  };
}

export const questionsIn = (courses: readonly Course[]): number =>
  mean(courses.map(({ lessonLog }) => lessonLog.length));

/** Skills that were due while no question for them could be made, with how many learners met that. */
export const unaskedIn = (courses: readonly Course[]): ReadonlyMap<string, number> =>
  countsOf(courses.flatMap(({ unasked }) => [...unasked]));

/** Mistakes that some lesson trains, by how many learners' logs say something about them at the end of the course. */
export const neverSeen = (courses: readonly Course[], trained: readonly MistakeId[]): MistakeId[] =>
  trained.filter((id) =>
    courses.every(({ lessonLog }) => !skillsIn(lessonLog, 'mistake').includes(mistakeKey(id))),
  );
