import { EARLY, LATEST } from '../learner/moment.ts';
import type { Progress } from '../learner/progress.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The day of a moment by the calendar of a time zone such as Asia/Seoul, as a number. */
function dayOf(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.get('year') ?? NaN, (parts.get('month') ?? NaN) - 1, parts.get('day')) / DAY;
}

/** Whose calendar counts: that of the computer; with a moment from the command line UTC, so that every computer says the same. */
export const zoneOf = ({ now }: { readonly now?: number }): string =>
  now === undefined ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';

/**
 * In how many days of the calendar a card comes again: 0 for today, 1 for tomorrow.
 * @param due milliseconds since 1970, as `now`
 * @param zone a time zone by its IANA name
 */
export const daysUntil = (due: number, now: number, zone: string): number =>
  due <= now ? 0 : Math.max(0, dayOf(Math.min(due + EARLY, LATEST), zone) - dayOf(now, zone));

/**
 * In how many days the first skill of the log is due again; undefined where it has none.
 * @param lesson counts only what was practised in this lesson
 */
export async function nextReview(
  { answered }: Progress,
  now: number,
  zone: string,
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
  return dues.length === 0 ? undefined : daysUntil(Math.min(...dues), now, zone);
}
