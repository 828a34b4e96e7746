import { textWidth } from '../../src/render/layout.ts';
import type { Report } from '../../src/tutor/report.ts';
import { gradtutor, type Options, type Result } from './cli.ts';

/** More than any quiz of these tests has questions. */
const MANY = 300;

/** `gradtutor quiz …` with answers handed in; no answers at all where there are none. */
export const quiz = (
  args: readonly string[],
  answers: readonly string[] = [],
  options?: Options,
): Promise<Result> => gradtutor(['quiz', ...args, ...handIn(answers)], options);

const handIn = (answers: readonly string[]) => (answers.length === 0 ? [] : ['--answers', answers.join(',')]);

/** What a quiz reports as JSON, one report a problem; every question is left open unless answers are given. */
export async function reportsOf(
  args: readonly string[],
  answers: readonly string[] = Array.from({ length: MANY }, () => ':n'),
): Promise<Report[]> {
  const { stdout, stderr, code } = await quiz([...args, '--format', 'json'], answers);
  if (code !== 0 && code !== 1) throw new Error(stderr);
  const told = JSON.parse(stdout) as Report | Report[];
  return Array.isArray(told) ? told : [told];
}

/** The right answer to every question, as a learner may type it. */
export const rightAnswers = (reports: readonly Report[]): string[] =>
  reports.flatMap(({ questions }) =>
    questions.map(({ kind, name, expected }) => (kind === 'bug' ? `d${name}` : String(expected))),
  );

/** A text without its line breaks: what is said, however it is wrapped. */
export const unwrapped = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** Columns of the widest line. */
export const widestLine = (text: string): number => Math.max(...text.split('\n').map(textWidth));
