import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type Comparison, readAnswer } from './answer.ts';
import { withoutLabel } from './assess.ts';
import { hintFor } from './hints.ts';
import { judgeNumber } from './judge.ts';
import type { TutorMessage } from './messages.ts';
import type { MistakeId } from './mistakes.ts';
import type { Question } from './questions.ts';
import { explainBug, type Slip } from './wrong.ts';

export type Outcome = 'right' | 'follows' | 'wrong' | 'shown' | 'skipped';

/** One answer to a question, and what was made of it. */
export interface Attempt {
  readonly text: string;
  /** Absent where no number could be read. */
  readonly value?: Value;
  readonly comparison: Comparison | 'follows';
  /** Mistakes that give this number; more than one is a tie. */
  readonly mistakes: readonly MistakeId[];
}

export interface Result {
  readonly question: Question;
  readonly outcome: Outcome;
  readonly attempts: readonly Attempt[];
  readonly hints: number;
  /** It had been tried or shown before, and was then gone back to. */
  readonly isAgain: boolean;
}

/** Where a learner is in a row of questions. Never changed: `answer` returns the next one. */
export interface Session {
  readonly study: Study;
  readonly questions: readonly Question[];
  /** Tries at a question before its worked step is shown. */
  readonly tries: number;
  /** Answers were written down beforehand: each entry is for one question, whatever it says. */
  readonly isHandIn: boolean;
  /** Gradients by variable that were found or shown before these questions. */
  readonly known: ReadonlyMap<string, Value>;
  /** Questions that were skipped once, and come again at the end. */
  readonly postponed: ReadonlySet<Question>;
  /** Questions that were tried, hinted at or shown, and then left, gone back to or undone. */
  readonly met: ReadonlySet<Question>;
  /** One result for each question that is done. */
  readonly results: readonly Result[];
  /** Attempts at, and hints for, the question at hand. */
  readonly attempts: readonly Attempt[];
  readonly hints: number;
  readonly isOver: boolean;
  /** The session before the last answer. */
  readonly before: Session | undefined;
}

/** What the learner asked to see. */
export type Panel = 'graph' | 'values';

export interface Turn {
  readonly session: Session;
  readonly messages: readonly TutorMessage[];
  /** The question that is now done, to be shown worked out. */
  readonly done?: Result;
  readonly panel?: Panel;
}

/**
 * A session before its first answer.
 * @param tries answers to a question before its worked step is due: 1 or more
 * @param isHandIn answers were written down beforehand, so an unreadable one counts as wrong and is not asked again
 * @param known gradients by variable that were found before
 */
export function startSession(
  study: Study,
  questions: readonly Question[],
  tries: number,
  isHandIn = false,
  known: ReadonlyMap<string, Value> = new Map(),
): Session {
  const isOver = questions.length === 0;
  return {
    study,
    questions,
    tries,
    isHandIn,
    known,
    postponed: new Set(),
    met: new Set(),
    results: [],
    attempts: [],
    hints: 0,
    isOver,
    before: undefined,
  };
}

/** The question to be put next; undefined once all are done, or the learner has stopped. */
export const currentQuestion = ({ questions, results, isOver }: Session): Question | undefined =>
  isOver ? undefined : questions[results.length];

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
  return text.startsWith(':') ? command(session, question, text) : judge(session, question, text);
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

const say = (session: Session, ...messages: readonly TutorMessage[]): Turn => ({ session, messages });

function command(session: Session, question: Question, text: string): Turn {
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

/** The wrong line, and why it is wrong: it has no worked step of its own to show. */
const lineOf = (study: Study, question: Question): TutorMessage[] =>
  question.kind === 'bug'
    ? [{ key: 'bug-was', args: { dvar: `d${question.name}` } }, ...explainBug(study, question)]
    : [];

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

/** The questions that were met, with the one at hand if something was made of it. */
function metWith({ met, attempts, hints }: Session, question: Question | undefined): ReadonlySet<Question> {
  return question && (attempts.length > 0 || hints > 0) ? new Set([...met, question]) : met;
}

/** The line a learner names: `db`, or just `b`. */
function judgeLine(session: Session, question: Question, text: string): Turn {
  const names = question.bug?.lines.map((told) => told.name) ?? [];
  const name = names.find((known) => text === `d${known}`) ?? names.find((known) => text === known);
  if (name === undefined) {
    const message = {
      key: 'unknown-line',
      args: { text, dvars: names.map((known) => `d${known}`) },
    } as const;
    return refuseAnswer(session, question, text, [message]);
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

function judge(session: Session, question: Question, text: string): Turn {
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
  const past = { settled: settledIn(session), slips: slipsIn(session) };
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

const settledIn = ({ known, results }: Session): Set<string> =>
  new Set([...known.keys(), ...results.map(({ question }) => question.name)]);

/** Wrong gradients that were read as a number, and what followed from them. */
function slipsIn({ results }: Session): Map<string, Slip> {
  const slips = new Map<string, Slip>();
  for (const { question, outcome, attempts } of results) {
    const value = attempts.at(-1)?.value;
    const isSlip = outcome === 'wrong' || outcome === 'follows';
    if (question.kind === 'gradient' && isSlip && value !== undefined)
      slips.set(question.name, { label: question.label, value, follows: outcome === 'follows' });
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

/** Variables whose values are known by now, and the dvars that are done. */
export function namesAtHand({ study, questions, results, known }: Session): Map<string, Value> {
  const { trace } = study;
  const names = new Map<string, Value>([[`d${trace.output}`, 1]]);
  const open = new Set(
    questions.slice(results.length).flatMap(({ kind, name }) => (kind === 'value' ? [name] : [])),
  );
  for (const [name, value] of known) names.set(`d${name}`, value);
  for (const { question, outcome } of results) {
    if (outcome !== 'skipped' && (question.kind === 'gradient' || question.kind === 'mend'))
      names.set(question.label, question.expected);
  }
  for (const { name } of questions[results.length]?.bug?.lines ?? []) {
    if (name === questions[results.length]?.name) break;
    names.set(`d${name}`, trace.gradients[name] as Value);
  }
  for (const { name, value } of trace.forward) if (!open.has(name)) names.set(name, value);
  for (const [name, value] of Object.entries(trace.inputs)) names.set(name, value);
  return names;
}

function finish(
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

/** Right at the first try, and without a hint. */
export const isAtOnce = ({ outcome, attempts, hints, isAgain }: Result): boolean =>
  outcome === 'right' && attempts.length === 1 && hints === 0 && !isAgain;

const count = (results: readonly Result[], outcome: Outcome) =>
  results.filter((result) => result.outcome === outcome).length;

/** How it went, once every question is done. */
export const score = ({ results, questions }: Session): TutorMessage => ({
  key: 'score',
  args: {
    right: count(results, 'right'),
    follows: count(results, 'follows'),
    total: questions.length,
    first: results.filter(isAtOnce).length,
  },
});

const stopped = ({ results }: Session): TutorMessage => ({
  key: 'stopped',
  args: { right: count(results, 'right'), asked: results.length },
});
