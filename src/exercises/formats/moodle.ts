import type { Block } from '../../document.ts';
import { escapeXml } from '../../render/xml.ts';
import { decimal } from '../decimal.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import { inTexBrackets, toMarkup } from '../markup.ts';
import { tellHints, tellRight, tellSolution, tellTask, tellWrong, titleOf, type Wording } from '../tell.ts';

/** A hint comes before each try but the first: with a third of the points for each, there are three. */
const MOST_HINTS = 2;

/** Moodle XML: numerical questions in a category of their own, with feedback for every wrong answer and for any other. */
export function toMoodle(set: ExerciseSet, words: Wording): string {
  const category = `$course$/top/gradtutor/${words.x.level(set.recipe.level)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category">
<category><text>${escapeXml(category)}</text></category>
</question>
${set.exercises
  .flatMap((exercise) => exercise.items.map((item) => questionXml(set, exercise, item, words)))
  .join('\n')}
</quiz>
`;
}

function questionXml(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): string {
  const html = (name: string, blocks: readonly Block[]) =>
    `<${name} format="html"><text>${escapeXml(toMarkup(blocks, words.t, inTexBrackets))}</text></${name}>`;
  const answer = (value: string, tolerance: string, fraction: number, blocks: readonly Block[]) =>
    `<answer fraction="${fraction}" format="moodle_auto_format"><text>${value}</text><tolerance>${tolerance}</tolerance>${html('feedback', blocks)}</answer>`;
  const [first = [], ...more] = tellHints(exercise, item, words);
  const { expected } = item.question;
  return [
    '<question type="numerical">',
    `<name><text>${escapeXml(titleOf(set, exercise, item, words))}</text></name>`,
    html('questiontext', tellTask(exercise, item, words)),
    html('generalfeedback', tellSolution(exercise, item, words)),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0.3333333</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${item.id}</idnumber>`,
    answer(decimal(expected), decimal(item.tolerance), 100, tellRight(item, words)),
    ...item.wrong.map((wrong) =>
      answer(decimal(wrong.value), decimal(wrong.tolerance), 0, tellWrong(wrong, words)),
    ),
    // Moodle's sign for any other answer
    answer('*', '0', 0, first),
    ...more.slice(0, MOST_HINTS).map((hint) => html('hint', hint)),
    '</question>',
  ].join('\n');
}
