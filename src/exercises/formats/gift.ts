import type { Block } from '../../document.ts';
import { decimal } from '../decimal.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import { inTexBrackets, toMarkup } from '../markup.ts';
import { tellRight, tellSolution, tellTask, tellUnknown, tellWrong, titleOf, type Wording } from '../tell.ts';

/** GIFT: numerical questions, with feedback for every wrong answer and for any other. */
export function toGift(set: ExerciseSet, words: Wording): string {
  const questions = set.exercises.flatMap((exercise) =>
    exercise.items.map((item) => questionGift(set, exercise, item, words)),
  );
  const category = `$CATEGORY: $course$/top/gradtutor/${words.x.level(set.recipe.level)}`;
  return `${[category, ...questions].join('\n\n')}\n`;
}

function questionGift(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): string {
  const html = (blocks: readonly Block[]) => escaped(toMarkup(blocks, words.t, inTexBrackets));
  const { expected } = item.question;
  const text = html(tellTask(exercise, item, words));
  return [
    `// [id:${item.id}] [tag:gradtutor]`,
    `::${escaped(titleOf(set, exercise, item, words))}::[html]${text}{#`,
    `=${decimal(expected)}:${decimal(item.tolerance)}#${html(tellRight(item, words))}`,
    ...item.wrong.map(
      (wrong) => `=%0%${decimal(wrong.value)}:${decimal(wrong.tolerance)}#${html(tellWrong(wrong, words))}`,
    ),
    `~#${html(tellUnknown(exercise, item, words))}`,
    `####${html(tellSolution(exercise, item, words))}`,
    '}',
  ].join('\n');
}

/** Text without a sign that GIFT reads as its own, on one line. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\~=#{}:]/gu, String.raw`\$&`).replaceAll(/\s+/gu, ' ');
