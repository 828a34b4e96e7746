import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';
import { currentQuestion, type Result, type Session, stopped, type Turn } from './session.ts';
import { finish, lineOf, metWith, say } from './turn.ts';

/** What comes of a command: a word after a colon. */
export function command(session: Session, question: Question, text: string): Turn {
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
    case ':q':
    case ':quit':
      return say({ ...session, isOver: true }, stopped(session));
    default:
      return say(session, { key: 'unknown-command', args: { text } });
  }
}

/** A question that is skipped comes again after the others; skipped again, it is left open. */
function skip(session: Session, question: Question): Turn {
  const { questions, results, postponed, isHandIn } = session;
  const later = questions.slice(results.length + 1);
  const comesAgain = !isHandIn && later.length > 0 && !postponed.has(question);
  const message: TutorMessage = { key: 'skipped', args: { label: question.label, comesAgain } };
  if (question.kind === 'bug')
    return finish(session, question, 'skipped', session.attempts, lineOf(session.study, question));
  if (!comesAgain) return finish(session, question, 'skipped', session.attempts, [message]);
  return say(
    {
      ...session,
      questions: [...questions.slice(0, results.length), ...later, question],
      postponed: new Set([...postponed, question]),
      met: metWith(session, question),
      attempts: [],
      hints: 0,
      before: session,
    },
    message,
  );
}

/** The question before this one, open again: its result is forgotten. */
function back(session: Session): Turn {
  if (session.results.length === 0) return say(session, { key: 'nothing-to-undo', args: {} });
  const { question } = session.results.at(-1) as Result;
  const met = new Set([...metWith(session, currentQuestion(session)), question]);
  return say({ ...session, results: session.results.slice(0, -1), met, attempts: [], hints: 0 });
}

/** The session before the last answer. */
function undo(session: Session): Turn {
  const { before } = session;
  if (!before) return say(session, { key: 'nothing-to-undo', args: {} });
  const question = before.questions[before.results.length];
  const met = new Set([...metWith(session, currentQuestion(session)), ...(question ? [question] : [])]);
  return say({ ...before, met }, { key: 'undone', args: { label: question?.label ?? '' } });
}
