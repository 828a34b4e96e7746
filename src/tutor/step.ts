import { answerTo } from './answering.ts';
import { command } from './commands.ts';
import { hintFor } from './hints.ts';
import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';
import { currentQuestion, type Session, type Turn } from './session.ts';
import { say } from './turn.ts';

/** What the learner typed, and what comes of it. Commands are `?` and words after a colon: names stay free. */
export function answer(session: Session, typed: string): Turn {
  const question = currentQuestion(session);
  if (!question) return { session, messages: [] };
  const text = typed.trim();
  if (text === '') return say(session, { key: 'empty', args: {} });
  if (text === '?' || text === '？') {
    const hint = hintFor(session.study, question, session.hints);
    const open = session.hints === 0 ? skippedBefore(session, question) : [];
    const told: TutorMessage[] = open.length === 0 ? [] : [{ key: 'still-open', args: { dvars: open } }];
    return say({ ...session, hints: session.hints + 1 }, ...told, hint);
  }
  return text.startsWith(':') ? command(session, question, text) : answerTo(session, question, text);
}

/** Dvars that this one is made of, and that were skipped. */
function skippedBefore(
  { study, questions, results, known, postponed }: Session,
  { kind, name }: Question,
): string[] {
  if (kind !== 'gradient' && kind !== 'path') return [];
  const step = study.trace.backward.find((candidate) => candidate.name === name);
  const consumers = new Set(step?.contributions.map(({ consumer }) => consumer));
  return [
    ...results.filter(({ outcome }) => outcome === 'skipped').map(({ question }) => question),
    ...questions.slice(results.length + 1).filter((question) => postponed.has(question)),
  ]
    .filter((open) => open.kind === 'gradient' && consumers.has(open.name) && !known.has(open.name))
    .map(({ label }) => label);
}
