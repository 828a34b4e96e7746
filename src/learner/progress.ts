import type { Result } from '../tutor/session.ts';
import { type Answered, isAnswered, isMoment, type Occasion, remember } from './answered.ts';

/** Where a learner is in one lesson. */
export interface LessonProgress {
  /** Every line that was typed; replaying them restores the place. */
  readonly lines: readonly string[];
  /** Questions done, of how many. */
  readonly done: number;
  readonly total: number;
  /** How often the lesson was finished. */
  readonly finished: number;
  /** When it was used last, in milliseconds since 1970. */
  readonly at?: number;
}

/** What a learner has done, as plain data. */
export interface Progress {
  readonly version: 1;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  /** Lessons in the order of last use, the latest last. */
  readonly recent: readonly string[];
  readonly answered: readonly Answered[];
}

export const noProgress: Progress = { version: 1, lessons: {}, recent: [], answered: [] };

export const progressIn = ({ lessons }: Progress, id: string): LessonProgress | undefined =>
  Object.hasOwn(lessons, id) ? lessons[id] : undefined;

/** The progress with a lesson at another place, which is now the one used last. */
export const withLesson = (progress: Progress, id: string, lesson: LessonProgress): Progress => ({
  ...progress,
  lessons: { ...progress.lessons, [id]: lesson },
  recent: [...progress.recent.filter((other) => other !== id), id],
});

export const withAnswered = (progress: Progress, result: Result, occasion: Occasion): Progress => ({
  ...progress,
  answered: [...progress.answered, remember(result, occasion)],
});

/** The progress without a lesson; what was answered in it is remembered. */
export function withoutLesson(progress: Progress, id: string): Progress {
  const { [id]: _, ...lessons } = progress.lessons;
  return { ...progress, lessons, recent: progress.recent.filter((other) => other !== id) };
}

/**
 * The lesson to go on with: the one that was left in the middle last, else the first that is new, else the first in which
 * questions were skipped.
 * @param ids the lessons of the course, in order
 */
export function nextLesson(progress: Progress, ids: readonly string[]): string | undefined {
  const isOpen = (id: string) => (progressIn(progress, id)?.lines.length ?? 0) > 0;
  const left = progress.recent.findLast((id) => ids.includes(id) && isOpen(id));
  const isNew = (id: string) => (progressIn(progress, id)?.total ?? 0) === 0;
  const isUnfinished = (id: string) => (progressIn(progress, id)?.finished ?? 0) === 0;
  return left ?? ids.find(isNew) ?? ids.find(isUnfinished);
}

/** Whether data is a progress that can be used. */
export function isProgress(data: unknown): data is Progress {
  if (typeof data !== 'object' || data === null) return false;
  const { version, lessons, recent, answered } = data as Partial<Progress>;
  if (typeof lessons !== 'object' || lessons === null || Array.isArray(lessons)) return false;
  const isLog = Array.isArray(answered) && answered.every(isAnswered);
  const isList = Array.isArray(recent) && recent.every((id) => typeof id === 'string');
  return version === 1 && isLog && isList && Object.values(lessons).every(isLessonProgress);
}

function isLessonProgress(data: unknown): data is LessonProgress {
  if (typeof data !== 'object' || data === null) return false;
  const { lines, done, total, finished, at } = data as Partial<LessonProgress>;
  const isText = Array.isArray(lines) && lines.every((line) => typeof line === 'string');
  const isCounted = [done, total, finished].every((value) => Number.isInteger(value) && Number(value) >= 0);
  const isPart = Number(done) <= Number(total);
  return isText && isCounted && isPart && (at === undefined || isMoment(at));
}
