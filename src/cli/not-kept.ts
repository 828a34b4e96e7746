import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import type { Output } from './output.ts';

/** Says once, whatever file it is about, that progress is not kept. */
export function sayNotKept(t: Messages, { err }: Output): (problem: string) => void {
  let isSaid = false;
  return (problem) => {
    if (!isSaid) err(`${t.warning}${printable(t.quiz.notKept(problem))}\n`);
    isSaid = true;
  };
}
