import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemOf, remember } from '../../src/learner/answered.ts';
import { evidenceIn, type Skill, skillKey } from '../../src/learner/evidence.ts';
import { type Fresh, freshFor } from '../../src/learner/fresh.ts';
import type { Study } from '../../src/core/trace.ts';
import { gateKey, gateOf } from '../../src/tutor/gates.ts';
import type { Question } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import { startSession } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';
import { visibleMistakes } from '../../src/tutor/visible.ts';
import { builtInLessons } from '../support/course.ts';

const lessons = builtInLessons.map(({ lesson }) => lesson);
const NOTHING_HAD: ReadonlySet<string> = new Set();

/** Every gate that the course asks about, and every mistake that it trains. */
const skills: readonly Skill[] = [
  ...new Map(
    builtInLessons
      .flatMap(({ lesson, scenes, studies }) => [
        ...lesson.data.trains.mistakes.map((name): Skill => ({ kind: 'mistake', name })),
        ...scenes.flatMap(({ problem = '', questions }) =>
          questions.flatMap((question): Skill[] => {
            const study = studies.get(problem);
            const gate = study && gateOf(study, question);
            return gate === undefined ? [] : [{ kind: 'gate', name: gateKey(gate) }];
          }),
        ),
      ])
      .map((skill) => [skillKey(skill), skill] as const),
  ).values(),
];

const programsAndInputs = new Set(
  builtInLessons.flatMap(({ studies }) => [...studies.values()].map(problemOf)),
);

function fresh(skill: Skill, seed: number, had = NOTHING_HAD): Fresh {
  const found = freshFor(skill, lessons, new Random(seed), had);
  if (!found) throw new Error(`no question for ${skillKey(skill)}`);
  return found;
}

/** The gate that a question is about, and the mistakes that would show there. */
function shownBy(study: Study, question: Question): Skill[] {
  const gate = gateOf(study, question);
  return [
    ...(gate === undefined ? [] : [{ kind: 'gate' as const, name: gateKey(gate) }]),
    ...visibleMistakes(study, question.name).map((name): Skill => ({ kind: 'mistake', name })),
  ];
}

const describeFresh = ({ lesson, trained, study, question, known }: Fresh) => ({
  lesson,
  trained,
  problem: problemOf(study),
  question,
  known: [...known],
});

describe('a fresh question', () => {
  test('the course has skills of both kinds', () => {
    expect(skills.filter(({ kind }) => kind === 'gate').length).toBeGreaterThan(5);
    expect(skills.filter(({ kind }) => kind === 'mistake').length).toBeGreaterThan(15);
  });

  test.each(skills)('about the $kind $name shows it, with numbers of its own', (skill) => {
    const { study, question, known } = fresh(skill, 7);
    expect(question.kind).toBe('gradient');
    expect(shownBy(study, question).map(skillKey)).toContain(skillKey(skill));
    expect(programsAndInputs).not.toContain(problemOf(study));
    expect(study.trace.kinks).toEqual([]);
    const step = study.trace.backward.find(({ name }) => name === question.name);
    const consumers = new Set(step?.contributions.map(({ consumer }) => consumer));
    expect(new Set(known.keys())).toEqual(consumers);
    for (const [name, value] of known) expect(value).toBe(study.trace.gradients[name]);
  });

  test.each(skills)('about the $kind $name, answered rightly, counts for it', (skill) => {
    const { lesson, trained, study, question, known } = fresh(skill, 8);
    const { done } = answer(startSession(study, [question], 2, false, known), String(question.expected));
    if (!done) throw new Error('the answer was not taken');
    const evidence = evidenceIn(remember(done, { lesson, trained, study, at: 0, isFresh: true }));
    expect(evidence).toContainEqual({ skill, isRight: true, hints: 0 });
  });

  const anySkill = fc.constantFrom(...skills);
  const anySeed = fc.nat({ max: 2 ** 32 - 1 });

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(anySkill, anySeed, (skill, seed) => {
        expect(describeFresh(fresh(skill, seed))).toEqual(describeFresh(fresh(skill, seed)));
      }),
      { numRuns: 15 },
    );
  });

  test('is none that was had before, whatever the seed', () => {
    fc.assert(
      fc.property(anySkill, anySeed, (skill, seed) => {
        const had = new Set<string>();
        for (let i = 0; i < 4; i++) {
          // The same seed each time: without memory it would be the same problem.
          const problem = problemOf(fresh(skill, seed, had).study);
          expect(had).not.toContain(problem);
          expect(programsAndInputs).not.toContain(problem);
          had.add(problem);
        }
      }),
      { numRuns: 8 },
    );
  });
});

test('without lessons it is generated, and trains what it was asked for', () => {
  const skill: Skill = { kind: 'mistake', name: 'one-branch' };
  const found = freshFor(skill, [], new Random(1), NOTHING_HAD);
  expect(found?.trained).toEqual(['one-branch']);
  expect(found && visibleMistakes(found.study, found.question.name)).toContain('one-branch');
});

test.each<Skill>([
  { kind: 'gate', name: 'op acosh' },
  { kind: 'mistake', name: 'no-such-mistake' },
])('there is none about the $kind $name, which no problem has', (skill) => {
  expect(freshFor(skill, lessons.slice(0, 1), new Random(1), NOTHING_HAD)).toBeUndefined();
});
