import { describe, expect, test } from 'vitest';
import { reviewsOfMistakes } from '../../bench/class/asked.ts';
import { simulate } from '../../bench/class/class.ts';
import { foundIn, precisionAtOwn } from '../../bench/class/found.ts';
import { knownAt } from '../../bench/class/known.ts';
import { builtInLessons } from '../support/course.ts';

const DAYS = 10;
const courses = simulate(builtInLessons, { learners: 20, days: DAYS, seed: 1 });

const smallClass = () =>
  simulate(builtInLessons.slice(0, 5), { learners: 2, days: 3, seed: 3 }).map(({ pupil, log, asked }) => ({
    own: pupil.own,
    log,
    asked,
  }));

describe('a class of twenty learners with known mistakes', () => {
  test('the mistakes they have are the ones found', () => {
    const { precision, recall } = foundIn(courses, 2);
    expect(precision).toBeGreaterThan(0.8);
    expect(recall).toBeGreaterThan(0.75);
    expect(precisionAtOwn(courses)).toBeGreaterThan(0.75);
  });

  test('a review asks for them sooner, and more often, than for the others', () => {
    const { own, others } = reviewsOfMistakes(courses);
    expect(own.first).toBeLessThanOrEqual(3);
    expect(own.first).toBeLessThan(others.first);
    expect(own.reviews).toBeGreaterThan(4 * others.reviews);
    expect(own.asked).toBeGreaterThan(0.8);
  });

  test('they stand lower at the end of the course, and rise as they are learned', () => {
    const [before, after] = [knownAt(courses, 0), knownAt(courses, DAYS)];
    expect(before.area).toBeGreaterThan(0.85);
    expect(before.own).toBeLessThan(before.others);
    expect(after.own).toBeGreaterThan(before.own);
    expect(after.chance).toBeLessThan(before.chance);
  });

  test('a question was found for every skill that was due', () => {
    expect(courses.flatMap(({ unasked }) => [...unasked])).toEqual([]);
  });

  test('it is the same class for the same seed', () => {
    expect(smallClass()).toEqual(smallClass());
  });
});
