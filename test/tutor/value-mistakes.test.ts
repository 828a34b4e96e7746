import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { readAnswer } from '../../src/tutor/answer.ts';
import { assess } from '../../src/tutor/assess.ts';
import type { Kind } from '../../src/tutor/kinds.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { type Session, startSession } from '../../src/tutor/session.ts';
import { keysOf, type } from '../support/session.ts';

/** What is found in an answer to the question of this kind about a name. */
function found(source: string, at: Record<string, number>, kind: Kind, name: string, text: string) {
  const studied = study(source, { at });
  const question = questionsFor(studied, [kind]).find((asked) => asked.name === name);
  const read = readAnswer(text, new Map());
  if (!question || read.kind !== 'value') throw new Error(`nothing to assess: ${name} = ${text}`);
  return assess(studied, question, {}, read).found.map(({ id, args }) => [id, args.consumer]);
}

const CASES = 'x > 0 ? x^2 : log(x + 4)';

describe('true and false', () => {
  test.each(['3', '-1', '-3', '0'])('%s is no slip of arithmetic where a condition is asked', (text) => {
    expect(found(CASES, { x: 3 }, 'value', 'u', text)).toEqual([]);
  });

  test('are no value to take for another', () => {
    // u = 1 is whether x > 0; a = 1 is an input
    expect(found(CASES, { x: 3 }, 'value', 'v', '1')).toEqual([]);
    expect(found('a*x + b', { a: 1, x: 3, b: 5 }, 'value', 'J', '1')).toEqual([['other-value', 'a']]);
  });
});

test('a branch that is not taken has no value to take for another', () => {
  expect(found('u = x + 4; J = x > 0 ? x^2 : u', { x: 3 }, 'value', 'v', '7')).toEqual([]);
  expect(found('u = x + 4; J = x > 0 ? x^2 : u', { x: -3 }, 'value', 'J', '9')).toEqual([]);
});

test('a nudge stops on the way only where it goes on to the output', () => {
  // From x = 3: u = 7.001 is not taken, w = 9.006001 is
  const source = 'u = x + 4; w = x^2; J = 2*(x > 0 ? w : u)';
  expect(found(source, { x: 3 }, 'nudge', 'x', '9.006')).toEqual([['stopped-on-the-way', 'w']]);
  expect(found(source, { x: 3 }, 'nudge', 'x', '7.001')).toEqual([]);
});

test('a value that is off by one is nearly right, however the floating point falls', () => {
  const studied = study('a + b', { at: { a: 0.1, b: 2.2 } });
  const session: Session = startSession(studied, questionsFor(studied, ['value']), 2);
  expect(0.1 + 2.2 - 1.3).not.toBe(1);
  expect(keysOf(type(session, '1.3'))).toEqual(['wrong', 'nearly', 'again']);
});
