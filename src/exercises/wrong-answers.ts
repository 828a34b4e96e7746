import type { Study } from '../core/trace.ts';
import { formatValue, type Value } from '../core/value.ts';
import { readAnswer, toleranceFor } from '../tutor/answer.ts';
import { assess } from '../tutor/assess.ts';
import type { TutorMessage } from '../tutor/messages.ts';
import { type MistakeId, mistakes } from '../tutor/mistakes.ts';
import type { Question } from '../tutor/questions.ts';
import { viewOf } from '../tutor/view.ts';
import { explainWrong } from '../tutor/wrong.ts';

/** A number that a known mistake leads to, and what the tutor says to it. */
export interface WrongAnswer {
  readonly value: Value;
  /** An answer within this of the value is this one: never the right one, and no other wrong one. */
  readonly tolerance: Value;
  /** The mistakes that lead to it; more than one is a tie. */
  readonly mistakes: readonly MistakeId[];
  readonly feedback: readonly TutorMessage[];
}

/** Intervals are kept apart by at least this part of the distance. */
const APART = 0.4;

/** A change or an output in place of a slope: on paper, where nothing is nudged, these come to mind last. */
const SELDOM: ReadonlySet<MistakeId> = new Set(['change-not-rate', 'nudged-output', 'large-step']);

const isSeldom = ({ mistakes: ids }: Pick<WrongAnswer, 'mistakes'>): boolean =>
  ids.every((id) => SELDOM.has(id));

/**
 * The wrong answers to a question about a gradient that the tutor can name the reason of, in the order of the table of
 * mistakes, those that come to mind last at the end, as if each were typed with the digits that the screen shows.
 * @param settled variables whose questions came before: only their answers may be named
 */
export function wrongAnswers(
  study: Study,
  question: Question,
  settled: ReadonlySet<string>,
): readonly WrongAnswer[] {
  const view = viewOf(study, question.name);
  const texts = new Set(
    mistakes.flatMap(({ find }) =>
      find(view).flatMap(({ value }) => (Number.isFinite(value) ? [formatValue(value)] : [])),
    ),
  );
  const all = [...texts].flatMap((text): Omit<WrongAnswer, 'tolerance'>[] => {
    const typed = readAnswer(text, new Map());
    if (typed.kind !== 'value') return [];
    const assessed = assess(study, question, { settled }, typed);
    const ids = [...new Set(assessed.found.map(({ id }) => id))];
    if (assessed.comparison !== 'wrong' || ids.length === 0) return [];
    const { value } = typed;
    return [{ value, mistakes: ids, feedback: explainWrong(study, question, value, assessed.found) }];
  });
  const found = all.toSorted((a, b) => Number(isSeldom(a)) - Number(isSeldom(b)));
  const { expected } = question;
  const room = toleranceFor(expected);
  return found.flatMap((wrong) => {
    const free = Math.abs(wrong.value - expected) - room;
    const others = found.filter((other) => other !== wrong);
    const near = Math.min(free, ...others.map(({ value }) => Math.abs(value - wrong.value)));
    const tolerance = Math.min(toleranceFor(wrong.value), APART * near);
    return tolerance > 0 ? [{ ...wrong, tolerance }] : [];
  });
}
