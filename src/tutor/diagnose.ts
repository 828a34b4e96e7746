import type { Value } from '../core/value.ts';
import { readDecimal } from './answer.ts';
import { type MistakeArgs, type MistakeId, mistakes } from './mistakes.ts';
import type { View } from './view.ts';

export interface Diagnosis {
  readonly id: MistakeId;
  readonly args: MistakeArgs;
}

const EXACT = 1e-6;

/**
 * The mistakes whose number the answer is, in the order to mention them; more than one is a tie, and none may then be
 * asserted. A signature that cannot be told from the right answer is no signature.
 * @param text the answer as typed, which tells how far it was rounded
 */
export function diagnose(view: View, text: string, answer: Value): Diagnosis[] {
  const rounding = (readDecimal(text)?.unit ?? 0) / 2;
  const right = view.gradient;
  const found: Diagnosis[] = [];
  for (const mistake of mistakes) {
    const { id, find } = mistake;
    const unless: readonly string[] = 'unless' in mistake ? mistake.unless : [];
    if (found.some((other) => unless.includes(other.id))) continue;
    const match = find(view).find(({ value }) => {
      if (!Number.isFinite(value) || Math.abs(value - right) <= EXACT * Math.max(1, Math.abs(right)))
        return false;
      return Math.abs(answer - value) <= Math.max(EXACT * Math.max(1, Math.abs(value)), rounding);
    });
    if (match) found.push({ id, args: match.args });
  }
  return found;
}
