import type { LineProblem } from '../batch/lines.ts';
import { CodedError, type Nothing } from '../core/errors.ts';

/** What each problem of a hand-in carries; `i18n/grading/` turns a code and its arguments into a sentence. */
export interface ProblemArgs {
  'line-too-long': { limit: number };
  'not-utf8': Nothing;
  'not-json': Nothing;
  'not-an-object': Nothing;
  'unknown-key': { name: string; suggestion: string };
  'bad-field': { field: Field };
  'no-expression': Nothing;
  'no-answers': Nothing;
  'bad-answer': { text: string };
  'answered-twice': { label: string };
  'nothing-asked': { output: string };
  'csv-quote': Nothing;
  'csv-columns': { expected: number; got: number };
  'csv-column-twice': { name: string };
  'csv-no-expression': Nothing;
  'csv-no-answers': { name?: string; suggestion?: string };
}

/** What a hand-in is made of. */
export const fields = ['student', 'expression', 'at', 'wrt', 'answers'] as const;

export type Field = (typeof fields)[number];

export type ProblemCode = keyof ProblemArgs;

/** A name that the expression does not have. */
export interface UnknownName {
  readonly name: string;
  readonly suggestion?: string;
}

/** A hand-in that cannot be graded. */
export class GradingError<C extends ProblemCode = ProblemCode> extends CodedError<ProblemArgs, C> {
  override readonly name = 'GradingError';
}

/** The same for a line that is no text. */
export const unreadable = (problem: LineProblem): GradingError =>
  problem.code === 'not-utf8'
    ? new GradingError(problem.code, {}, { index: problem.index })
    : new GradingError(problem.code, { limit: problem.limit });
