import type { Value } from '../core/value.ts';
import { readDecimal } from './answer.ts';
import { type MistakeArgs, type MistakeId, mistakes } from './mistakes.ts';
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

/**
 * The mistakes whose number the answer is, in the order to mention them; more than one is a tie, and none may then be
 * asserted. A signature that cannot be told from the right answer is no signature.
 * @param text the answer as typed, which tells how far it was rounded
 */
export function diagnose(view: View, text: string, answer: Value): Diagnosis[] {
  const right = view.gradient;
  if (isNear(answer, right)) return [];
  const half = (readDecimal(text)?.unit ?? 0) / 2;
  const rounding = half * (1 + EXACT);
  const matches: Match[] = [];
  for (const mistake of mistakes) {
    const signatures = mistake
      .find(view)
      .filter(({ value }) => Number.isFinite(value) && !isNear(value, right));
    const exact = signatures.find(({ value }) => isNear(answer, value));
    const match = exact ?? signatures.find(({ value }) => Math.abs(answer - value) <= rounding);
    const unless = 'unless' in mistake ? mistake.unless : [];
    if (match) matches.push({ id: mistake.id, ...match, isExact: exact !== undefined, unless });
  }
  const hasExact = matches.some(({ isExact }) => isExact);
  const kept = hasExact ? matches.filter(({ isExact }) => isExact) : matches;
  return kept
    .filter(
      ({ unless, value }) => !kept.some((other) => unless.includes(other.id) && isNear(other.value, value)),
    )
    .map(({ id, args }) => ({ id, args }));
}
