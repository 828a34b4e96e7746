import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { compareAnswer, compareNudged, type Comparison, type TypedNumber } from './answer.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { Question } from './questions.ts';
import { type View, viewOf } from './view.ts';

/** What was made of an answer: how it compares with the right one, and the mistakes that give its number. */
export interface Assessment {
  readonly comparison: Comparison;
  readonly found: readonly Diagnosis[];
}

/** `db = 6` for `6`. */
export function withoutLabel(text: string, label: string): string {
  const value = text.startsWith(label)
    ? /^\s*=\s*([^=\s].*)$/su.exec(text.slice(label.length))?.[1]
    : undefined;
  return value ?? text;
}

/**
 * Compares an answer with the right one, and finds the mistakes behind a wrong gradient.
 * @param settled variables whose questions are done: the answers to later ones are not given away; without it no answer
 * is held back
 */
export function assess(
  study: Study,
  { kind, name, expected }: Question,
  settled: ReadonlySet<string> | undefined,
  typed: TypedNumber,
): Assessment {
  if (kind === 'nudge') return found(compareNudged(typed.value, study.trace.value, expected));
  if (kind !== 'gradient' && kind !== 'mend') return found(closeIfNear(compareAnswer(typed, expected)));
  const slopes = slopesAtKink(study, name);
  if (!slopes) {
    const comparison = compareAnswer(typed, expected);
    const isSettled = comparison === 'right' || comparison === 'close';
    return isSettled ? found(comparison) : assessGradient(viewOf(study, name), typed, settled);
  }
  const isBetween = typed.value >= slopes.low - EXACT && typed.value <= slopes.high + EXACT;
  return found(isBetween ? 'right' : closeIfNear(compareAnswer(typed, expected)));
}

/** The same for a gradient with a single slope. Without `settled` no answer is held back. */
export function assessGradient(view: View, typed: TypedNumber, settled?: ReadonlySet<string>): Assessment {
  const comparison = compareAnswer(typed, view.gradient);
  if (comparison === 'right' || comparison === 'close') return found(comparison);
  const mistakes = diagnose(view, typed).filter(
    ({ id, args }) => id !== 'other-variable' || settled?.has(args.consumer) !== false,
  );
  return mistakes.length > 0 ? found('wrong', mistakes) : found(closeIfNear(comparison));
}

const EXACT = 1e-6;

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
