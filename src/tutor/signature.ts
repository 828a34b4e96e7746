import type { Value } from '../core/value.ts';
import { nameOf, type View } from './view.ts';

/** What fills the sentences about mistakes; names are the learner's. */
export interface MistakeArgs {
  readonly name: string;
  /** The node that uses the variable, or the one the mistake is about. */
  readonly consumer: string;
  /** A second name where there is one: the other variable, the other path, the operation. */
  readonly other: string;
  /** At a fork: what the slip makes of the part through the consumer, the other parts being right; or it is in each part. */
  readonly inPart?: Value | 'each';
  /** Where the node takes the variable as several of its operands, and one of them is left out or mistaken: how many. */
  readonly places?: number;
}

/** A number that a mistake produces. */
export interface Signature {
  readonly value: Value;
  readonly args: MistakeArgs;
  /** How far an answer may be off to be this number, where that is not a matter of the digits typed. */
  readonly slack?: Value;
}

/** The signatures of a mistake about a variable's gradient. */
export type Finder = (view: View) => readonly Signature[];

export const signature = (view: View, value: Value, consumer: number, other = ''): Signature => ({
  value,
  args: { name: view.name, consumer: nameOf(view, consumer), other },
});
