import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, Nudger, witness } from '../../src/core/nudge.ts';
import { forward } from '../../src/core/forward.ts';
import { readProgram } from '../../src/core/program.ts';
import { trace } from '../../src/core/trace.ts';
import { differentiate } from '../support/difference.ts';
import '../support/numbers.ts';
import { randomProgram } from '../support/programs.ts';

const SEED = { seed: 20_250_301, numRuns: 300 };

describe('random programs with forks', () => {
  test('have the value that plain JavaScript computes', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at, evaluate }) => {
        expect(trace(text, { at }).value).toBeNear(evaluate({}), 1e-12, 1e-13);
      }),
      SEED,
    );
  });

  test('have gradients that an extrapolated finite difference of plain JavaScript confirms', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at, evaluate, names }) => {
        const { gradients, forward: steps } = trace(text, { at });
        for (const name of names) {
          const value = at[name] ?? steps.find((step) => step.name === name)?.value ?? NaN;
          const { slope, error } = differentiate((held) => evaluate({ [name]: held }), value);
          expect(error).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
          expect(gradients[name]).toBeNear(slope, 1e-7, 1e-8);
        }
      }),
      SEED,
    );
  });

  test('have nudges that agree: never disagree, never see a kink, and hardly ever cannot tell', () => {
    const counts = { agrees: 0, disagrees: 0, kink: 0, 'cannot-tell': 0 };
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        const bad = trace(text, { at }).nudges.filter(({ verdict }) => {
          counts[verdict]++;
          return verdict === 'disagrees' || verdict === 'kink';
        });
        expect(bad).toEqual([]);
      }),
      SEED,
    );
    expect(counts.agrees).toBeGreaterThan(3000);
    expect(counts['cannot-tell']).toBeLessThan(0.01 * counts.agrees);
  });

  test('have gradients that, once falsified, no nudge agrees with', () => {
    let falsified = 0;
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        const { graph } = readProgram(text);
        const inputs = graph.inputs.map((node) => at[graph.names[node] as string] as number);
        const values = forward(graph, inputs);
        const { gradients, value } = trace(text, { at });
        for (const [node, name] of graph.names.entries()) {
          const right = gradients[name];
          if (right === undefined || node === graph.output) continue;
          const seen = witness(new Nudger(graph, values, node), values[node] as number, value);
          if (judge(right, value, seen) !== 'agrees' || Math.abs(right) < 1e-6) continue;
          for (const wrong of [right * 1.001, right * 0.999, right * 1.01, -right, 0, 2 * right, right + 1]) {
            expect(judge(wrong, value, seen)).not.toBe('agrees');
            falsified++;
          }
        }
      }),
      SEED,
    );
    expect(falsified).toBeGreaterThan(20_000);
  });

  test('tell each gradient as the sum of its contributions, and each contribution as a product', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        const { backward, gradients } = trace(text, { at });
        for (const { name, gradient, contributions } of backward) {
          expect(gradient).toBe(gradients[name]);
          if (contributions.length === 0) continue;
          expect(contributions.reduce((sum, part) => sum + part.product, 0)).toBeNear(gradient, 1e-12, 1e-12);
          for (const part of contributions) {
            expect(part.upstream).toBe(gradients[part.consumer]);
            expect(part.product).toBe(part.upstream * part.local + 0);
          }
        }
      }),
      { ...SEED, numRuns: 100 },
    );
  });

  test('tell a dvar only after those of all its consumers, and each once', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        const { backward, output } = trace(text, { at });
        const told: string[] = [];
        for (const { name, contributions } of backward) {
          for (const { consumer } of contributions) expect(told).toContain(consumer);
          expect(told).not.toContain(name);
          told.push(name);
        }
        expect(told[0]).toBe(output);
      }),
      { ...SEED, numRuns: 100 },
    );
  });

  test('give the same trace whenever they are read', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        expect(trace(text, { at })).toEqual(trace(text, { at }));
      }),
      { ...SEED, numRuns: 30 },
    );
  });
});
