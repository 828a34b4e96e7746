import type { Value } from '../core/value.ts';
import type { TypedNumber } from './answer.ts';
import type { Mistake } from './mistake.ts';
import { type MistakeId, mistakes } from './mistakes.ts';
import type { MistakeArgs, Signature } from './signature.ts';
import type { View } from './view.ts';

export interface Diagnosis {
  readonly id: MistakeId;
  readonly args: MistakeArgs;
}

interface Match extends Diagnosis {
  readonly value: Value;
  readonly isExact: boolean;
  readonly unless: readonly string[];
}

/** A row of one of the tables. */
export type Row<V> = Mistake<V> & { readonly id: MistakeId };

const EXACT = 1e-6;

/** Whether two numbers are the same to a learner. */
export const isNear = (a: Value, b: Value): boolean => Math.abs(a - b) <= EXACT * Math.max(1, Math.abs(b));

/** Of signatures that say the same, the first. */
const distinct = (signatures: readonly Signature[]): Signature[] => [
  ...new Map(signatures.map((found) => [JSON.stringify(found.args), found])).values(),
];

/** The mistakes about a gradient whose number the answer is. */
export const diagnose = (
  view: View,
  typed: TypedNumber,
  rows: readonly Row<View>[] = mistakes,
): Diagnosis[] => matching(rows, view, (value) => isNear(value, view.gradient), typed);

/**
 * The mistakes whose number the answer is, in the order to mention them; more than one, or one in several places, is a
 * tie, and none may then be asserted. A signature that cannot be told from the right answer is no signature.
 */
export function matching<V>(
  rows: readonly Row<V>[],
  view: V,
  isRight: (value: Value) => boolean,
  { value: answer, rounding: half }: TypedNumber,
): Diagnosis[] {
  if (isRight(answer)) return [];
  const rounding = half * (1 + EXACT);
  const matches: Match[] = [];
  for (const { id, find, isFact = false, unless = [] } of rows) {
    const signatures = find(view).filter(({ value }) => Number.isFinite(value) && !isRight(value));
    const exact = signatures.filter(
      ({ value, slack = Infinity }) => isNear(answer, value) && Math.abs(answer - value) <= slack,
    );
    const isExact = exact.length > 0;
    const fitting = isExact
      ? exact
      : signatures.filter(({ value, slack = rounding }) => Math.abs(answer - value) <= slack);
    const told = isFact ? fitting.slice(0, 1) : distinct(fitting);
    matches.push(...told.map((match) => ({ id, ...match, isExact, unless })));
  }
  const hasExact = matches.some(({ isExact }) => isExact);
  const kept = hasExact ? matches.filter(({ isExact }) => isExact) : matches;
  return kept
    .filter(
      ({ unless, value }) => !kept.some((other) => unless.includes(other.id) && isNear(other.value, value)),
    )
    .map(({ id, args }) => ({ id, args }));
}
