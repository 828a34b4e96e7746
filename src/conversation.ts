import { type Block, NO_BREAK_SPACE, prose, type Role } from './document.ts';
import type { Messages } from './i18n/en.ts';
import type { TutorArgs, TutorKey, TutorMessage } from './tutor/messages.ts';

const ROLES: ReadonlyMap<TutorKey, Role> = new Map([
  ['right', 'good'],
  ['score', 'good'],
  ['follows-from', 'good'],
  ['tested', 'bad'],
  ['wrong', 'bad'],
  ['close', 'bad'],
]);

const wordsFor = (message: TutorMessage, t: Pick<Messages, 'tutor'>): string =>
  (t.tutor[message.key] as (args: TutorArgs[TutorKey]) => string)(message.args);

/** A message of the tutor in the words of a language; several lines where it has several parts. */
export const sentenceOf = (message: TutorMessage, t: Pick<Messages, 'tutor'>): string =>
  wordsFor(message, t).replaceAll(NO_BREAK_SPACE, ' ');

/** A message of the tutor as text, a paragraph a line. */
export function say(message: TutorMessage, t: Pick<Messages, 'tutor'>): Block[] {
  const words = wordsFor(message, t);
  const role = ROLES.get(message.key);
  return words.split('\n').map((text) => prose(2, role === undefined ? text : { role, text }));
}
