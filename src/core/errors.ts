export type Nothing = Readonly<Record<string, never>>;

/** What each refusal carries; `i18n/` turns a code and its arguments into a sentence. */
export interface ErrorArgs {
  empty: Nothing;
  'only-inputs': Nothing;
  'syntax-unexpected': { part: string };
  'syntax-end': Nothing;
  'syntax-value': Nothing;
  'syntax-close': { bracket: string };
  'syntax-character': { part: string };
  'syntax-exponent': { part: string };
  'syntax-assign': Nothing;
  'syntax-other': { detail: string };
  'too-deep': Nothing;
  'number-too-large': { text: string };
  'digit-separator': { text: string; plain: string };
  'not-a-number-literal': { text: string };
  unsupported: { construct: UnsupportedConstruct; text: string };
  unit: { name: string; text: string };
  'unknown-function': { name: string; suggestion?: string };
  'call-of-variable': { name: string; argument: string };
  'function-without-call': { name: string };
  'function-arity': { name: string; expected: string; got: number };
  'function-recursive': { name: string };
  'function-parameter-twice': { name: string; parameter: string };
  'set-twice': { name: string };
  'used-before-set': { name: string };
  cycle: { names: readonly string[] };
  'missing-value': { names: readonly string[]; product?: string };
  'bad-value': { name: string; text: string };
  'bad-value-name': { name: string; text: string };
  'bad-at': { text: string };
  'bad-nudge': { text: string };
  'unknown-wrt': { name: string; names: readonly string[]; suggestion?: string };
  'too-large-to-draw': { count: number; limit: number };
  domain: DomainFailure;
}

export type UnsupportedConstruct =
  | 'string'
  | 'boolean'
  | 'matrix'
  | 'object'
  | 'index'
  | 'property'
  | 'range'
  | 'conversion'
  | 'complex'
  | 'transpose'
  | 'factorial'
  | 'bars'
  | 'bitwise'
  | 'logic'
  | 'nullish'
  | 'assignment'
  | 'call'
  | 'operator';

/** Why a node has no finite value. Reasons are the domains of `ops.ts`, and `overflow`. */
export interface DomainFailure {
  node: string;
  formula: string;
  numbers: string;
  op: string;
  reason: string;
  /** The steps of the forward pass that come before it. */
  before: readonly { name: string; formula: string; numbers: string; value: number; skipped: boolean }[];
}

export type ErrorCode = keyof ErrorArgs;

/** A place in a text: an offset in UTF-16 units. `source` is absent where whoever catches the error has the text. */
export interface Place {
  readonly source?: string;
  readonly index: number;
}

/** A place in the text the user gave. */
export interface Position extends Place {
  readonly source: string;
}

/** An error without a sentence: a code, what its sentence is made of, and where it is known the place. */
export class CodedError<Args, Code extends keyof Args & string, Where extends Place = Place> extends Error {
  readonly code: Code;
  readonly args: Args[Code];
  readonly position: Where | undefined;

  constructor(code: Code, args: Args[Code], position?: Where) {
    super(code);
    this.code = code;
    this.args = args;
    this.position = position;
  }
}

/** The one error the library throws for input it cannot accept. */
export class GradtutorError<C extends ErrorCode = ErrorCode> extends CodedError<ErrorArgs, C, Position> {
  override readonly name = 'GradtutorError';

  is<K extends ErrorCode>(code: K): this is GradtutorError<K> {
    return (this.code as string) === code;
  }
}
