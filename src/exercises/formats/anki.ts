import { formatValue } from '../../core/value.ts';
import { type Block, dvarSpan, formula, prose, sign } from '../../document.ts';
import { escapeXml } from '../../render/xml.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import { inTexBrackets, toMarkup } from '../markup.ts';
import { listWrong, tellSolution, tellTask, type Wording } from '../tell.ts';

/**
 * Notes of Anki's kind Basic, a line each: id, deck, front, back. What a line is made of stands on top, as Anki's import
 * reads it; it makes a deck that a column names. A note keeps its id, so that it is brought up to date when it is
 * imported again. The fields of Basic have other names in other languages, so they go by their order.
 */
export function toAnki(set: ExerciseSet, words: Wording): string {
  const deck = deckName(set, words);
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#tags:${tagsOf(set).join(' ')}`,
    '#guid column:1',
    '#deck column:2',
  ];
  const notes = set.exercises.flatMap((exercise) =>
    exercise.items.map((item) =>
      [
        guidOf(item, words),
        deck,
        frontOf(exercise, item, words),
        backOf(exercise, item, words) + wrongOf(item, words),
      ]
        .map(field)
        .join('\t'),
    ),
  );
  return `${[...head, ...notes].join('\n')}\n`;
}

export const deckName = ({ recipe }: ExerciseSet, { x }: Wording): string =>
  `gradtutor::${x.level(recipe.level)}`;

export const tagsOf = ({ recipe }: ExerciseSet): readonly string[] => ['gradtutor', `level-${recipe.level}`];

/** What Anki knows a note by. */
export const guidOf = ({ id }: Item, { t }: Wording): string => `${id}-${t.lang}`;

const markup = (blocks: readonly Block[], { t }: Wording): string => toMarkup(blocks, t, inTexBrackets);

/** The question, as HTML. */
export const frontOf = (exercise: Exercise, item: Item, words: Wording): string =>
  markup(tellTask(exercise, item, words), words);

/** The answer and its worked solution, as HTML. */
export function backOf(exercise: Exercise, item: Item, words: Wording): string {
  const { name, expected } = item.question;
  const answer = prose(0, dvarSpan(name), sign(' = '), formula(formatValue(expected)));
  return markup([answer, ...tellSolution(exercise, item, words)], words);
}

/** What wrong answers are the sign of, as HTML that is folded. */
export const wrongOf = ({ wrong, question }: Item, words: Wording): string =>
  wrong.length === 0
    ? ''
    : `<details><summary>${escapeXml(words.x.wrong(question.label))}</summary>${markup([listWrong(wrong, words)], words)}</details>`;

/** In markup every white space is a space. */
const field = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ');
