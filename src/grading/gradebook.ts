import { formatValue } from '../core/value.ts';
import type { GradeReport, Refusal } from './report.ts';
import type { Student } from './submission.ts';

/** The columns of a gradebook; docs/grading.md says what is in them. */
export const gradebookHeader: readonly string[] = [
  'student',
  'line',
  'problem',
  'at',
  'score',
  'out_of',
  'first_wrong',
  'mistakes',
  'error',
];

/** A hand-in as a row of a gradebook: what a teacher enters, and what to talk about. */
export function gradebookRow(
  { student = '', line }: { readonly student?: Student; readonly line: number },
  answer: GradeReport | Refusal,
): string[] {
  const who = [String(student), String(line)];
  if ('error' in answer)
    return [...who, '', '', '', '', '', '', `${answer.error.code}: ${answer.error.message}`];
  const { source, inputs, score, firstWrong = '', answers } = answer;
  const mistakes = answers
    .filter((one) => one.mistakes.length > 0)
    .map((one) => `${one.label} ${one.mistakes.join('|')}`);
  return [
    ...who,
    source,
    Object.entries(inputs)
      .map(([name, value]) => `${name}=${formatValue(value)}`)
      .join(','),
    String(score.credit),
    String(score.total),
    firstWrong,
    mistakes.join('; '),
    '',
  ];
}
