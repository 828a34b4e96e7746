import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { failedGates, gateOf } from '../../src/tutor/gates.ts';
import { practiceFor } from '../../src/tutor/practice.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { frozenSession, type } from '../support/session.ts';

const gatesOf = (source: string, kind: 'value' | 'local' | 'path' | 'gradient' | 'nudge' | 'bug') => {
  const studied = study(source);
  return questionsFor(studied, [kind]).map((question) => [question.label, gateOf(studied, question)]);
};

describe('the gate of a question', () => {
  test('is the operation that a gradient comes through', () => {
    expect(gatesOf('3*(a+b*c)', 'gradient')).toEqual([
      ['dv', 'product'],
      ['da', 'sum'],
      ['du', 'sum'],
      ['db', 'product'],
      ['dc', 'product'],
    ]);
    expect(gatesOf('x^2', 'gradient')).toEqual([['dx', 'power']]);
    expect(gatesOf('max(a, b) - a/b', 'local')).toEqual([
      ['dJ/du', 'difference'],
      ['dJ/dv', 'difference'],
      ['∂u/∂a', 'router'],
      ['∂v/∂a', 'quotient'],
      ['∂u/∂b', 'router'],
      ['∂v/∂b', 'quotient'],
    ]);
  });

  test('is the fork where several parts add up, and the operation for one of them', () => {
    expect(gatesOf('a*b + a', 'gradient')).toEqual([
      ['du', 'sum'],
      ['da', 'fork'],
      ['db', 'product'],
    ]);
    expect(gatesOf('a*b + a', 'path').map(([, gate]) => gate)).toEqual(['product', 'sum']);
  });

  test('is the operation itself where its value is asked, by its own name where it has no family', () => {
    expect(gatesOf('sin(x)*relu(y)', 'value')).toEqual([
      ['u', { op: 'sin' }],
      ['v', 'router'],
      ['J', 'product'],
    ]);
  });

  test('is none for a nudge, and for a line to be found', () => {
    expect(gatesOf('3*(a+b*c)', 'nudge').map(([, gate]) => gate)).toEqual(Array.from({ length: 5 }));
    const [line, mended] = gatesOf('3*(a+b*c)', 'bug');
    expect(line).toEqual(['?', undefined]);
    expect(mended?.[1]).toMatch(/^(sum|product)$/u);
  });
});

const failedAfter = (...typed: readonly string[]) =>
  failedGates([type(frozenSession('3*(a+b*c)'), ...typed).session]);

describe('the gates that went wrong', () => {
  test('are none where all was right at once', () => {
    expect(failedAfter('3', '3', '3', '6', '9')).toEqual([]);
  });

  test('count what was right at the first try and without a hint, the worst first', () => {
    expect(failedAfter('3', '3', '1', '3', '2', '6', '?', '9')).toEqual([
      { gate: 'product', right: 1, total: 3 },
      { gate: 'sum', right: 1, total: 2 },
    ]);
  });

  test('leave out what was not tried', () => {
    expect(failedAfter('3', ':s', ':n', ':s', ':n')).toEqual([]);
  });

  test('are not those that only pass an earlier slip on', () => {
    // dv = 5 stays wrong; da = 5 follows from it.
    expect(failedAfter('4', '5', '5', '3')).toEqual([{ gate: 'product', right: 0, total: 1 }]);
  });

  test('are added up over the problems of a series', () => {
    const { session } = type(frozenSession('a*b'), '5', '1', '5');
    expect(failedGates([session, session])).toEqual([{ gate: 'product', right: 2, total: 4 }]);
  });
});

describe('what to practise', () => {
  test('goes by the mistake where it belongs to one kind of gate, else by the gate', () => {
    expect(practiceFor({ mistake: 'one-branch', gates: ['product'] })).toContain('--level 5');
    expect(practiceFor({ mistake: 'upstream-only', gates: ['fork'] })).toContain('--level 5');
    expect(practiceFor({ mistake: 'upstream-only', gates: ['activation'] })).toContain('--level 6');
    expect(practiceFor({ gates: ['quotient'] })).toContain('--level 4');
    expect(practiceFor({ mistake: 'own-value', gates: [{ op: 'sin' }] })).toContain('--level 4');
    expect(practiceFor({ mistake: 'power-rule', gates: ['product'] })).toContain('--level 2');
    expect(practiceFor({ mistake: 'upstream-only', gates: ['product'] })).toContain('--level 3');
    expect(practiceFor({ gates: [] })).toContain('--level 3');
  });

  test('has the paths and the gates that went wrong, beside products, which are everywhere', () => {
    const gates = ['product', 'power'] as const;
    expect(practiceFor({ mistake: 'upstream-only', gates, hasPath: true })).toContain('--level 5 --ask path');
    expect(practiceFor({ gates: ['product', 'logarithm'] })).toContain('--level 6');
    expect(practiceFor({ gates: ['product', { op: 'sin' }] })).toContain('--level 4');
    expect(practiceFor({ gates })).toContain('--level 2');
  });
});
