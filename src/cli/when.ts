import type { Progress } from '../learner/progress.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Days from now to a moment: 0 for one that has come, 1 for tomorrow. */
export const daysUntil = (due: number, now: number): number => Math.max(0, Math.ceil((due - now) / DAY));

/**
 * In how many days the first skill of the log is due again; undefined where it has none.
 * @param lesson counts only what was practised in this lesson
 */
export async function nextReview(
  { answered }: Progress,
  now: number,
  lesson?: string,
): Promise<number | undefined> {
  const { schedule } = await import('../learner/schedule.ts');
  const { evidenceIn, skillKey } = await import('../learner/evidence.ts');
  const own = new Set(
    answered
      .filter((entry) => lesson === undefined || entry.lesson === lesson)
      .flatMap((entry) => evidenceIn(entry).map(({ skill }) => skillKey(skill))),
  );
  const dues = schedule(answered, now).flatMap(({ skill, due }) => (own.has(skillKey(skill)) ? [due] : []));
  return dues.length === 0 ? undefined : daysUntil(Math.min(...dues), now);
}
