import { NO_BREAK_SPACE, unbreakable } from '../document.ts';
import type { SaidMistake } from '../tutor/messages.ts';

/**
 * `db = du · du/db`, to be broken only between the parts of a sum. In x·x it says which operand each part comes through.
 * @param operand which of them, in words
 */
export const ruleWith =
  (operand: (place: number) => string) =>
  ({ dvar, rule, operands }: SaidMistake): string => {
    const parts = rule.split(' + ').map((part, i) => {
      const place = operands[i] ?? 0;
      return unbreakable(place > 0 ? `${part} (${operand(place)})` : part);
    });
    return `${dvar}${NO_BREAK_SPACE}=${NO_BREAK_SPACE}${parts.join(' + ')}`;
  };
