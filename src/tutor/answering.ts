import { asksGradient } from './kinds.ts';
import type { Value } from '../core/value.ts';
import { readAnswer } from './answer.ts';
import { withoutLabel } from './assess.ts';
import { judgeNumber } from './judge.ts';
import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';
import { type Attempt, namesAtHand, type Session, type Turn } from './session.ts';
import { finish, lineOf, say } from './turn.ts';
import { explainBug, type Slip } from './wrong.ts';

/** The line a learner names: `db`, or just `b`. */
function judgeLine(session: Session, question: Question, text: string): Turn {
  const names = question.bug?.lines.map((told) => told.name) ?? [];
  const name = names.find((known) => text === `d${known}`) ?? names.find((known) => text === known);
  if (name === undefined) {
    const message = {
      key: 'unknown-line',
      args: { text, dvars: names.map((known) => `d${known}`) },
    } as const;
    const told = session.isHandIn ? lineOf(session.study, question) : [];
    return refuseAnswer(session, question, text, [message, ...told]);
  }
  const isFound = name === question.name;
  const attempt: Attempt = { text, comparison: isFound ? 'right' : 'wrong', mistakes: [] };
  const attempts = [...session.attempts, attempt];
  const message: TutorMessage = { key: isFound ? 'bug-found' : 'bug-elsewhere', args: { dvar: `d${name}` } };
  if (isFound)
    return finish(session, question, 'right', attempts, [message, ...explainBug(session.study, question)]);
  if (attempts.length >= session.tries)
    return finish(session, question, 'wrong', attempts, [message, ...lineOf(session.study, question)]);
  return say({ ...session, attempts, before: session }, message, { key: 'again', args: {} });
}

/** What comes of an answer. */
export function answerTo(session: Session, question: Question, text: string): Turn {
  if (question.kind === 'bug') return judgeLine(session, question, text);
  const names = namesAtHand(session);
  const bare = withoutLabel(text, question.label);
  const read = readAnswer(bare, names);
  if (read.kind === 'unreadable')
    return refuseAnswer(session, question, text, [{ key: 'not-a-number', args: { text } }]);
  if (read.kind === 'unknown-name') {
    const message = { key: 'unknown-name', args: { name: read.name, names: [...names.keys()] } } as const;
    return refuseAnswer(session, question, text, [message]);
  }
  const { value } = read;
  const toCome = session.questions.slice(session.results.length + 1);
  const past = { settled: settledIn(session), toCome, slips: slipsIn(session) };
  const { comparison, mistakes, messages } = judgeNumber(session.study, question, bare, read, past);
  if (comparison === 'close') return refuseAnswer(session, question, text, messages, value);
  if (
    comparison === 'wrong' &&
    session.attempts.at(-1)?.value === value &&
    session.attempts.length + 1 < session.tries
  ) {
    return say(session, { key: 'same-again', args: {} });
  }
  const attempts = [...session.attempts, { text, value, comparison, mistakes }];
  if (comparison === 'right' || attempts.length >= session.tries)
    return finish(session, question, comparison, attempts, messages);
  return say({ ...session, attempts, before: session }, ...messages, { key: 'again', args: {} });
}

const settledIn = ({ known, results }: Session): Set<string> => {
  const done = results.flatMap(({ question: { kind, name } }) => (asksGradient(kind) ? [name] : []));
  return new Set([...known.keys(), ...done]);
};

/**
 * Wrong gradients that were read as a number, and what followed from them. Whoever can try again has seen them mended; a
 * hand-in was written down before.
 */
function slipsIn({ results, isHandIn }: Session): Map<string, Slip> {
  const slips = new Map<string, Slip>();
  for (const { question, outcome, attempts } of results) {
    const value = attempts.at(-1)?.value;
    const isSlip = outcome === 'wrong' || outcome === 'follows';
    const { kind, name, label, expected } = question;
    if (kind !== 'gradient' || !isSlip || value === undefined) continue;
    const slip: Slip = { label, value, follows: outcome === 'follows' };
    slips.set(name, isHandIn ? slip : { ...slip, mended: expected });
  }
  return slips;
}

/** An answer that is none, or not yet: asked again, unless it was handed in. */
function refuseAnswer(
  session: Session,
  question: Question,
  text: string,
  messages: readonly TutorMessage[],
  closeTo?: Value,
): Turn {
  const isClose = closeTo !== undefined;
  if (!session.isHandIn) {
    return isClose ? say(session, ...messages) : say(session, ...messages, { key: 'not-counted', args: {} });
  }
  const attempt: Attempt = isClose
    ? { text, value: closeTo, comparison: 'close', mistakes: [] }
    : { text, comparison: 'wrong', mistakes: [] };
  return finish(session, question, 'wrong', [...session.attempts, attempt], messages);
}
