import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { type Exercise, generate, opsOfLevel, writtenOut } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { Random } from '../../src/core/random.ts';

const LEVELS = Array.from({ length: HIGHEST_LEVEL }, (_, i) => i + 1);
const SEEDS = Array.from({ length: 20 }, (_, i) => i);

const written = ({ source, at }: Exercise) => `${source} ${JSON.stringify([...at])}`;
const problemsOf = (level: number): Exercise[] => SEEDS.map((seed) => generate(level, new Random(seed)));

const made = new Map(LEVELS.map((level) => [level, problemsOf(level)]));

describe.each(LEVELS.map((level) => [level]))('level %i', (level) => {
  test('makes the same problem from the same seed, and different ones from different seeds', () => {
    const problems = made.get(level)?.map(written) ?? [];
    expect(problemsOf(level).map(written)).toEqual(problems);
    expect(new Set(problems).size).toBeGreaterThan(SEEDS.length / 2);
  });

  test('stays in every domain, off every kink, in numbers that a person can work with', () => {
    for (const { source, at } of made.get(level) ?? []) {
      const told = trace(source, { at });
      expect({ source, kinks: told.kinks }).toEqual({ source, kinks: [] });
      expect([...at.keys()].toSorted()).toEqual(Object.keys(told.inputs).toSorted());
      for (const value of at.values()) expect(Math.abs(value)).toBeLessThanOrEqual(10);
      for (const { value } of told.forward) expect(Math.abs(value)).toBeLessThanOrEqual(100);
      for (const { gradient } of told.backward) expect(Math.abs(gradient)).toBeLessThanOrEqual(200);
      for (const { verdict } of told.nudges) expect(verdict).toBe('agrees');
      expect(told.unused).toEqual([]);
    }
  });

  test('has more than one expression, and does not repeat one while there is another', () => {
    const random = new Random(4);
    const had = new Set<string>();
    for (let i = 0; i < 3; i++) had.add(generate(level, random, had).source);
    expect(had.size).toBe(3);
  });

  test('repeats when there is nothing else', () => {
    const everything = Object.assign(new Set<string>(), { has: () => true });
    expect(generate(level, new Random(3), everything).source).not.toBe('');
  });
});

describe('operations', () => {
  test.each(LEVELS.map((level) => [level]))('are those that problems of level %i have', (level) => {
    const used = (made.get(level) ?? []).flatMap(({ source, at }) =>
      trace(source, { at }).graph.nodes.flatMap(({ op }) => op ?? []),
    );
    expect([...opsOfLevel(level)]).toEqual(expect.arrayContaining([...new Set(used)]));
  });

  test('each can be asked for alone', () => {
    for (const level of LEVELS) {
      for (const op of opsOfLevel(level)) {
        const { source, at } = generate(level, new Random(level), new Set(), new Set([op]));
        expect(trace(source, { at }).graph.nodes.map((node) => node.op)).toContain(op);
      }
    }
  });

  test('that no problem of the level has are an error, not an endless search', () => {
    expect(() => generate(1, new Random(1), new Set(), new Set(['gamma']))).toThrow('level 1');
  });
});

test('the same exercise does not come again while there are others', () => {
  const random = new Random(2);
  const had = new Set<string>();
  const all = Array.from({ length: 30 }, () => {
    const exercise = generate(5, random, had);
    had.add(exercise.source).add(writtenOut(exercise));
    return writtenOut(exercise);
  });
  expect(new Set(all).size).toBe(all.length);
});

test('no step is called like an input without its number, as w beside w1 and w2', () => {
  for (const level of LEVELS) {
    for (const { source, at } of made.get(level) ?? []) {
      const names = trace(source, { at }).backward.map(({ name }) => name);
      const indexed = [...at.keys()].filter((name) => /\d$/u.test(name));
      const stems = new Set(indexed.map((name) => name.slice(0, -1)));
      expect({ source, confused: names.filter((name) => stems.has(name)) }).toEqual({
        source,
        confused: [],
      });
    }
  }
});

test('a level asks for more than the one below', () => {
  const questions = LEVELS.map((level) =>
    (made.get(level) ?? []).reduce((sum, { source, at }) => sum + trace(source, { at }).backward.length, 0),
  );
  const [one = 0, two = 0, three = 0] = questions;
  expect(one).toBeLessThan(two);
  expect(two).toBeLessThan(three);
  for (const later of questions.slice(3)) expect(later).toBeGreaterThan(one);
  expect(Math.max(...questions)).toBe(Math.max(...questions.slice(5)));
});

test('forks begin at level 5, where every problem has one', () => {
  for (const { source, at } of made.get(5) ?? []) {
    const hasFork = trace(source, { at }).backward.some(({ contributions }) => contributions.length > 1);
    expect({ source, hasFork }).toEqual({ source, hasFork: true });
  }
});

test('chance is all its seed’s doing, and spreads evenly', () => {
  const random = new Random(1);
  const drawn = Array.from({ length: 4000 }, () => random.pick(['a', 'b', 'c', 'd']));
  for (const letter of 'abcd') {
    const count = drawn.filter((other) => other === letter).length;
    expect(count).toBeGreaterThan(900);
    expect(count).toBeLessThan(1100);
  }
  const numbers = Array.from({ length: 1000 }, () => random.next());
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(new Random(2 ** 32 + 5).next()).toBe(new Random(5).next());
});
