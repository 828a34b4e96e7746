import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { generate } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL, type Kind, kinds } from '../../src/tutor/kinds.ts';
import { type Question, questionsFor } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import '../support/numbers.ts';
import { valueOf } from '../support/read.ts';

const FORK = 'u = a*b; J = u^2 + 3*u*a';
const AT = { a: 2, b: 7 };
const asked = (source: string, kinds: readonly Kind[], at: Record<string, number> = AT): Question[] =>
  questionsFor(study(source, { at }), kinds);
const labels = (questions: readonly Question[]) => questions.map(({ kind, label }) => `${kind} ${label}`);

const exercises = Array.from({ length: HIGHEST_LEVEL }, (_, i) =>
  Array.from({ length: 8 }, (_none, seed) => generate(i + 1, new Random(seed))),
).flat();

describe('the questions of a kind', () => {
  test.each<[Kind, string[]]>([
    ['value', ['value u', 'value v', 'value w', 'value p', 'value J']],
    ['nudge', ['nudge J', 'nudge J', 'nudge J', 'nudge J', 'nudge J', 'nudge J']],
    ['path', ['path du', 'path du', 'path da', 'path da']],
  ])('%s are %j', (kind, expected) => {
    expect(labels(asked(FORK, [kind]))).toEqual(expected);
  });

  test('gradient are in the order of the lecture', () => {
    expect(labels(asked('3*(a+b*c)', ['gradient'], { a: 5, b: 3, c: 2 }))).toEqual([
      'gradient dv',
      'gradient da',
      'gradient du',
      'gradient db',
      'gradient dc',
    ]);
  });

  test('bug are two: which line, and what should it say', () => {
    const [bug, mend, ...others] = asked(FORK, ['bug']);
    expect(others).toEqual([]);
    expect([bug?.kind, mend?.kind]).toEqual(['bug', 'mend']);
    expect(mend).toMatchObject({ name: bug?.name, label: `d${bug?.name}`, expected: bug?.expected });
  });

  test('come together for a variable, values first and the bug last', () => {
    const questions = asked('a*b + a', kinds);
    expect(labels(questions).slice(0, 2)).toEqual(['value u', 'value J']);
    expect(questions.slice(-2).map(({ kind }) => kind)).toEqual(['bug', 'mend']);
    const ofA = questions.filter(({ name, kind }) => name === 'a' && kind !== 'bug' && kind !== 'mend');
    expect(ofA.map(({ kind }) => kind)).toEqual(['nudge', 'local', 'local', 'path', 'path', 'gradient']);
  });

  test('are none for a branch that is not taken, and for what has no variable in it', () => {
    expect(labels(asked('x > 0 ? 2*x : log(x)', ['value'], { x: 3 }))).not.toContain('value log');
    expect(labels(asked('1 + 2', kinds, {}))).toEqual(['value J']);
  });

  test('ask once for what is both the last local derivative and the dvar', () => {
    const both = asked('3*(a+b*c)', ['local', 'gradient'], { a: 5, b: 3, c: 2 });
    expect(labels(both).slice(0, 3)).toEqual(['gradient dv', 'local dv/da', 'gradient da']);
    expect(labels(asked('3*(a+b*c)', ['local'], { a: 5, b: 3, c: 2 }))[0]).toBe('local dJ/dv');
    // a has a second path: ∂J/∂a is no more than a part of da
    expect(labels(asked('a*b + a', ['local', 'gradient']))).toContain('local ∂J/∂a');
  });

  test('tell the operands of x*x apart', () => {
    const parts = asked('3*(x*x)', ['path'], { x: 5 });
    expect(parts.map(({ slot, expected }) => [slot, expected])).toEqual([
      [0, 15],
      [1, 15],
    ]);
  });
});

describe('what is expected', () => {
  test('of a value is the value, and of a nudge where the output then is', () => {
    for (const { source, at } of exercises) {
      const studied = study(source, { at });
      const inputs = Object.fromEntries(at);
      for (const { name, expected } of questionsFor(studied, ['value']))
        expect(expected).toBe(studied.trace.forward.find((step) => step.name === name)?.value);
      for (const { name, expected } of questionsFor(studied, ['nudge']).filter(({ name }) => at.has(name)))
        expect(expected).toBeNear(valueOf(source, { ...inputs, [name]: (inputs[name] as number) + 0.001 }));
    }
  });

  test('of a gradient is the slope of the output', () => {
    const step = 1e-5;
    for (const { source, at } of exercises) {
      const inputs = Object.fromEntries(at);
      for (const { name, expected } of questionsFor(study(source, { at }), ['gradient'])) {
        const x = inputs[name];
        if (x === undefined) continue;
        const above = valueOf(source, { ...inputs, [name]: x + step });
        const below = valueOf(source, { ...inputs, [name]: x - step });
        expect(expected, `d${name} in ${source}`).toBeNear((above - below) / (2 * step), 1e-5, 1e-7);
      }
    }
  });

  test('of the paths adds up to the gradient, and of each is local times upstream', () => {
    let forks = 0;
    for (const { source, at } of exercises) {
      const studied = study(source, { at });
      const questions = [...questionsFor(studied, ['local', 'path']), ...questionsFor(studied, ['gradient'])];
      const { gradients, output } = studied.trace;
      for (const { name, expected } of questions.filter(({ kind }) => kind === 'gradient')) {
        const own = questions.filter((question) => question.name === name);
        const paths = own.filter(({ kind }) => kind === 'path');
        const locals = own.filter(({ kind }) => kind === 'local');
        const parts = locals.map(
          (local) =>
            local.expected * (local.consumer === output ? 1 : (gradients[local.consumer ?? ''] ?? NaN)),
        );
        expect(expected).toBeNear(
          parts.reduce((sum, part) => sum + part, 0),
          1e-9,
          1e-9,
        );
        const isFork = parts.length > 1;
        forks += isFork ? 1 : 0;
        expect(paths).toHaveLength(isFork ? parts.length : 0);
        for (const [i, path] of paths.entries()) expect(path.expected).toBeNear(parts[i] as number);
      }
    }
    expect(forks).toBeGreaterThan(8);
  });

  test('of a mended line is the right gradient, and the same seed plants the same bug', () => {
    for (const [seed, { source, at }] of exercises.entries()) {
      const studied = study(source, { at });
      const questions = questionsFor(studied, ['bug'], seed);
      expect(questionsFor(studied, ['bug'], seed)).toEqual(questions);
      for (const { name, expected } of questions) expect(expected).toBe(studied.trace.gradients[name]);
    }
  });
});
