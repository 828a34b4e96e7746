import { type Answered, inOrder } from './answered.ts';
import type { LessonProgress, Progress } from './progress.ts';

/**
 * The progress of one learner from two places: every answer of both once, and each lesson where it was used last. Merging
 * a progress with itself changes nothing, and the order of merging does not matter.
 */
export function merge(a: Progress, b: Progress): Progress {
  const ids = [...new Set([...Object.keys(a.lessons), ...Object.keys(b.lessons)])];
  const lessons = new Map(
    ids.map((id) => {
      const both = [a, b].flatMap(({ lessons: own }) => (Object.hasOwn(own, id) ? [own[id]] : []));
      return [id, both.filter((lesson) => lesson !== undefined).reduce(later)] as const;
    }),
  );
  const usedAt = (id: string) => lessons.get(id)?.at ?? -1;
  const recent = [...new Set([...a.recent, ...b.recent])];
  return {
    version: 1,
    lessons: Object.fromEntries(lessons),
    recent: recent.toSorted((x, y) => usedAt(x) - usedAt(y) || (x < y ? -1 : 1)),
    answered: union(a.answered, b.answered),
  };
}

/** Where a lesson stands: the place used last, and as often finished as in either. */
function later(a: LessonProgress, b: LessonProgress): LessonProgress {
  const order =
    (a.at ?? -1) - (b.at ?? -1) ||
    a.finished - b.finished ||
    a.done - b.done ||
    (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return { ...(order > 0 ? a : b), finished: Math.max(a.finished, b.finished) };
}

/** Every entry as often as it is in the log that has it more often. */
function union(a: readonly Answered[], b: readonly Answered[]): Answered[] {
  const counts = new Map<string, number>();
  for (const entry of a) counts.set(JSON.stringify(entry), (counts.get(JSON.stringify(entry)) ?? 0) + 1);
  const fresh = b.filter((entry) => {
    const key = JSON.stringify(entry);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
  return inOrder([...a, ...fresh]);
}
