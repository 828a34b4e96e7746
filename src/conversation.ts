import { type Block, NO_BREAK_SPACE, prose, type Role } from './document.ts';
import type { Messages } from './i18n/en.ts';
import { inWords } from './i18n/words.ts';
import type { TutorKey, TutorMessage } from './tutor/messages.ts';

const ROLES: ReadonlyMap<TutorKey, Role> = new Map([
  ['right', 'good'],
  ['right-part', 'good'],
  ['right-at-kink', 'good'],
  ['score', 'good'],
  ['follows-from', 'good'],
  ['tested', 'bad'],
  ['wrong', 'bad'],
  ['wrong-part', 'bad'],
  ['nearly', 'bad'],
  ['close', 'bad'],
]);

/** A message of the tutor in words; paragraphs are separated by line ends. */
export const wordsOf = (message: TutorMessage, t: Pick<Messages, 'tutor'>): string =>
  inWords(t.tutor, message.key, message.args);

/** The same with plain spaces only. */
export const sentenceOf = (message: TutorMessage, t: Pick<Messages, 'tutor'>): string =>
  wordsOf(message, t).replaceAll(NO_BREAK_SPACE, ' ');

/** A message of the tutor as text, a paragraph a line. */
export function say(message: TutorMessage, t: Pick<Messages, 'tutor'>): Block[] {
  const role = ROLES.get(message.key);
  return wordsOf(message, t)
    .split('\n')
    .map((text) => prose(2, role === undefined ? text : { role, text }));
}
