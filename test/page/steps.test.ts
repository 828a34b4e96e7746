import { describe, expect, it } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { shownAt, stepsOf } from '../../src/page/steps.ts';

const told = trace('3*(a+b*c)');
const steps = stepsOf(told);

describe('the steps of a page', () => {
  it('are the values from left to right, then the dvars in the lecture’s order', () => {
    expect(steps.map(({ kind, name }) => `${kind} ${name}`.trim())).toEqual([
      'begin',
      'value u',
      'value v',
      'value J',
      'output J',
      'dvar v',
      'dvar a',
      'dvar u',
      'dvar b',
      'dvar c',
      'end',
    ]);
  });

  it('begin with the inputs alone', () => {
    const { hidden, gradients } = shownAt(told, steps, 0);
    expect([...hidden]).toEqual(['u', 'v', 'J']);
    expect([...gradients]).toEqual([]);
  });

  it('show one thing more each, and nothing that comes later', () => {
    const shown = steps.map((_, i) => {
      const { hidden, gradients } = shownAt(told, steps, i);
      return 3 - hidden.size + gradients.size;
    });
    expect(shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
    expect([...shownAt(told, steps, 6).gradients]).toEqual([
      ['J', 1],
      ['v', 3],
      ['a', 3],
    ]);
  });

  it('have no backward pass where there is no variable', () => {
    const constant = trace('7');
    expect(stepsOf(constant).map(({ kind }) => kind)).toEqual(['begin', 'value', 'end']);
  });

  it('tell a branch that is not taken, but ask nothing of it', () => {
    const names = stepsOf(trace('x > 0 ? x^2 : log(x)', { at: { x: 3 } })).map(
      ({ kind, name }) => `${kind} ${name}`,
    );
    expect(names).toContain('value w');
    expect(names).not.toContain('dvar w');
  });
});
