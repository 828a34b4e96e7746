import { NO_BREAK_SPACE, unbreakable } from '../document.ts';
import type { SaidMistake } from '../tutor/messages.ts';

/** `db = du · du/db`, to be broken only between the parts of a sum. */
export const ruleIn = ({ dvar, rule }: SaidMistake): string =>
  `${dvar}${NO_BREAK_SPACE}=${NO_BREAK_SPACE}${rule.split(' + ').map(unbreakable).join(' + ')}`;
