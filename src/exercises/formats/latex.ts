import { latexBody, latexDocument, latexTitle } from '../../render/latex.ts';
import type { ExerciseSet } from '../exercise.ts';
import type { Wording } from '../tell.ts';
import { worksheetOf } from '../worksheet.ts';

/** A worksheet as a LaTeX document that compiles alone; the solutions begin on a page of their own. */
export function toLatexSheet(set: ExerciseSet, words: Wording): string {
  const sheet = worksheetOf(set, words);
  return latexDocument(
    [
      latexTitle(sheet.title),
      latexBody(sheet.exercises, words.t),
      '\\clearpage',
      latexTitle(sheet.solutionsTitle),
      latexBody(sheet.solutions, words.t),
    ].join('\n\n'),
  );
}
