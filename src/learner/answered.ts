import { asksGradient } from '../tutor/kinds.ts';
import type { Study } from '../core/trace.ts';
import { gateKey, gateOf } from '../tutor/gates.ts';
import { type MistakeId, mistakes } from '../tutor/mistakes.ts';
import type { Question } from '../tutor/questions.ts';
import type { Outcome, Result } from '../tutor/session.ts';
import { visibleMistakes } from '../tutor/visible.ts';
import { LATEST } from './moment.ts';

/** One question that was answered, shown or skipped, as it is remembered. */
export interface Answered {
  readonly lesson: string;
  readonly kind: Question['kind'];
  readonly name: string;
  readonly outcome: Outcome;
  /** Answers until it was done, and hints asked for. */
  readonly attempts: number;
  readonly hints: number;
  /** Mistakes that were diagnosed beyond doubt. */
  readonly mistakes: readonly string[];
  /** When, in milliseconds since 1970; absent in a file from before moments were kept. */
  readonly at?: number;
  /** The gate it was about, by its key. */
  readonly gate?: string;
  /** Mistakes that the lesson trains and that could have shown here. */
  readonly chances?: readonly string[];
  /** It had been tried or shown before, and was then gone back to. */
  readonly again?: boolean;
  /** The problem with its numbers, where it was made for a review: it is not asked again with the same. */
  readonly problem?: string;
}

/** Where and when a question was answered. */
export interface Occasion {
  readonly lesson: string;
  readonly study: Study;
  /** Mistakes that are trained there. */
  readonly trained: readonly MistakeId[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The problem was made for this occasion. */
  readonly isFresh?: boolean;
}

/** Mistakes that a review can ask about again: those about gradients. */
const PRACTISED: ReadonlySet<MistakeId> = new Set(mistakes.map(({ id }) => id));

export function remember(
  { question, outcome, attempts, hints, isAgain }: Result,
  { lesson, study, trained, at, isFresh = false }: Occasion,
): Answered {
  const { kind, name } = question;
  const gate = gateOf(study, question);
  const visible = new Set<string>(asksGradient(kind) ? visibleMistakes(study, name) : []);
  return {
    lesson,
    kind,
    name,
    outcome,
    attempts: attempts.length,
    hints,
    mistakes: attempts
      .flatMap((attempt) => (attempt.mistakes.length === 1 ? attempt.mistakes : []))
      .filter((id) => PRACTISED.has(id)),
    at,
    ...(gate === undefined ? {} : { gate: gateKey(gate) }),
    chances: trained.filter((id) => visible.has(id)),
    ...(isAgain ? { again: true } : {}),
    ...(isFresh ? { problem: problemOf(study) } : {}),
  };
}

/** A problem with its numbers, as one text. */
export const problemOf = ({ trace: { source, inputs } }: Study): string =>
  JSON.stringify([source, Object.entries(inputs)]);

const OUTCOMES: ReadonlySet<unknown> = new Set<Outcome>(['right', 'follows', 'wrong', 'shown', 'skipped']);

export const isMoment = (data: unknown): data is number =>
  Number.isInteger(data) && Number(data) >= 0 && Number(data) <= LATEST;

const isCount = (data: unknown): boolean => Number.isInteger(data) && Number(data) >= 0;
const isTexts = (data: unknown): boolean =>
  Array.isArray(data) && data.every((text) => typeof text === 'string');

/** Whether data is such an entry; what later versions know may be missing. */
export function isAnswered(data: unknown): data is Answered {
  if (typeof data !== 'object' || data === null) return false;
  const { lesson, kind, name, outcome, attempts, hints, mistakes, at, gate, chances, again, problem } =
    data as Partial<Answered>;
  return (
    [lesson, kind, name].every((text) => typeof text === 'string') &&
    OUTCOMES.has(outcome) &&
    isCount(attempts) &&
    isCount(hints) &&
    isTexts(mistakes) &&
    (at === undefined || isMoment(at)) &&
    (gate === undefined || typeof gate === 'string') &&
    (again === undefined || typeof again === 'boolean') &&
    (problem === undefined || typeof problem === 'string') &&
    (chances === undefined || isTexts(chances))
  );
}

/** Entries in the order of time, those without a moment first; the same for the same entries in any order. */
export function inOrder(log: readonly Answered[]): Answered[] {
  const keyed = log.map((entry) => ({ entry, at: entry.at ?? -1, key: JSON.stringify(entry) }));
  return keyed
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}
