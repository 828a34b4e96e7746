import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { randomExpression } from '../support/expressions.ts';

const SEED = { seed: 20_250_301, numRuns: 1500 };

const PIECES = [
  Array.from('0123456789abxyzeiEJ  ()()+-*/^,;=?:<>!\'"[]{}.%&|~#@$_\\`\n\t'),
  Array.from('√∛²⁻³π×÷−·≤∞０（）가é🙂\uFEFF\u0000\u200b\ud800'),
  'e\u0301 ** == <= -> .. 1e400 1e-400 0x1F 1_000 10% sin sin( max( log( mod mod( true null NaN Infinity'.split(
    ' ',
  ),
  'f(x)= f( x= end undefined __proto__ constructor toString( x.y kg f=g \r\n'.split(' '),
  [' not ', ' and ', ' or ', ' to ', ' in ', ' mod '],
].flat();
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

type Outcome = { readonly told: Trace } | { readonly refused: GradtutorError };

/** A trace or a refusal; anything else thrown goes on. */
function outcomeOf(text: string): Outcome {
  try {
    return { told: trace(text) };
  } catch (error) {
    if (error instanceof GradtutorError) return { refused: error };
    throw error;
  }
}

/** Every number of a trace that must be one: what a kink leaves open is left out. */
function numbersOf({ value, inputs, forward, kinks, gradients }: Trace): number[] {
  const values = forward.flatMap((step) => (step.skipped ? [] : [step.value]));
  const slopes = kinks.length > 0 ? [] : Object.values(gradients);
  return [value, Object.values(inputs), values, slopes].flat();
}

describe('whatever is typed', () => {
  test('is traced or refused with a code, never anything else', () => {
    let told = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const outcome = outcomeOf(text);
        if ('told' in outcome) told++;
        expect(Object.keys(outcome)).toHaveLength(1);
      }),
      SEED,
    );
    expect(told).toBeGreaterThan(100);
  });

  test('an error points at a place inside of it, if at any', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const outcome = outcomeOf(text);
        const position = 'refused' in outcome ? outcome.refused.position : undefined;
        const { source, index } = position ?? { source: '', index: 0 };
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(source.length);
      }),
      SEED,
    );
  });

  test('a branch that is not taken may be infinite, and hangs nothing', () => {
    const { told } = outcomeOf('x > 0 ? x : 1/(x - 5)') as { told: Trace };
    expect(told.inputs).toEqual({ x: 5 });
    expect(told.gradients['x']).toBe(1);
    expect(told.forward.find(({ skipped }) => skipped)).toMatchObject({ formula: 'x - 5' });
  });

  test('a trace holds finite numbers, and every name once', () => {
    fc.assert(
      fc.property(randomExpression, (text) => {
        const outcome = outcomeOf(text);
        fc.pre('told' in outcome);
        expect(numbersOf(outcome.told).filter((value) => !Number.isFinite(value))).toEqual([]);
        const names = outcome.told.graph.nodes.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
      SEED,
    );
  });

  test('the nudge of a random expression never disagrees with the backward pass', () => {
    fc.assert(
      fc.property(randomExpression, (text) => {
        const outcome = outcomeOf(text);
        fc.pre('told' in outcome);
        const wrong = outcome.told.nudges.filter(({ verdict }) => verdict === 'disagrees');
        expect(wrong.map(({ name }) => ({ text, name }))).toEqual([]);
      }),
      SEED,
    );
  });
});
