import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';
import { currentQuestion, type Result, type Session, stopped, type Turn } from './session.ts';
import { finish, lineOf, metWith, say } from './turn.ts';

/** Whether a learner leaves. That is no answer: whoever comes back is asked the same question. */
export const isQuit = (typed: string): boolean => /^:q(uit)?$/iu.test(typed.trim());

/** What comes of a command: a word after a colon. */
export function command(session: Session, question: Question, text: string): Turn {
  if (isQuit(text)) return say({ ...session, isOver: true }, stopped(session));
  switch (text.toLowerCase()) {
    case ':s':
    case ':show':
      return finish(session, question, 'shown', session.attempts, lineOf(session.study, question));
    case ':n':
    case ':skip':
      return skip(session, question);
    case ':b':
    case ':back':
      return back(session);
    case ':u':
    case ':undo':
      return undo(session);
    case ':g':
    case ':graph':
      return { session, messages: [], panel: 'graph' };
    case ':v':
    case ':values':
      return { session, messages: [], panel: 'values' };
    case ':k':
    case ':keys':
      return say(session, { key: 'keys', args: {} });
    default:
      return say(session, { key: 'unknown-command', args: { text } });
  }
}

/**
 * A question that is skipped comes again after the others; skipped again, it is left open. Which line is wrong is then
 * left open too: what the line should say goes along with it. Only a hand-in, an answer to each, is told the line.
 */
function skip(session: Session, question: Question): Turn {
  const { questions, results, postponed, isHandIn, study } = session;
  const isBug = question.kind === 'bug';
  if (isBug && isHandIn)
    return finish(session, question, 'skipped', session.attempts, lineOf(study, question));
  const isPair = isBug && questions[results.length + 1]?.kind === 'mend';
  const end = results.length + (isPair ? 2 : 1);
  const along = questions.slice(results.length, end);
  const later = questions.slice(end);
  const comesAgain = !isHandIn && later.length > 0 && !postponed.has(question);
  const message: TutorMessage = isBug
    ? { key: 'skipped-line', args: { comesAgain } }
    : { key: 'skipped', args: { label: question.label, comesAgain } };
  if (!comesAgain) {
    const turn = finish(session, question, 'skipped', session.attempts, [message]);
    return along.slice(1).reduce(leaveOpen, turn);
  }
  return say(
    {
      ...session,
      questions: [...questions.slice(0, results.length), ...later, ...along],
      postponed: new Set([...postponed, question]),
      met: metWith(session, question),
      attempts: [],
      hints: 0,
      before: session,
    },
    message,
  );
}

/** Ends a question that goes along with the one before, as that one ended. */
const leaveOpen = (turn: Turn, question: Question): Turn => {
  const { session } = finish(turn.session, question, 'skipped', [], []);
  return { ...turn, session: { ...session, before: turn.session.before } };
};

/** The question before this one, open again: its result is forgotten. */
function back(session: Session): Turn {
  const { results } = session;
  if (results.length === 0) return say(session, { key: 'nothing-to-undo', args: {} });
  const [last, before] = results.toReversed();
  const isLineOpen = last?.question.kind === 'mend' && before?.outcome === 'skipped' && !session.isHandIn;
  const left = results.slice(0, isLineOpen ? -2 : -1);
  const { question } = results[left.length] as Result;
  const met = new Set([...metWith(session, currentQuestion(session)), question]);
  return say({ ...session, results: left, met, attempts: [], hints: 0 });
}

/** The session before the last answer. */
function undo(session: Session): Turn {
  const { before } = session;
  if (!before) return say(session, { key: 'nothing-to-undo', args: {} });
  const question = before.questions[before.results.length];
  const met = new Set([...metWith(session, currentQuestion(session)), ...(question ? [question] : [])]);
  return say({ ...before, met }, { key: 'undone', args: { label: question?.label ?? '' } });
}
