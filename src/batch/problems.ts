type Nothing = Readonly<Record<string, never>>;

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
export class LineError<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly args: ProblemArgs[C];
  /** Where in the line, in UTF-16 units. */
  readonly index: number | undefined;

  constructor(code: C, args: ProblemArgs[C], index?: number) {
    super(code);
    this.name = 'LineError';
    this.code = code;
    this.args = args;
    this.index = index;
  }
}

/** The sentences for the problems, in one language. */
export type ProblemWords = { readonly [C in ProblemCode]: (args: ProblemArgs[C]) => string };
