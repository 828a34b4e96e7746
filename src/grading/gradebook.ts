import { formatValue } from '../core/value.ts';
import type { ClassReport } from './class-grader.ts';

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
  'close',
  'missing',
  'unreadable',
  'error',
];

/** A hand-in as a row of a gradebook: what a teacher enters, and what to talk about. */
export function gradebookRow(report: ClassReport): string[] {
  const { student = '', line } = report;
  const who = [String(student), String(line)];
  if (report.error)
    return [
      ...who,
      ...gradebookHeader.slice(3).map(() => ''),
      `${report.error.code}: ${report.error.message}`,
    ];
  const { source, inputs, score, firstWrong = '', answers } = report;
  const mistakes = answers
    .filter((one) => one.mistakes.length > 0)
    .map((one) => `${one.label} ${one.mistakes.join('|')}`);
  const those = (fits: (one: (typeof answers)[number]) => boolean) =>
    answers
      .filter(fits)
      .map(({ label }) => label)
      .join('; ');
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
    those(({ outcome }) => outcome === 'close'),
    those(({ outcome }) => outcome === 'missing'),
    those(({ text, value }) => text !== undefined && value === undefined),
    '',
  ];
}
