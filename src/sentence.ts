import type { GradtutorError } from './core/errors.ts';
import type { Messages } from './i18n/en.ts';
import { inWords } from './i18n/words.ts';
import { printable } from './render/printable.ts';

/** Characters of one text within a sentence, and names in a list. */
const LONGEST = 100;

/** The sentence for an error, without a place. */
export const sentence = ({ code, args }: GradtutorError, t: Messages): string =>
  printable(inWords(t.errors, code, shortened(args) as typeof args));

/** Long texts cut, wherever they stand in the arguments: a sentence must stay one. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.slice(0, LONGEST).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}
