import { formatValue } from '../../core/value.ts';
import { decimal } from '../decimal.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import { plainText, tellQuestion, tellRight, tellWrong, type Wording } from '../tell.ts';

const HEADER = [
  'id',
  'level',
  'exercise',
  'expression',
  'inputs',
  'dvar',
  'question',
  'answer',
  'tolerance',
  'right',
  'mistakes',
  'feedback',
];

/** A table with a row for every answer, right or wrong, as RFC 4180 has it; with line feeds. */
export function toCsv(set: ExerciseSet, words: Wording): string {
  const rows = set.exercises.flatMap((exercise) =>
    exercise.items.flatMap((item) => itemRows(set, exercise, item, words)),
  );
  return [HEADER, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function itemRows(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): string[][] {
  const { trace } = exercise.study;
  const inputs = Object.entries(trace.inputs).map(([name, value]) => `${name}=${formatValue(value)}`);
  const about = [
    item.id,
    String(set.recipe.level),
    String(exercise.number),
    trace.source,
    inputs.join(','),
    item.question.label,
    plainText(tellQuestion(exercise, item, words)),
  ];
  const { expected } = item.question;
  return [
    [...about, decimal(expected), decimal(item.tolerance), '1', '', plainText(tellRight(item, words))],
    ...item.wrong.map((wrong) => [
      ...about,
      decimal(wrong.value),
      decimal(wrong.tolerance),
      '0',
      wrong.mistakes.join(' '),
      plainText(tellWrong(wrong, words)),
    ]),
  ];
}

/** What a spreadsheet would take for a formula, a number apart, is text. */
function quoted(cell: string): string {
  const isFormula = /^[-=+@＝＋－＠\t\r]/u.test(cell) && !/^-?[\d.]+$/u.test(cell);
  const text = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
