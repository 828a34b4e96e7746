import { CodedError, type Nothing } from '../core/errors.ts';

/** What each problem of a line carries, besides those of expressions; `i18n/batch/` turns it into a sentence. */
export interface ProblemArgs {
  'line-too-long': { limit: number };
  'not-utf8': Nothing;
  'not-json': Nothing;
  'unknown-key': { name: string; suggestion?: string };
  'no-expression': Nothing;
  'bad-id': Nothing;
  'bad-values': Nothing;
}

export type ProblemCode = keyof ProblemArgs;

/** A line that is no request. */
export class LineError<C extends ProblemCode = ProblemCode> extends CodedError<ProblemArgs, C> {
  override readonly name = 'LineError';
}
