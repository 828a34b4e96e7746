import type { LineProblem } from '../batch/lines.ts';

type Nothing = Readonly<Record<string, never>>;

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

/** Where in a line, in UTF-16 units; without `source` where the line is no text. */
interface Place {
  readonly source?: string;
  readonly index: number;
}

/** A hand-in that cannot be graded. It carries no sentence. */
export class GradingError<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly args: ProblemArgs[C];
  readonly place: Place | undefined;

  constructor(code: C, args: ProblemArgs[C], place?: Place) {
    super(code);
    this.name = 'GradingError';
    this.code = code;
    this.args = args;
    this.place = place;
  }
}

/** The same for a line that is no text. */
export const unreadable = (problem: LineProblem): GradingError =>
  problem.code === 'not-utf8'
    ? new GradingError(problem.code, {}, { index: problem.index })
    : new GradingError(problem.code, { limit: problem.limit });
