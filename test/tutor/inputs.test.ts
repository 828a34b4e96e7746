import { describe, expect, test } from 'vitest';
import { type Study, study } from '../../src/core/trace.ts';
import { generate } from '../../src/tutor/generate.ts';
import { diagnosticInputs } from '../../src/tutor/inputs.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { mistakes } from '../../src/tutor/mistakes.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import { viewOf } from '../../src/tutor/view.ts';

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** Mistakes about the gradients of an expression that hide behind the right answer, or behind another mistake. */
function hiddenIn(studied: Study): number {
  let hidden = 0;
  for (const { name } of questionsFor(studied, ['gradient'])) {
    const view = viewOf(studied, name);
    const found = mistakes.map(({ find }) => find(view).filter(({ value }) => Number.isFinite(value)));
    hidden += found.filter((signatures, i) =>
      signatures.some(
        ({ value }) =>
          isSame(value, view.gradient) ||
          found.some((others, j) => j !== i && others.some((other) => isSame(value, other.value))),
      ),
    ).length;
  }
  return hidden;
}

const sources = Array.from({ length: HIGHEST_LEVEL }, (_, i) =>
  Array.from({ length: 10 }, (_none, seed) => generate(i + 1, new Random(seed)).source),
);

const FIVE_THREE_TWO = [5, 3, 2, 4, 6, 7, 8, 9];

/** An expression at 5, 3, 2, …, or outside its domain at what it gets by itself. */
function atFiveThreeTwo(source: string): Study {
  const itself = study(source);
  try {
    const names = Object.keys(itself.trace.inputs);
    return study(source, { at: new Map(names.map((name, i) => [name, FIVE_THREE_TWO[i] ?? 10 + i])) });
  } catch {
    return itself;
  }
}

describe('diagnostic inputs', () => {
  test('hide less than 5, 3, 2, …, over the levels', () => {
    let byChance = 0;
    let diagnostic = 0;
    for (const source of new Set(sources.flat())) {
      const at = diagnosticInputs(source, new Random(1));
      expect({ source, isFound: at !== undefined }).toEqual({ source, isFound: true });
      byChance += hiddenIn(atFiveThreeTwo(source));
      diagnostic += hiddenIn(study(source, { at: at ?? new Map() }));
    }
    expect(diagnostic).toBeLessThan(0.85 * byChance);
  });

  test('have a value for each input and no other, and are the same for the same seed', () => {
    for (const source of sources.flat()) {
      const at = diagnosticInputs(source, new Random(6));
      expect([...(at?.keys() ?? [])].toSorted()).toEqual(Object.keys(study(source).trace.inputs).toSorted());
      expect(diagnosticInputs(source, new Random(6))).toEqual(at);
    }
  });

  test.each([
    ['z = w*x + b; a = sigmoid(z); L = -(y*log(a) + (1 - y)*log(1 - a))', [0, 1], 'z', 3],
    ['z = w*x + b; a = sigmoid(z); L = (a - y)^2', [0, 1], 'z', 3],
    ['z = w*x + b; a = sigmoid(z); L = (y - a)^2', [0, 1], 'z', 3],
    ['z = w*x + b; a = tanh(z); L = (a - y)^2', [-1, 1], 'z', 2.3],
  ])('of %s have a label among %j, and saturate nothing', (source, labels, sum, most) => {
    for (let seed = 0; seed < 20; seed++) {
      const at = diagnosticInputs(source, new Random(seed)) ?? new Map<string, number>();
      expect(labels).toContain(at.get('y'));
      const { trace } = study(source, { at });
      const step = trace.forward.find(({ name }) => name === sum);
      expect(Math.abs(step?.value ?? NaN)).toBeLessThan(most);
    }
  });

  test('are different numbers, where they are no labels', () => {
    for (const source of sources.flat().filter((text) => !text.includes('y)'))) {
      for (const seed of [1, 2, 3]) {
        const values = [
          ...(diagnosticInputs(source, new Random(seed)) ?? new Map<string, number>()).values(),
        ];
        expect({ source, values: new Set(values).size }).toEqual({ source, values: values.length });
      }
    }
  });

  test('are in the domain and off the kinks of what is not made by a level', () => {
    for (const source of ['log(a - b)', 'sqrt(a*b)', 'a^b', 'abs(a - b)', 'max(a, b, c)', 'asin(a)*b']) {
      for (const seed of [1, 2, 3]) {
        const at = diagnosticInputs(source, new Random(seed));
        const { trace } = study(source, { at: at ?? new Map() });
        expect({ source, isFound: at !== undefined }).toEqual({ source, isFound: true });
        expect(trace.kinks).toEqual([]);
        expect(Number.isFinite(trace.value)).toBe(true);
      }
    }
  });

  test('are none where no number will do', () => {
    expect(diagnosticInputs('log(-1 - x^2)', new Random(1))).toBeUndefined();
  });

  test('need no draw where there is no input', () => {
    expect(diagnosticInputs('2^3', new Random(1))).toEqual(new Map());
  });
});
