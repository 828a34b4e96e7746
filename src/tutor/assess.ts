import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { compareAnswer, compareNudged, type Comparison } from './answer.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { Question } from './questions.ts';
import { viewOf } from './view.ts';

/** `db = 6` for `6`. */
export function withoutLabel(text: string, label: string): string {
  const value = text.startsWith(label)
    ? /^\s*=\s*([^=\s].*)$/su.exec(text.slice(label.length))?.[1]
    : undefined;
  return value ?? text;
}

/** Whether a value answers the question. `text` tells how many digits were meant. */
export function compare(study: Study, question: Question, text: string, value: Value): Comparison {
  if (question.kind === 'gradient' && isBetweenSlopes(study, question.name, value)) return 'right';
  if (question.kind !== 'nudge') return compareAnswer(text, value, question.expected);
  return compareNudged(value, study.trace.value, question.expected);
}

/** At a kink every slope from the one side to the other is as good as the convention. */
function isBetweenSlopes({ trace }: Study, name: string, value: Value): boolean {
  const nudge = trace.nudges.find((candidate) => candidate.name === name);
  if (nudge?.verdict !== 'kink') return false;
  const sides = [nudge.left, nudge.right].toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = sides;
  return value >= low - 1e-6 && value <= high + 1e-6;
}

/**
 * Mistakes behind a wrong gradient; none where the slope is not single.
 * @param settled variables whose questions are done: the answers to later ones are not given away
 */
export function diagnosed(
  study: Study,
  { kind, name }: Question,
  settled: ReadonlySet<string>,
  text: string,
  value: Value,
): Diagnosis[] {
  const nudge = study.trace.nudges.find((candidate) => candidate.name === name);
  if ((kind !== 'gradient' && kind !== 'mend') || nudge?.verdict === 'kink') return [];
  return diagnose(viewOf(study, name), text, value).filter(
    ({ id, args }) => id !== 'other-variable' || settled.has(args.consumer),
  );
}
