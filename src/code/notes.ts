import type { Messages } from '../i18n/en.ts';
import type { Code } from './code.ts';

/** What a comment at the top says: the statements, and what has another name in the code. */
export const notesOf = (code: Code, t: Messages): string[] => [
  ...code.title,
  ...code.renamed.map(([label, name]) => t.code.renamed(label, name)),
];

/** What the backward pass is, with the first dvar that the chain rule gives as an example of the notation. */
export function aboutBackward({ backward, output }: Code, t: Messages): string {
  const first = backward.lines.find(({ hasRule }) => hasRule) ?? backward.results[0];
  const label = first?.label ?? '';
  return t.code.backward(label, `d${output.label}/${label}`);
}
