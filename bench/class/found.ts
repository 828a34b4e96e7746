import type { Answered } from '../../src/learner/answered.ts';
import { mistakes } from '../../src/tutor/mistakes.ts';
import { countsOf, mean } from './numbers.ts';
import type { Course } from './play.ts';

/** At how many questions each mistake was diagnosed beyond doubt. */
const diagnosedIn = (log: readonly Answered[]): ReadonlyMap<string, number> =>
  countsOf(log.flatMap((entry) => [...new Set(entry.mistakes)]));

/** How well the mistakes that were found are those a learner has. */
export interface Found {
  /** Of the mistakes found, the share that the learner has; of those, the share that is found. Means over learners. */
  readonly precision: number;
  readonly recall: number;
  /** Learners of whom exactly their mistakes are found. */
  readonly exact: number;
}

/** @param least diagnoses from which on a mistake counts as found */
export function foundIn(courses: readonly Course[], least: number): Found {
  const each = courses.map(({ pupil, lessonLog }) => {
    const found = [...diagnosedIn(lessonLog)].flatMap(([id, count]) => (count >= least ? [id] : []));
    const hits = pupil.own.filter((id) => found.includes(id)).length;
    return { found: found.length, hits, own: pupil.own.length };
  });
  return {
    precision: mean(each.filter(({ found }) => found > 0).map(({ found, hits }) => hits / found)),
    recall: mean(each.map(({ hits, own }) => hits / own)),
    exact: mean(each.map(({ found, hits, own }) => Number(found === hits && hits === own))),
  };
}

/** The same, where the mistakes found are as many as the learner has: those diagnosed most often. */
export const precisionAtOwn = (courses: readonly Course[]): number =>
  mean(
    courses.map(({ pupil: { own }, lessonLog }) => {
      const most = [...diagnosedIn(lessonLog)].toSorted(([, a], [, b]) => b - a).slice(0, own.length);
      return most.filter(([id]) => own.some((mistake) => mistake === id)).length / own.length;
    }),
  );

/** What the wrong answers of one cause were called. */
export interface Named {
  readonly cause: string;
  readonly learners: number;
  readonly made: number;
  readonly alone: number;
  readonly tied: number;
  readonly none: number;
  /** Called another that gives the same number by rule, alone. */
  readonly same: number;
  /** Called any other, alone; and which other most often. */
  readonly other: number;
  readonly mostly: string;
}

export function namedIn(courses: readonly Course[]): Named[] {
  const wrong = courses.flatMap((course) => course.wrong);
  return [...mistakes.map(({ id }) => id), 'slip' as const].flatMap((cause) => {
    const of = wrong.filter((each) => each.cause === cause);
    if (of.length === 0) return [];
    const alone = of.flatMap(({ named: [first, second], also }) =>
      first !== undefined && second === undefined ? [{ id: first, isSame: also.includes(first) }] : [],
    );
    const others = alone.filter(({ id, isSame }) => id !== cause && !isSame).map(({ id }) => id);
    const counts = countsOf(others);
    const [mostly = ''] = [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
    return {
      cause,
      learners: courses.filter(({ pupil: { own } }) => own.some((id) => id === cause)).length,
      made: of.length,
      alone: alone.filter(({ id }) => id === cause).length,
      same: alone.filter(({ id, isSame }) => id !== cause && isSame).length,
      tied: of.filter(({ named }) => named.length > 1).length,
      none: of.filter(({ named }) => named.length === 0).length,
      other: others.length,
      mostly,
    };
  });
}
