import { study } from '../../src/core/trace.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { type Session, startSession, type Turn } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';

const TRIES = 2;

/** A session that asks every dvar of an expression, with everything in it frozen: who changes a part of it throws. */
export function frozenSession(text: string, at?: Readonly<Record<string, number>>): Session {
  const studied = study(text, at === undefined ? {} : { at });
  return deepFreeze(startSession(studied, questionsFor(studied, ['gradient']), TRIES));
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

/** What comes of the last of what a learner types, one after the other. */
export function type(session: Session, ...typed: readonly string[]): Turn {
  let turn: Turn = { session, messages: [] };
  for (const text of typed) turn = deepFreeze(answer(turn.session, text));
  return turn;
}

export const keysOf = ({ messages }: Turn): string[] => messages.map(({ key }) => key);

export const outcomesOf = ({ results }: Session): string[] => results.map(({ outcome }) => outcome);
