import { describe, expect, test } from 'vitest';
import { daysUntil, zoneOf } from '../../src/cli/when.ts';
import { EARLY } from '../../src/learner/moment.ts';

const SEOUL = 'Asia/Seoul';
const at = (text: string): number => Date.parse(text);

/** A card that was worked out for this moment. */
const cardFor = (text: string): number => at(text) - EARLY;

describe('the days until a card comes again', () => {
  test.each<[now: string, card: string, zone: string, days: number]>([
    // Eight in the morning in Seoul is still the day before in UTC.
    ['2026-03-01T08:00+09:00', '2026-03-02T20:00+09:00', SEOUL, 1],
    ['2026-03-01T08:00+09:00', '2026-03-02T20:00+09:00', 'UTC', 2],
    ['2026-03-01T08:00+09:00', '2026-03-02T00:30+09:00', SEOUL, 1],
    ['2026-03-01T23:30+09:00', '2026-03-02T23:30+09:00', SEOUL, 1],
    ['2026-03-01T08:00+09:00', '2026-03-04T08:00+09:00', SEOUL, 3],
    // It may be asked for half a day early.
    ['2026-03-01T08:00+09:00', '2026-03-01T19:00+09:00', SEOUL, 0],
    ['2026-03-01T20:00+09:00', '2026-03-02T07:00+09:00', SEOUL, 0],
    ['2026-03-01T08:00+09:00', '2026-02-20T08:00+09:00', SEOUL, 0],
    // A night of 23 hours, and the turn of a year.
    ['2026-03-28T20:00+01:00', '2026-03-29T20:00+02:00', 'Europe/Berlin', 1],
    ['2026-12-31T20:00Z', '2027-01-01T20:00Z', 'UTC', 1],
  ])('at %s, for one of %s, in %s: %i', (now, card, zone, days) => {
    expect(daysUntil(cardFor(card), at(now), zone)).toBe(days);
  });

  test('are counted up to the end of time', () => {
    expect(daysUntil(8.64e15, 8.64e15 - 24 * 60 * 60 * 1000, 'UTC')).toBe(1);
  });
});

test("the calendar is the computer's own, or UTC for a moment from the command line", () => {
  expect(zoneOf({ now: at('2026-03-01') })).toBe('UTC');
  expect(zoneOf({})).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
});
