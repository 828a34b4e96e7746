import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { say } from '../../src/conversation.ts';
import { ops } from '../../src/core/ops.ts';
import { study } from '../../src/core/trace.ts';
import { decimal } from '../../src/exercises/decimal.ts';
import { exerciseOf, makeExercises } from '../../src/exercises/exercise.ts';
import { plainText } from '../../src/exercises/tell.ts';
import { en } from '../../src/i18n/en.ts';
import { compareAnswer, readAnswer } from '../../src/tutor/answer.ts';
import { opsOfLevel } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { startSession } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';
import { formatValue } from '../../src/core/value.ts';
import { kept, sets } from '../support/exercises.ts';

/** The lecture's shape at inputs that tell mistakes apart. */
const lecture = study('3*(a+b*c)', { at: { a: 5, b: 7, c: 2 } });
const items = exerciseOf(lecture, 'lecture-1', 1).items;
const itemOf = (label: string) => items.find(({ question }) => question.label === label);

test('an exercise asks for every gradient, from the output back', () => {
  expect(items.map(({ question }) => [question.label, question.expected])).toEqual([
    ['dv', 3],
    ['da', 3],
    ['du', 3],
    ['db', 6],
    ['dc', 21],
  ]);
});

describe('wrong answers', () => {
  test('are those of the table of mistakes', () => {
    const db = new Map(itemOf('db')?.wrong.map(({ value, mistakes }) => [value, mistakes]));
    expect(db.get(2)).toEqual(['local-only']);
    expect(db.get(21)).toEqual(['factors-swapped']);
    expect(db.get(7)).toEqual(['own-value']);
    expect(db.get(-6)).toEqual(['sign']);
    expect(db.has(6)).toBe(false);
  });

  test('begin with those that come to mind first: no change and no nudged output before a slope', () => {
    const seldom = new Set<string>(['change-not-rate', 'nudged-output', 'large-step']);
    for (const { wrong } of sets.flatMap(({ exercises }) => exercises.flatMap((each) => each.items))) {
      const late = wrong.map(({ mistakes }) => mistakes.every((id) => seldom.has(id)));
      expect(late).toEqual(late.toSorted((a, b) => Number(a) - Number(b)));
    }
  });

  test('never name the answer to a later question', () => {
    // 21 is dc, which is asked after db.
    const later = itemOf('db')?.wrong.find(({ value }) => value === 21);
    expect(JSON.stringify(later?.feedback)).not.toContain('other-variable');
    const earlier = itemOf('dc')?.wrong.find(({ value }) => value === 6);
    expect(earlier?.mistakes).toContain('other-variable');
  });

  test('get what the tutor says to a learner who types them', () => {
    for (const { exercises } of sets) {
      for (const { study: made, items: asked } of exercises) {
        const questions = questionsFor(made, ['gradient']);
        let session = startSession(made, questions, 1);
        for (const { question, wrong } of asked) {
          for (const { value, feedback } of wrong) {
            const turn = answer(session, formatValue(value));
            expect(turn.messages).toEqual(feedback);
          }
          session = answer(session, formatValue(question.expected)).session;
        }
        expect(session.isOver).toBe(true);
      }
    }
  });

  test('lie further from the right one than both tolerances', () => {
    for (const { exercises } of sets) {
      for (const { question, tolerance, wrong } of exercises.flatMap((exercise) => exercise.items)) {
        for (const other of wrong)
          expect(Math.abs(other.value - question.expected)).toBeGreaterThan(tolerance + other.tolerance);
      }
    }
  });
});

test('an answer with three digits is within the tolerance, and right to the tutor as well', () => {
  const all = sets.flatMap(({ exercises }) => exercises.flatMap((exercise) => exercise.items));
  for (const { question, tolerance } of all) {
    const { expected } = question;
    const text = Math.abs(expected) < 100 ? expected.toPrecision(3) : expected.toFixed(1);
    const typed = readAnswer(text, new Map());
    if (typed.kind !== 'value') throw new Error('a number is a value');
    // Half of the last place may be off by what a double leaves of it.
    expect(Math.abs(typed.value - expected)).toBeLessThanOrEqual(tolerance + Number.EPSILON);
    expect(compareAnswer(typed, expected)).toBe('right');
  }
});

