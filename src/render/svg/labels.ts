import { formatValue } from '../../core/value.ts';
import type { DiagramNode } from '../../picture/diagram.ts';

/** Characters of a name or a formula, and of a number; longer ones are cut, and whole in the description. */
const LONGEST = 34;
const LONGEST_NUMBER = 16;

const clip = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

/** `u` and ` = b * c`; the name alone at an input. */
export const formulaLabel = ({ name, formula }: DiagramNode): { name: string; rest: string } => ({
  name: clip(name, LONGEST),
  rest: formula === '' ? '' : ` = ${clip(formula, LONGEST)}`,
});

/** The value, nothing while it is to be found, a dash at a branch that is not taken. */
export const valueLabel = ({ value, skipped }: DiagramNode): string =>
  skipped ? '–' : value === undefined ? '' : clip(formatValue(value), LONGEST_NUMBER);

/** `du = 3`, or nothing while it is to be found. */
export const dvarLabel = ({ name, gradient }: DiagramNode): string =>
  gradient === undefined ? '' : `d${clip(name, LONGEST)} = ${clip(formatValue(gradient), LONGEST_NUMBER)}`;

/** `du = ?` */
export const openLabel = (name: string): string => `d${clip(name, LONGEST)} = ?`;
