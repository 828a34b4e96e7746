import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Evaluation } from '../../src/core/evaluate.ts';
import { Nudger } from '../../src/core/nudge.ts';
import { judgeAll, nudgeAlong, Witnesses } from '../../src/core/nudges.ts';
import { study } from '../../src/core/trace.ts';

const sumOf = (count: number, term: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => term(i)).join(' + ');

afterEach(() => {
  vi.restoreAllMocks();
});

/** The same with another gradient at one node. */
function withGradient(evaluation: Evaluation, node: number, gradient: number): Evaluation {
  const gradients = Float64Array.from(evaluation.gradients);
  gradients[node] = gradient;
  return { ...evaluation, gradients };
}

const NO_KINKS: ReadonlySet<string> = new Set();

describe('the nudge check of a large graph', () => {
  const source = sumOf(3000, (i) => `sin(x${i}) * x${(7 * i) % 3000}`);
  const large = study(source);

  test('is a sample, and looks at all inputs at once along random directions', () => {
    const { nudges, unchecked, directions = [] } = large.trace;
    expect(unchecked).toBeGreaterThan(0);
    expect(nudges.length).toBeGreaterThan(0);
    expect(new Set([...nudges, ...directions].map(({ verdict }) => verdict))).toEqual(new Set(['agrees']));
    expect(new Set(directions.map(({ slope }) => slope)).size).toBe(3);
  });

  test('is the same every time', () => {
    expect(study(source).trace.directions).toEqual(large.trace.directions);
  });

  test('finds a wrong gradient of any one input, in every direction', () => {
    const { evaluation } = large;
    for (const input of [0, 1234, 2999].map((i) => evaluation.graph.inputs[i] as number)) {
      const right = evaluation.gradients[input] as number;
      const found = nudgeAlong(withGradient(evaluation, input, right + 1), NO_KINKS);
      expect(found.map(({ verdict }) => verdict)).toEqual(['disagrees', 'disagrees', 'disagrees']);
    }
  });

  test('says nothing of directions where every value is nudged', () => {
    expect(study('3*(a+b*c)').trace).not.toHaveProperty('directions');
  });

  test('does not disagree where directions cross a kink', () => {
    const { trace } = study(
      sumOf(3000, (i) => `relu(x${i})`),
      { at: new Map(Array.from({ length: 3000 }, (_, i) => [`x${i}`, 0])) },
    );
    const verdicts = new Set([...trace.nudges, ...(trace.directions ?? [])].map(({ verdict }) => verdict));
    expect(verdicts).not.toContain('disagrees');
  });
});

describe('a check of every input that was asked for', () => {
  const { evaluation } = study(
    sumOf(3000, (i) => `${i + 2} * x${i}`),
    { at: new Map(Array.from({ length: 3000 }, (_, i) => [`x${i}`, 1])) },
  );
  const { graph, values } = evaluation;
  const check = (checked: Evaluation) =>
    judgeAll(checked, new Witnesses(graph, values, 0.001), NO_KINKS, graph.inputs);

  test('takes one evaluation for each', () => {
    const evaluations = vi.spyOn(Nudger.prototype, 'moved');
    const judged = check(evaluation);
    expect(judged.map(({ node }) => node)).toEqual(graph.inputs);
    expect(judged.every(({ verdict }) => verdict === 'agrees')).toBe(true);
    expect(evaluations).toHaveBeenCalledTimes(graph.inputs.length);
  });

  test('bears out gradients of what is curved, and small ones, too', () => {
    const units = Array.from({ length: 60 }, (_, j) => sumOf(50, (i) => `w${j}_${i} * ${(i + 1) / 50}`));
    const curved = study(units.map((sum, j) => `o${j} * tanh(${sum})`).join(' + '), {
      at: new Map(
        Array.from({ length: 60 }, (_, j) => [
          [`o${j}`, Math.cos(j)] as const,
          ...Array.from({ length: 50 }, (__, i) => [`w${j}_${i}`, Math.sin(j * i) / 10] as const),
        ]).flat(),
      ),
    }).evaluation;
    const witnesses = new Witnesses(curved.graph, curved.values, 0.001);
    const { inputs } = curved.graph;
    const verdictsOf = (checked: Evaluation) => judgeAll(checked, witnesses, NO_KINKS, inputs);
    expect(new Set(verdictsOf(curved).map(({ verdict }) => verdict))).toEqual(new Set(['agrees']));
    const wrong = inputs[7] as number;
    const judged = verdictsOf(withGradient(curved, wrong, (curved.gradients[wrong] as number) * 1.001));
    expect(judged.filter(({ verdict }) => verdict !== 'agrees')).toEqual([
      { node: wrong, verdict: 'disagrees' },
    ]);
  });

  test('finds the one that is wrong', () => {
    const wrong = graph.inputs[1500] as number;
    const judged = check(withGradient(evaluation, wrong, (evaluation.gradients[wrong] as number) * 1.01));
    expect(judged.filter(({ verdict }) => verdict !== 'agrees')).toEqual([
      { node: wrong, verdict: 'disagrees' },
    ]);
  });
});

describe('kinks of a large graph', () => {
  const count = 4000;
  const at = new Map(Array.from({ length: count }, (_, i) => [`x${i}`, 0]));
  const source = sumOf(count, (i) => `abs(x${i})`);

  test('are measured as far as the budget goes, and the others are counted', () => {
    const evaluations = vi.spyOn(Nudger.prototype, 'moved');
    const { kinks, kinksUnmeasured = 0, nudges } = study(source, { at }).trace;
    expect(kinks.length).toBeGreaterThan(0);
    expect(kinks.length + kinksUnmeasured).toBe(count);
    expect(evaluations.mock.calls.length).toBeLessThan(60 * (kinks.length + nudges.length + 3));
    expect(nudges.some(({ verdict }) => verdict === 'disagrees')).toBe(false);
  });
});

describe('memory', () => {
  test('graph, values and gradients take at most 64 bytes a node beyond names, exactly sized', () => {
    const { evaluation } = study(sumOf(5000, (i) => `x${i} * ${i}`));
    const { graph } = evaluation;
    const arrays = [...Object.values(graph), ...Object.values(evaluation)].filter(
      (part): part is Uint8Array => ArrayBuffer.isView(part),
    );
    expect(arrays.length).toBeGreaterThan(7);
    const held = new Set(arrays.map(({ buffer }) => buffer));
    const bytes = [...held].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes + 8 * graph.inputs.length).toBeLessThanOrEqual(64 * graph.size);
  });
});