describe('a set', () => {
  test('is the same from the same recipe, and begins the same when it is longer', () => {
    const recipe = { level: 5, count: 3, seed: 12 };
    expect(JSON.stringify(makeExercises(recipe).exercises)).toBe(
      JSON.stringify(makeExercises(recipe).exercises),
    );
    const [first, second] = makeExercises({ ...recipe, count: 2 }).exercises;
    expect(
      makeExercises(recipe)
        .exercises.slice(0, 2)
        .map(({ id, study: { trace } }) => [id, trace]),
    ).toEqual([first, second].map((exercise) => [exercise?.id, exercise?.study.trace]));
    const other = makeExercises({ ...recipe, seed: 13 }).exercises[0];
    expect(other?.study.trace).not.toEqual(first?.study.trace);
  });

  test('has ids of letters, digits and hyphens, none twice, those of another recipe others', () => {
    const ids = [kept, makeExercises({ level: 3, count: 1, seed: 7, ops: ['pow'] })].flatMap(
      ({ exercises }) =>
        exercises.flatMap((exercise) => [exercise.id, ...exercise.items.map(({ id }) => id)]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/u);
    expect(ids).toContain('gradtutor-l3-s7-pow-1');
  });

  test('has no exercise twice, as long as there are others', () => {
    const { exercises } = makeExercises({ level: 5, count: 40, seed: 1 });
    const written = exercises.map(({ study: { trace } }) => JSON.stringify([trace.source, trace.inputs]));
    expect(new Set(written).size).toBe(written.length);
  });

  test('has at least one of the operations asked for in every exercise', () => {
    const { exercises } = makeExercises({ level: 4, count: 12, seed: 3, ops: ['exp', 'divide'] });
    const used = exercises.map(({ study: { trace } }) => new Set(trace.graph.nodes.map(({ op }) => op)));
    for (const ops of used) expect(ops.has('exp') || ops.has('divide')).toBe(true);
    expect(used.some((ops) => ops.has('exp'))).toBe(true);
    expect(used.some((ops) => ops.has('divide'))).toBe(true);
  });
});

test('the documentation lists the operations of every level', () => {
  const page = readFileSync(new URL('../../docs/exercises.md', import.meta.url), 'utf8');
  const rows = Array.from(page.matchAll(/^\| (\d) .*\| ([^|]+?) +\|$/gmu), ([, level, cells]) => [
    Number(level),
    new Set(Array.from((cells ?? '').matchAll(/`([^`]+)`/gu), ([, sign]) => sign)),
  ]);
  const expected = Array.from({ length: HIGHEST_LEVEL }, (_, i) => {
    const there = ops.filter(({ name }) => opsOfLevel(i + 1).has(name));
    const written = there.map(({ name, notation }) => ('symbol' in notation ? notation.symbol : name));
    return [i + 1, new Set(written)];
  });
  expect(rows).toEqual(expected);
});

test('plain text is the words, a line each', () => {
  const [feedback] = itemOf('db')?.wrong ?? [];
  const lines = plainText((feedback?.feedback ?? []).flatMap((message) => say(message, en))).split('\n');
  expect(lines[0]).toMatch(/^db = 2 says: add 0\.001 to b, and J should go from 57 to 57\.002\./u);
  expect(lines[1]).toMatch(/^2 is du\/db, the local derivative\./u);
});

test.each([
  [0, '0'],
  [-0, '0'],
  [6, '6'],
  [100, '100'],
  [-0.5, '-0.5'],
  [0.1 + 0.2, '0.3'],
  [1e-7, '0.0000001'],
  [2e-9, '0.000000002'],
  [1e-20, '0'],
  [1 / 3, '0.333333333333'],
])('%d is written as %s', (value, text) => {
  expect(decimal(value)).toBe(text);
});
