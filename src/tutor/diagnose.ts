import type { Value } from '../core/value.ts';
import type { TypedNumber } from './answer.ts';
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

const EXACT = 1e-6;
const isNear = (a: Value, b: Value): boolean => Math.abs(a - b) <= EXACT * Math.max(1, Math.abs(b));

/** Of signatures that say the same, the first. */
const distinct = (signatures: readonly Signature[]): Signature[] => [
  ...new Map(signatures.map((found) => [JSON.stringify(found.args), found])).values(),
];

/**
 * The mistakes whose number the answer is, in the order to mention them; more than one, or one in several places, is a
 * tie, and none may then be asserted. A signature that cannot be told from the right answer is no signature.
 */
export function diagnose(view: View, { value: answer, rounding: half }: TypedNumber): Diagnosis[] {
  const right = view.gradient;
  if (isNear(answer, right)) return [];
  const rounding = half * (1 + EXACT);
  const matches: Match[] = [];
  for (const mistake of mistakes) {
    const signatures = mistake
      .find(view)
      .filter(({ value }) => Number.isFinite(value) && !isNear(value, right));
    const exact = signatures.filter(({ value }) => isNear(answer, value));
    const isExact = exact.length > 0;
    const fitting = isExact ? exact : signatures.filter(({ value }) => Math.abs(answer - value) <= rounding);
    const unless = 'unless' in mistake ? mistake.unless : [];
    const told = 'isFact' in mistake ? fitting.slice(0, 1) : distinct(fitting);
    matches.push(...told.map((match) => ({ id: mistake.id, ...match, isExact, unless })));
  }
  const hasExact = matches.some(({ isExact }) => isExact);
  const kept = hasExact ? matches.filter(({ isExact }) => isExact) : matches;
  return kept
    .filter(
      ({ unless, value }) => !kept.some((other) => unless.includes(other.id) && isNear(other.value, value)),
    )
    .map(({ id, args }) => ({ id, args }));
}
