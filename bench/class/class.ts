import type { Staged } from '../../src/lessons/scenes.ts';
import { type MistakeId, mistakes } from '../../src/tutor/mistakes.ts';
import { Random } from '../../src/core/random.ts';
import { Exercises } from './exercises.ts';
import { type Course, take } from './play.ts';
import { Pupil } from './pupil.ts';

export interface ClassOptions {
  readonly learners: number;
  /** Days of review; the first is the day after the last lesson, or that of the first one. */
  readonly days: number;
  readonly isReviewedFromStart?: boolean;
  readonly seed: number;
}

/** As many as `gradtutor review` asks for by itself. */
const COUNT = 5;
const MOST = 3;

/** Mistakes that some lesson trains, in the order of the table. */
export function trainedIn(lessons: readonly Staged[]): MistakeId[] {
  const trained = new Set(lessons.flatMap(({ lesson }) => lesson.data.trains.mistakes));
  return mistakes.map(({ id }) => id).filter((id) => trained.has(id));
}

/** A class goes through the course and then through reviews: each learner has one to three of the mistakes trained in it. */
export function simulate(
  lessons: readonly Staged[],
  { learners, days, isReviewedFromStart = false, seed }: ClassOptions,
): Course[] {
  const random = new Random(seed);
  const trained = trainedIn(lessons);
  const exercises = new Exercises(
    lessons.map(({ lesson }) => lesson),
    seed + 1,
  );
  return Array.from({ length: learners }, (_, i) => {
    const own = new Set<MistakeId>();
    while (own.size < 1 + (i % MOST)) own.add(random.pick(trained));
    const pupil = new Pupil([...own], new Random(Math.floor(random.next() * 2 ** 32)));
    const firstReview = isReviewedFromStart ? 0 : lessons.length;
    return take(pupil, { lessons, exercises, firstReview, days, count: COUNT });
  });
}
