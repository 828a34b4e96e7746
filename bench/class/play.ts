import type { Answered } from '../../src/learner/answered.ts';
import { type Skill, skillKey } from '../../src/learner/evidence.ts';
import { type Mastery, masteryIn } from '../../src/learner/mastery.ts';
import { noProgress, type Progress, withAnswered } from '../../src/learner/progress.ts';
import { isDue, schedule } from '../../src/learner/schedule.ts';
import { keepFound, knownIn, type Staged } from '../../src/lessons/scenes.ts';
import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { type Result, type Session, startSession } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';
import type { Exercises } from './exercises.ts';
import { type Cause, type Pupil, rightAnswer } from './pupil.ts';

const TRIES = 2;
const DAY = 24 * 60 * 60 * 1000;
/** Every day at six in the evening, in milliseconds since 1970; an answer takes most of a minute. */
const EVENING = 18 * 60 * 60 * 1000;
const ANSWER = 40 * 1000;

/** A wrong answer: why it was given, and what it was called. */
export interface Wrong {
  readonly cause: Cause;
  /** Other mistakes that give this very number by rule. */
  readonly also: readonly MistakeId[];
  readonly named: readonly MistakeId[];
}

/** A skill that a review asked for. */
export interface Asked {
  /** The day of review, from 1. */
  readonly day: number;
  readonly skill: Skill;
}

export const mistakeKey = (name: MistakeId): string => skillKey({ kind: 'mistake', name });

/** What is thought of a learner at the end of a day, and what is true. */
export interface Snapshot {
  /** Days of review so far. */
  readonly day: number;
  readonly mastery: ReadonlyMap<string, Mastery>;
  readonly chances: ReadonlyMap<MistakeId, number>;
}

/** What became of one learner. */
export interface Course {
  readonly pupil: Pupil;
  /** What was remembered of the lessons, and of all. */
  readonly lessonLog: readonly Answered[];
  readonly log: readonly Answered[];
  readonly wrong: readonly Wrong[];
  readonly asked: readonly Asked[];
  /** Cards that were due, by day of review. */
  readonly due: readonly number[];
  /** Skills that were due and for which there was no question. */
  readonly unasked: ReadonlySet<string>;
  /** Before the first review, and at the end of every day of review. */
  readonly snapshots: readonly Snapshot[];
}

/** A course, day by day: a lesson each day, and a review each day from one of them on. */
export interface Plan {
  readonly lessons: readonly Staged[];
  readonly exercises: Exercises;
  /** The day of the first review, from 0, which is the day of the first lesson. */
  readonly firstReview: number;
  /** Days of review. */
  readonly days: number;
  /** The most questions in a review. */
  readonly count: number;
}

export function take(pupil: Pupil, { lessons, exercises, firstReview, days, count }: Plan): Course {
  const wrong: Wrong[] = [];
  const asked: Asked[] = [];
  const due: number[] = [];
  const unasked = new Set<string>();
  const times = new Map<string, number>();
  const snapshots: Snapshot[] = [];
  let progress = noProgress;
  for (let today = 0; today < firstReview + days; today++) {
    let now = today * DAY + EVENING;
    const staged = lessons[today];
    if (staged) [progress, now] = takeLesson(pupil, staged, progress, now, wrong);
    const day = today - firstReview + 1;
    if (day < 1) continue;
    if (day === 1) snapshots.push(snapshot(pupil, progress, 0));
    const cards = schedule(progress.answered, now).filter((card) => isDue(card, now));
    due.push(cards.length);
    let left = count;
    for (const { skill } of cards) {
      if (left === 0) break;
      const key = skillKey(skill);
      const fresh = exercises.at(skill, times.get(key) ?? 0);
      if (!fresh) {
        unasked.add(key);
        continue;
      }
      times.set(key, (times.get(key) ?? 0) + 1);
      left--;
      asked.push({ day, skill });
      const { study, question, known, lesson, trained } = fresh;
      const start = startSession(study, [question], TRIES, false, known);
      now = converse(pupil, start, now, wrong, (result, at) => {
        progress = withAnswered(progress, result, { lesson, study, trained, at, isFresh: true });
      });
    }
    snapshots.push(snapshot(pupil, progress, day));
  }
  const log = progress.answered;
  return {
    pupil,
    lessonLog: log.filter(({ problem }) => problem === undefined),
    log,
    wrong,
    asked,
    due,
    unasked,
    snapshots,
  };
}

function takeLesson(
  pupil: Pupil,
  { lesson, scenes, studies }: Staged,
  before: Progress,
  start: number,
  wrong: Wrong[],
): [Progress, number] {
  const known = new Map<string, Map<string, number>>();
  const { mistakes: trained } = lesson.data.trains;
  let progress = before;
  let now = start;
  for (const scene of scenes) {
    const study = studies.get(scene.problem ?? '');
    if (!study || scene.questions.length === 0) continue;
    const found = knownIn(scene, studies, known);
    now = converse(
      pupil,
      startSession(study, scene.questions, TRIES, false, found),
      now,
      wrong,
      (result, at) => {
        progress = withAnswered(progress, result, { lesson: lesson.id, study, trained, at });
        keepFound(found, [result]);
      },
    );
  }
  return [progress, now];
}

/**
 * Answers a row of questions to its end.
 * @returns the moment of the last answer
 */
function converse(
  pupil: Pupil,
  start: Session,
  from: number,
  wrong: Wrong[],
  onDone: (result: Result, at: number) => void,
): number {
  let session = start;
  let at = from;
  while (!session.isOver) {
    const { text, cause, also = [] } = pupil.answer(session);
    const { attempts } = session;
    at += ANSWER;
    let turn = answer(session, text);
    const isTaken = turn.done !== undefined || turn.session.attempts.length > attempts.length;
    const attempt = turn.done?.attempts.at(-1) ?? turn.session.attempts.at(-1);
    if (isTaken && attempt?.comparison === 'wrong' && cause !== undefined) {
      wrong.push({ cause, also, named: attempt.mistakes });
      if (cause !== 'slip') pupil.hear(cause);
    }
    // What is called close, or the same again, is no answer yet: the right one comes then.
    if (!isTaken) turn = answer(turn.session, rightAnswer(turn.session));
    session = turn.session;
    if (turn.done) onDone(turn.done, at);
  }
  return at;
}

const snapshot = (pupil: Pupil, { answered }: Progress, day: number): Snapshot => ({
  day,
  mastery: masteryIn(answered),
  chances: new Map(pupil.own.map((mistake) => [mistake, pupil.chanceOf(mistake)])),
});
