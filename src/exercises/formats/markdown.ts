import { markdownBody } from '../../render/markdown.ts';
import type { ExerciseSet } from '../exercise.ts';
import type { Wording } from '../tell.ts';
import { worksheetOf } from '../worksheet.ts';

/** A worksheet in GitHub's Markdown, and behind it the solutions. */
export function toMarkdownSheet(set: ExerciseSet, words: Wording): string {
  const sheet = worksheetOf(set, words);
  const style = { words: words.t, headings: 2 };
  return `${[
    `# ${sheet.title}`,
    markdownBody(sheet.exercises, style),
    `# ${sheet.solutionsTitle}`,
    markdownBody(sheet.solutions, style),
  ].join('\n\n')}\n`;
}
