import type { Study } from '../core/trace.ts';
import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';
import type { Attempt, Outcome, Result, Session, Turn } from './session.ts';
import { explainBug } from './wrong.ts';

/** Says something, and leaves the question open. */
export const say = (session: Session, ...messages: readonly TutorMessage[]): Turn => ({ session, messages });

/** Ends the question at hand. */
export function finish(
  session: Session,
  question: Question,
  outcome: Outcome,
  attempts: readonly Attempt[],
  messages: readonly TutorMessage[],
): Turn {
  const { hints, met } = session;
  const done: Result = { question, outcome, attempts, hints, isAgain: met.has(question) };
  const results = [...session.results, done];
  const isOver = results.length === session.questions.length;
  return {
    session: { ...session, results, attempts: [], hints: 0, isOver, before: session },
    messages,
    done,
  };
}

/** The questions that were met, with the one at hand if something was made of it. */
export function metWith(
  { met, attempts, hints }: Session,
  question: Question | undefined,
): ReadonlySet<Question> {
  return question && (attempts.length > 0 || hints > 0) ? new Set([...met, question]) : met;
}

/** The wrong line, and why it is wrong: it has no worked step of its own to show. */
export const lineOf = (study: Study, question: Question): TutorMessage[] =>
  question.kind === 'bug'
    ? [{ key: 'bug-was', args: { dvar: `d${question.name}` } }, ...explainBug(study, question)]
    : [];
