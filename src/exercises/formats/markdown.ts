import { type Block, type Span, title } from '../../document.ts';
import { markdownBody } from '../../render/markdown.ts';
import type { ExerciseSet } from '../exercise.ts';
import { type SheetName, USUAL_SHEETS } from '../sheets.ts';
import type { Wording } from '../tell.ts';
import { type Task, type Worksheet, worksheetOf } from '../worksheet.ts';

/** Wide spaces where somebody is to write. */
const ROOM = { working: '\u2003'.repeat(24), answer: '\u2003'.repeat(8) };

/** Worksheets in GitHub's Markdown, one behind the other. */
export function toMarkdownSheets(
  set: ExerciseSet,
  words: Wording,
  sheets: readonly SheetName[] = USUAL_SHEETS,
): string {
  const worksheet = worksheetOf(set, words);
  const style = { words: words.t, headings: 2 };
  return `${sheets
    .map((sheet) => {
      const name = sheet === 'questions' ? worksheet.title : words.x.sheets[sheet];
      return [`# ${name}`, markdownBody(blocksOf(sheet, worksheet, words), style)].join('\n\n');
    })
    .join('\n\n')}\n`;
}

function blocksOf(sheet: SheetName, { tasks, notes }: Worksheet, words: Wording): Block[] {
  switch (sheet) {
    case 'questions':
      return [
        ...tasks.flatMap((task) => [
          title(task.title),
          ...task.header,
          ...task.forward,
          task.find,
          blanks(task, words),
        ]),
        ...notes,
      ];
    case 'solutions':
      return tasks.flatMap((task) => [title(task.title), ...task.header, task.key, ...task.backward]);
    case 'mistakes':
      return tasks.flatMap((task) => [title(task.title), ...task.mistakes]);
  }
}

const blanks = ({ blanks: names }: Task, { x }: Wording): Block => ({
  kind: 'table',
  indent: 0,
  gap: 1,
  head: [[''], [x.byHand.working], [x.byHand.answer]],
  rows: names.map((name): Span[][] => [[...name], [ROOM.working], [ROOM.answer]]),
});
