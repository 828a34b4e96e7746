import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import type { Kind } from '../../src/tutor/kinds.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { type Session, startSession, type Turn } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';

/** Every dvar of the lecture's expression, answered once, in the order of telling: dv, da, du, db, dc. */
function handIn(...texts: readonly string[]): { session: Session; last: Turn } {
  const studied = study('3*(a+b*c)', { at: { a: 5, b: 3, c: 2 } });
  let session = startSession(studied, questionsFor(studied, ['gradient']), 1, true);
  let last: Turn = { session, messages: [] };
  for (const text of texts) {
    last = answer(session, text);
    session = last.session;
  }
  return { session, last };
}

const outcomes = ({ session }: { session: Session }) => session.results.map(({ outcome }) => outcome);

describe('what follows from a wrong answer', () => {
  test('is right from there, and the wrong one is named', () => {
    const told = handIn('3', '3', '2', '4');
    expect(outcomes(told)).toEqual(['right', 'right', 'wrong', 'follows']);
    expect(told.last.messages).toEqual([
      { key: 'follows-from', args: { dvar: 'db', answer: '4', first: 'du', answered: '2' } },
    ]);
  });

  test('names the first of a row of wrong answers', () => {
    const { last } = handIn('4', '3', '4', '8');
    expect(last.messages[0]?.args).toMatchObject({ dvar: 'db', first: 'dv', answered: '4' });
  });

  test('never names a wrong answer that it has nothing to do with', () => {
    // da is wrong, and no part of db
    const { last } = handIn('3', '7', '2', '4');
    expect(last.messages[0]?.args).toMatchObject({ dvar: 'db', first: 'du', answered: '2' });
  });

  test('never names an answer that could not be read', () => {
    const told = handIn('?!', '3', '2', '4');
    expect(outcomes(told)).toEqual(['wrong', 'right', 'wrong', 'follows']);
    expect(told.last.messages[0]?.args).toMatchObject({ first: 'du', answered: '2' });
  });

  test('is to be taken from the right one where that has been shown since', () => {
    const studied = study('sigmoid(w*x + b)', { at: { w: 1, x: 2, b: 0 } });
    let session = startSession(studied, questionsFor(studied, ['gradient']), 2);
    for (const text of ['0', '1', '0']) session = answer(session, text).session;
    const { messages } = answer(session, '1');
    expect(messages).toEqual([
      {
        key: 'follows-earlier',
        args: { dvar: 'du', answer: '1', earlier: 'dv', answered: '1', now: '0.104994' },
      },
    ]);
  });

  test('may follow from one that was close', () => {
    const studied = study('3*(2*(x + y))/7', { at: { x: 1, y: 1 } });
    const questions = questionsFor(studied, ['gradient']);
    expect(questions.map(({ label }) => label)).toEqual(['dw', 'dv', 'du', 'dx', 'dy']);
    let session = startSession(studied, questions, 1, true);
    // dw = 1/7 and dv = 3/7, cut off; du = 2·dv, worked out from that
    for (const text of ['0.14', '0.42', '0.84']) session = answer(session, text).session;
    const compared = session.results.map(({ attempts }) => attempts[0]?.comparison);
    expect(compared).toEqual(['close', 'follows', 'follows']);
  });
});

/** The mistakes found in an answer to the first question of these kinds about x. */
function idsFor(kinds: readonly Kind[], text: string, before: readonly string[] = []) {
  const studied = study('u = x^2; J = u*x', { at: { x: 2 } });
  const questions = questionsFor(studied, kinds).filter(({ name }) => name === 'x');
  let session = startSession(studied, questions, 1);
  for (const typed of before) session = answer(session, typed).session;
  return answer(session, text).done?.attempts[0]?.mistakes;
}

describe('the answer to a question that is still to come is not given away', () => {
  // dx = 8 + 4: 8 through u, ∂u/∂x = 4 at du = 2, and 4 through J
  test('as the whole of a part', () => {
    expect(idsFor(['path', 'gradient'], '12')).toEqual([]);
    expect(idsFor(['path'], '12')).toEqual(['whole-for-part']);
  });

  test('as the part of another path', () => {
    expect(idsFor(['path', 'gradient'], '4')).not.toContain('other-part');
    expect(idsFor(['path', 'gradient'], '8', ['8'])).toContain('other-part');
  });

  test('as the chain that a local derivative is a link of', () => {
    expect(idsFor(['local', 'path'], '8')).not.toContain('chain-for-local');
    expect(idsFor(['local'], '8')).toContain('chain-for-local');
  });

  test('as another gradient, though its value was asked before', () => {
    const studied = study('u = a*b; J = u*c', { at: { a: 5, b: 3, c: 2 } });
    // du = 2 is still to come when a value of u is known, and dc = 15 is asked
    const questions = questionsFor(studied, ['value', 'gradient']);
    const c = questions.find(({ kind, name }) => kind === 'gradient' && name === 'c');
    const [u] = questions;
    const du = questions.find(({ kind, name }) => kind === 'gradient' && name === 'u');
    if (!u || !c || !du) throw new Error('no questions');
    const known = answer(startSession(studied, [u, c, du], 1), '15').session;
    expect(answer(known, '2').done?.attempts[0]?.mistakes).not.toContain('other-variable');
    const settled = answer(startSession(studied, [du, c], 1), '2').session;
    expect(answer(settled, '2').done?.attempts[0]?.mistakes).toContain('other-variable');
  });
});
