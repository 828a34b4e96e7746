import type { Signature } from './signature.ts';

/**
 * What to do about a mistake. About a derivative: multiply along the chain, mend the local derivative, add up the paths,
 * take a rate, or see the rule. About a value: work it out once more; about a nudged output: follow the nudge.
 */
export type Remedy = 'chain' | 'local' | 'fork' | 'rate' | 'rule' | 'value' | 'nudge';

/** A row of a table of mistakes. */
export interface Mistake<View> {
  readonly id: string;
  readonly remedy: Remedy;
  readonly find: (view: View) => readonly Signature[];
  /** Its sentence says what the number is, which is true wherever else that number comes from. */
  readonly isFact?: true;
  /** Mistakes of which this one is another description: where they fit, it is not mentioned. */
  readonly unless?: readonly string[];
}
