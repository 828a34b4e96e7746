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
  const { recipe, exercises } = set;
  const deck = `gradtutor::${words.x.level(recipe.level)}`;
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#tags:gradtutor level-${recipe.level}`,
    '#guid column:1',
    '#deck column:2',
  ];
  const notes = exercises.flatMap((exercise) =>
    exercise.items.map((item) =>
      [`${item.id}-${words.t.lang}`, deck, front(exercise, item, words), back(exercise, item, words)]
        .map(field)
        .join('\t'),
    ),
  );
  return `${[...head, ...notes].join('\n')}\n`;
}

const front = (exercise: Exercise, item: Item, words: Wording): string =>
  toMarkup(tellTask(exercise, item, words), words.t, inTexBrackets);

function back(exercise: Exercise, item: Item, words: Wording): string {
  const { wrong, question } = item;
  const markup = (blocks: readonly Block[]) => toMarkup(blocks, words.t, inTexBrackets);
  const answer = prose(0, dvarSpan(question.name), sign(' = '), formula(formatValue(question.expected)));
  const told =
    wrong.length === 0
      ? ''
      : `<details><summary>${escapeXml(words.x.wrong(question.label))}</summary>${markup([listWrong(wrong, words)])}</details>`;
  return markup([answer, ...tellSolution(exercise, item, words)]) + told;
}

/** In markup every white space is a space. */
const field = (markup: string): string => markup.replaceAll(/[\t\r\n]+/gu, ' ');
