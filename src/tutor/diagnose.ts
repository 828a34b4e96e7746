import type { Value } from '../core/value.ts';
import type { TypedNumber } from './answer.ts';
import type { Mistake } from './mistake.ts';
import { type MistakeId, mistakes } from './mistakes.ts';
import type { MistakeArgs, Signature } from './signature.ts';
import { EXACT, isNear } from './near.ts';
import type { View } from './view.ts';

export interface Diagnosis {
  readonly id: MistakeId;
  readonly args: MistakeArgs;
}

interface Match extends Diagnosis, Signature {
  readonly isExact: boolean;
  readonly isFact: boolean;
  readonly unless: readonly string[];
}

/** A row of one of the tables. */
export type Row<V> = Mistake<V> & { readonly id: MistakeId };

/** Significant digits that a rounded answer must have to be taken for a mistake's number, or for a number of the graph. */
const ENOUGH_DIGITS = { mistake: 2, fact: 3 };

/** Of signatures that say the same, the first. */
function distinct(signatures: readonly Signature[]): Signature[] {
  const first = new Map<string, Signature>();
  for (const found of signatures) {
    const said = JSON.stringify(found.args);
    if (!first.has(said)) first.set(said, found);
  }
  return [...first.values()];
}

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
  { value: answer, rounding: half, digits = Infinity }: TypedNumber,
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
      : signatures.filter(({ value, slack }) =>
          slack === undefined
            ? digits >= ENOUGH_DIGITS.mistake && Math.abs(answer - value) <= rounding
            : Math.abs(answer - value) <= slack,
        );
    const told = isFact ? fitting.slice(0, 1) : distinct(fitting);
    matches.push(...told.map((match) => ({ id, ...match, isExact, isFact, unless })));
  }
  const hasExact = matches.some(({ isExact }) => isExact);
  const best = hasExact ? matches.filter(({ isExact }) => isExact) : matches;
  // What the graph shows with more digits would have been typed with more: no other mistake is read into it either.
  const isCoarse = ({ isExact, slack }: Match) =>
    !isExact && slack === undefined && digits < ENOUGH_DIGITS.fact;
  const kept = best.filter(
    (match) => !isCoarse(match) || !best.some(({ isFact, value }) => isFact && isNear(value, match.value)),
  );
  return kept
    .filter(
      ({ unless, value }) => !kept.some((other) => unless.includes(other.id) && isNear(other.value, value)),
    )
    .map(({ id, args }) => ({ id, args }));
}
