import { say } from '../conversation.ts';
import { formatValue } from '../core/value.ts';
import type { Block } from '../document.ts';
import { tellForward, tellHeader } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import type { ExerciseWords } from '../i18n/exercises/en.ts';
import type { Language } from '../i18n/language.ts';
import { renderText, type TextStyle } from '../render/text.ts';
import { ask } from '../tutor/asking.ts';
import { hintsFor } from '../tutor/hints.ts';
import type { TutorMessage } from '../tutor/messages.ts';
import { tellWorked } from '../worked.ts';
import type { Exercise, ExerciseSet, Item, Recipe } from './exercise.ts';
import type { WrongAnswer } from './wrong-answers.ts';

/** The words of one language that exercises are told in: the tutor's, and their own. */
export interface Wording {
  readonly t: Messages;
  readonly x: ExerciseWords;
}

/** The forward pass without its title. */
export const tellForwardPass = ({ study }: Exercise, { t }: Wording): Block[] =>
  tellForward(study.trace, t).filter(({ kind }) => kind === 'table');

/** The expression with its inputs, and the forward pass. */
const tellProblem = (exercise: Exercise, words: Wording): Block[] => [
  ...tellHeader(exercise.study.trace, words.t),
  ...tellForwardPass(exercise, words),
];

export const tellQuestion = ({ study }: Exercise, { question }: Item, { t }: Wording): Block[] =>
  say(ask(study, question), t);

/** All that a question needs to stand alone. */
export const tellTask = (exercise: Exercise, item: Item, words: Wording): Block[] => [
  ...tellProblem(exercise, words),
  ...tellQuestion(exercise, item, words),
];

export const tellRight = ({ question: { label, expected } }: Item, { t }: Wording): Block[] =>
  say({ key: 'right', args: { label, value: formatValue(expected) } }, t);

/** What is said to a wrong answer. */
export const tellWrong = ({ feedback }: WrongAnswer, { t }: Wording): Block[] =>
  feedback.flatMap((message) => say(message, t));

/** The hints, the smallest first: that one is also what is said to a wrong answer that nothing is known of. */
export const tellHints = ({ study }: Exercise, { question }: Item, { t }: Wording): readonly Block[][] =>
  hintsFor(study, question).map((hint) => say(hint, t));

export const tellUnknown = (exercise: Exercise, item: Item, words: Wording): readonly Block[] =>
  tellHints(exercise, item, words)[0] ?? [];

/** The nudge, and the chain rule. */
export const tellSolution = ({ study }: Exercise, { question }: Item, { t }: Wording): Block[] =>
  tellWorked(study, question, t);

/** How to make the same set again. */
export const commandOf = ({ level, count, seed, ops }: Recipe, lang: Language): string =>
  [
    'gradtutor generate',
    `--level ${level} --count ${count} --seed ${seed}`,
    ...(ops ? [`--ops ${ops.join(',')}`] : []),
    `--lang ${lang}`,
  ].join(' ');

/** A title for one question that stands alone among others. */
export const titleOf = ({ recipe }: ExerciseSet, { number }: Exercise, item: Item, { x }: Wording): string =>
  x.item(recipe.level, number, item.question.label);

const PLAIN: TextStyle = { width: Infinity, ascii: false, plain: true, paint: (_, text) => text };

/** Blocks as plain text, a line each, without a line end. */
export const plainText = (blocks: readonly Block[]): string =>
  renderText(blocks, PLAIN)
    .replaceAll(/^ +| +$/gmu, '')
    .trim();

/** The mistakes behind a wrong answer, a sentence each; it names the number. */
export const tellBehind = ({ feedback }: WrongAnswer, { t }: Wording): string[] =>
  behind(feedback.at(-1)).map((message) => plainText(say(message, t)).replaceAll('\n', ' '));

/** Mistakes that nothing mends at once are told of one by one. */
function behind(message: TutorMessage | undefined): TutorMessage[] {
  if (message === undefined) return [];
  if (message.key !== 'tie' || message.args.remedy !== undefined) return [message];
  return message.args.mistakes.map((args) => ({ key: 'diagnosis', args }));
}

/** What the mistakes behind wrong answers are, an item a mistake. */
export const listWrong = (wrong: readonly WrongAnswer[], words: Wording): Block => ({
  kind: 'table',
  indent: 2,
  gap: 1,
  rows: wrong.flatMap((answer) => tellBehind(answer, words)).map((text) => [[text]]),
});
