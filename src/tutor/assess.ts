import { asksGradient } from './kinds.ts';
import { isConditionAt } from '../core/graph.ts';
import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { compareAnswer, compareNudged, type Comparison, type TypedNumber } from './answer.ts';
import { type Diagnosis, diagnose, matching } from './diagnose.ts';
import { localViewOf } from './local.ts';
import { mistakes, partMistakes } from './mistakes.ts';
import { EXACT, isNear } from './near.ts';
import { nudgeMistakes, nudgeViewOf } from './nudge-mistakes.ts';
import type { Question } from './questions.ts';
import { valueMistakes, valueViewOf } from './value-mistakes.ts';
import { partViewOf, type View, viewOf } from './view.ts';

/** What was made of an answer: how it compares with the right one, and the mistakes that give its number. */
export interface Assessment {
  readonly comparison: Comparison;
  readonly found: readonly Diagnosis[];
}

/** What is still to be found; nothing where all may be told. */
export interface Open {
  /** Variables whose gradients are done: without it all are. */
  readonly settled?: ReadonlySet<string>;
  /** The questions after this one. */
  readonly toCome?: readonly Question[];
}

/** `db = 6` for `6`. */
export function withoutLabel(text: string, label: string): string {
  const value = text.startsWith(label)
    ? /^\s*=\s*([^=\s].*)$/su.exec(text.slice(label.length))?.[1]
    : undefined;
  return value ?? text;
}

/**
 * Compares an answer with the right one, and finds the mistakes behind a wrong one.
 * @param open what is still to be found, and so not given away
 */
export function assess(study: Study, question: Question, open: Open, typed: TypedNumber): Assessment {
  const { kind, name, expected } = question;
  switch (kind) {
    case 'value':
      return assessed(compareAnswer(typed, expected), () => diagnoseValue(study, question, typed));
    case 'nudge':
      return assessed(compareNudged(typed.value, study.trace.value, expected), () =>
        diagnoseNudged(study, question, typed),
      );
    case 'local':
    case 'path':
      return assessed(compareAnswer(typed, expected), () =>
        withoutOpen(diagnosePart(study, question, typed), question, open),
      );
    case 'bug':
      return found(closeIfNear(compareAnswer(typed, expected)));
    case 'mend':
    case 'gradient': {
      const slopes = slopesAtKink(study, name);
      if (!slopes)
        return assessed(compareAnswer(typed, expected), () =>
          withoutOpen(diagnose(viewOf(study, name), typed), question, open),
        );
      const isBetween = typed.value >= slopes.low - EXACT && typed.value <= slopes.high + EXACT;
      return found(isBetween ? 'right' : closeIfNear(compareAnswer(typed, expected)));
    }
  }
}

/** The same for a gradient with a single slope. No answer is held back. */
export const assessGradient = (view: View, typed: TypedNumber): Assessment =>
  assessed(compareAnswer(typed, view.gradient), () => diagnose(view, typed));

/** Mistakes are looked for where an answer is not settled: what is near the right one is close, unless one gives it. */
function assessed(comparison: Comparison | 'near', look: () => readonly Diagnosis[]): Assessment {
  if (comparison === 'right' || comparison === 'close') return found(comparison);
  const mistaken = look();
  return mistaken.length > 0 ? found('wrong', mistaken) : found(closeIfNear(comparison));
}

/** Without those that tell the answer to a question that is still to come. */
const withoutOpen = (
  mistaken: readonly Diagnosis[],
  { name, consumer, slot }: Question,
  { settled, toCome = [] }: Open,
): readonly Diagnosis[] => {
  const about = toCome.filter((question) => question.name === name);
  const isWholeOpen = about.some(({ kind }) => asksGradient(kind));
  const isPartOpen = (isIt: (part: Question) => boolean) =>
    about.some((part) => part.kind === 'path' && isIt(part));
  return mistaken.filter(({ id, args }) => {
    if (id === 'other-variable') return settled?.has(args.consumer) !== false;
    if (id === 'whole-for-part') return !isWholeOpen;
    if (id === 'other-part') return !isPartOpen((part) => part.consumer === args.consumer);
    if (id === 'chain-for-local')
      return !isWholeOpen && !isPartOpen((part) => part.consumer === consumer && part.slot === slot);
    return true;
  });
};

/** A condition is true or false: no arithmetic leads to it. */
function diagnoseValue({ evaluation }: Study, { name, expected }: Question, typed: TypedNumber) {
  const view = valueViewOf(evaluation, name);
  if (isConditionAt(evaluation.graph, view.node)) return [];
  return matching(valueMistakes, view, (value) => isNear(value, expected), typed);
}

function diagnoseNudged(study: Study, { name, expected }: Question, typed: TypedNumber) {
  const isRight = (value: Value) => compareNudged(value, study.trace.value, expected) === 'right';
  return matching(nudgeMistakes, nudgeViewOf(study, name), isRight, typed);
}

/** Of a local derivative, or of the part of a gradient that comes through one use. */
function diagnosePart(
  study: Study,
  { kind, name, consumer = '', slot = 0 }: Question,
  typed: TypedNumber,
): readonly Diagnosis[] {
  const isLocal = kind === 'local';
  const view = isLocal ? localViewOf(study, name, consumer, slot) : partViewOf(study, name, consumer, slot);
  if (!view) return [];
  const rows = isLocal ? mistakes.filter(({ remedy }) => remedy !== 'chain' && remedy !== 'fork') : mistakes;
  return diagnose(view, typed, [...rows, ...partMistakes]);
}

const found = (comparison: Comparison, mistakes: readonly Diagnosis[] = []): Assessment => ({
  comparison,
  found: mistakes,
});

const closeIfNear = (comparison: Comparison | 'near'): Comparison =>
  comparison === 'near' ? 'close' : comparison;

/** At a kink every slope from the one side to the other is as good as the convention. */
function slopesAtKink({ trace }: Study, name: string): { low: Value; high: Value } | undefined {
  const nudge = trace.nudges.find((candidate) => candidate.name === name);
  if (nudge?.verdict !== 'kink') return undefined;
  return { low: Math.min(nudge.left, nudge.right), high: Math.max(nudge.left, nudge.right) };
}
