import { inOrder, type Answered } from '../../src/learner/answered.ts';
import { evidenceIn, type Skill, skillKey } from '../../src/learner/evidence.ts';
import { type Mastery, masteryIn, trace, TRACING } from '../../src/learner/mastery.ts';
import { type MistakeId, mistakes } from '../../src/tutor/mistakes.ts';
import type { Course, Snapshot } from './play.ts';

const mistakeKey = (name: string): string => skillKey({ kind: 'mistake', name });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The lower of two in the middle; Infinity where most are. */
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

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

/** What is thought of own mistakes and of others', at the end of one day. */
export interface Known {
  readonly day: number;
  readonly own: number;
  readonly others: number;
  /** The chance that an own mistake that is still made stands lower than another's: the area under the ROC curve. */
  readonly area: number;
  readonly made: number;
  /** The true chance to make an own mistake where it shows. */
  readonly chance: number;
}

export function knownAt(courses: readonly Course[], day: number): Known {
  const each = courses.map(({ snapshots }) => levelsIn(snapshots[day] as Snapshot));
  return {
    day,
    own: mean(each.flatMap(({ own }) => own)),
    others: mean(each.flatMap(({ others }) => others)),
    area: mean(
      each.flatMap(({ made, others }) =>
        made.length * others.length === 0 ? [] : [areaUnder(made, others)],
      ),
    ),
    made: sum(each.map(({ made }) => made.length)),
    chance: mean(each.flatMap(({ chances }) => chances)),
  };
}

/** From this chance on a mistake is still made. */
const STILL_MADE = 0.1;

interface Levels {
  readonly own: readonly number[];
  /** Own mistakes that are still made. */
  readonly made: readonly number[];
  readonly others: readonly number[];
  readonly chances: readonly number[];
}

function levelsIn({ mastery, chances }: Snapshot): Levels {
  const chanceByKey = new Map([...chances].map(([id, chance]) => [mistakeKey(id), chance]));
  const all = [...mastery]
    .filter(([, { skill }]) => skill.kind === 'mistake')
    .map(([key, { known }]) => ({ known, chance: chanceByKey.get(key) }));
  const of = (isOf: (chance: number | undefined) => boolean) =>
    all.filter(({ chance }) => isOf(chance)).map(({ known }) => known);
  return {
    own: of((chance) => chance !== undefined),
    made: of((chance = 0) => chance >= STILL_MADE),
    others: of((chance) => chance === undefined),
    chances: [...chances.values()],
  };
}

/** The share of pairs in which the first is lower; ties count half. */
const areaUnder = (low: readonly number[], high: readonly number[]): number =>
  mean(low.flatMap((a) => high.map((b) => (a < b ? 1 : a === b ? 0.5 : 0))));

/** Answers for which about the same chance to be right was foretold. */
export interface Foretold {
  readonly answers: number;
  readonly foretold: number;
  readonly right: number;
}

const BINS = 10;

/** The chance to be right that mastery foretells for each answer, against how often it was: the calibration. */
export function calibrationIn(courses: readonly Course[], kind: Skill['kind']): Foretold[] {
  const bins = Array.from({ length: BINS }, () => ({ foretold: [] as number[], right: [] as number[] }));
  for (const { log } of courses) {
    const known = new Map<string, number>();
    for (const evidence of inOrder(log).flatMap(evidenceIn)) {
      if (evidence.skill.kind !== kind) continue;
      const key = skillKey(evidence.skill);
      const { prior, slip, guess } = TRACING[kind];
      const now = known.get(key) ?? prior;
      const chance = now * (1 - slip) + (1 - now) * guess;
      const bin = bins[Math.min(BINS - 1, Math.floor(chance * BINS))];
      bin?.foretold.push(chance);
      bin?.right.push(Number(evidence.isRight));
      known.set(key, trace(now, evidence));
    }
  }
  return bins.flatMap(({ foretold, right }) =>
    foretold.length === 0 ? [] : [{ answers: right.length, foretold: mean(foretold), right: mean(right) }],
  );
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
