import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import type { Warn } from './data-files.ts';
import type { Output } from './output.ts';

/** Says once, whatever file it is about, that progress is not kept; and of every file that is set aside where it is. */
export function sayNotKept(t: Messages, { err }: Output): Warn {
  let isSaid = false;
  const say = (text: string) => err(`${t.warning}${printable(text)}\n`);
  return (file, problem) => {
    if ('aside' in problem) return say(t.quiz.setAside(file, problem.aside));
    if (!isSaid) say(t.quiz.notKept(file, t.cli.why(problem.code)));
    isSaid = true;
  };
}
