import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import type { Graph } from '../../src/core/graph.ts';
import { printStatement, readProgram } from '../../src/core/program.ts';
import { study } from '../../src/core/trace.ts';
import { randomExpression } from '../support/expressions.ts';

const SEED = { seed: 20_250_301, numRuns: 2500 };

/** A graph as plain arrays, to be compared. */
const plain = (graph: Graph): object => ({
  ...graph,
  constants: [...graph.constants],
  opcodes: [...graph.opcodes],
  start: [...graph.start],
  operands: [...graph.operands],
});

/** What is read of a text; undefined when it is not in the language. */
function read(text: string): { readonly graph: object; readonly printed: string } | undefined {
  try {
    const { graph, statements } = readProgram(text);
    return { graph: plain(graph), printed: statements.map(printStatement).join('; ') };
  } catch (error) {
    if (error instanceof GradtutorError) return undefined;
    throw error;
  }
}

describe('printing what was understood', () => {
  test('and reading it again gives the same graph, and prints the same', () => {
    let accepted = 0;
    fc.assert(
      fc.property(randomExpression, (text) => {
        const first = read(text);
        if (!first) return;
        accepted++;
        expect({ text, ...read(first.printed) }).toEqual({ text, ...first });
      }),
      SEED,
    );
    expect(accepted).toBeGreaterThan(0.7 * SEED.numRuns);
  });

  test('works for whole programs, with names and functions', () => {
    const text = 'f(x, y) = 2x^-y; u = f(a, b) b; # what\nc = 1/3; v = -u^2 + c; v > 0 ? u : -v';
    const first = read(text);
    expect(read(first?.printed ?? '')).toEqual(first);
  });

  test('shows numbers so that none is lost', () => {
    for (const text of [
      '0.1 + x',
      '1e-300 * x',
      '1.7976931348623157e308 * x',
      '12345.678901234567 x',
      '5e-324 x',
    ]) {
      const first = read(text);
      expect(read(first?.printed ?? '')).toEqual(first);
    }
  });
});

test('the operand of a function’s derivative is in one pair of brackets', () => {
  const { trace } = study('sin(sin(x))', { at: new Map([['x', 4]]) });
  const numbers = trace.backward.flatMap(({ contributions }) => contributions.map((part) => part.numbers));
  expect(numbers.join(' ')).toContain('cos(-0.756802)');
  expect(numbers.join(' ')).not.toContain('((');
});
