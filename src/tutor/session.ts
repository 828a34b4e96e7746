import { asksGradient } from './kinds.ts';
import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import type { Comparison } from './answer.ts';
import type { TutorMessage } from './messages.ts';
import type { MistakeId } from './mistakes.ts';
import type { Question } from './questions.ts';

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

/** Variables whose values are known by now, and the dvars that are done. */
export function namesAtHand({ study, questions, results, known }: Session): Map<string, Value> {
  const { trace } = study;
  const names = new Map<string, Value>([[`d${trace.output}`, 1]]);
  const open = new Set(
    questions.slice(results.length).flatMap(({ kind, name }) => (kind === 'value' ? [name] : [])),
  );
  for (const [name, value] of known) names.set(`d${name}`, value);
  for (const { question, outcome } of results) {
    if (outcome !== 'skipped' && asksGradient(question.kind)) names.set(question.label, question.expected);
  }
  for (const { name } of questions[results.length]?.bug?.lines ?? []) {
    if (name === questions[results.length]?.name) break;
    names.set(`d${name}`, trace.gradients[name] as Value);
  }
  for (const { name, value } of trace.forward) if (!open.has(name)) names.set(name, value);
  for (const [name, value] of Object.entries(trace.inputs)) names.set(name, value);
  return names;
}

/** Right at the first try, and without a hint. */
export const isAtOnce = ({ outcome, attempts, hints, isAgain }: Result): boolean =>
  outcome === 'right' && attempts.length === 1 && hints === 0 && !isAgain;

/** Nothing that was answered is wrong, shown or skipped. */
export const isAllRight = (sessions: readonly Session[]): boolean =>
  sessions.every(({ results }) => results.every(({ outcome }) => outcome === 'right'));

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

/** How far it came, once the learner leaves. */
export const stopped = ({ results }: Session): TutorMessage => ({
  key: 'stopped',
  args: { right: count(results, 'right'), asked: results.length },
});
