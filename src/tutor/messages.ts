import type { Family } from '../core/ops.ts';
import type { Remedy } from './mistake.ts';
import type { MistakeId } from './mistakes.ts';
import type { MistakeArgs } from './signature.ts';

/** What a gradient has to pass: a kind of operation, or a fork. */
export type GateName = Family | 'fork';

type Nothing = Readonly<Record<string, never>>;

/** A mistake with all that its sentence may mention. */
export interface SaidMistake extends MistakeArgs {
  readonly id: MistakeId;
  /** What the learner typed, as a number. */
  readonly answer: string;
  /** The number that the sentence is about: the answer, or at a fork what became of the one part. */
  readonly said: string;
  readonly dvar: string;
  /** The local derivative in question: du/db, or at a fork ∂u/∂b. */
  readonly local: string;
  /** The whole rule in symbols: du · du/db, or a sum of such; of a local derivative or a value, its formula. */
  readonly rule: string;
  /** For each part of the rule the operand that it comes through, where a node takes the variable more than once, else 0. */
  readonly operands: readonly number[];
  /** The nudge. */
  readonly step: string;
  readonly output: string;
}

/** What the tutor says, without words: `i18n/` has the sentences. Numbers are written as they are shown. */
export interface TutorArgs {
  'ask-value': { name: string; formula: string };
  'ask-nudge': { name: string; output: string; from: string; to: string; at: string };
  'ask-local': { name: string; consumer: string; label: string; place: number };
  'ask-path': { name: string; consumer: string; dvar: string; place: number };
  /** Lines as `du = dv · dv/du = 3`. */
  'ask-bug': { lines: readonly string[] };
  'ask-mend': { dvar: string };
  'ask-gradient': { dvar: string; output: string; name: string };
  right: { label: string; value: string };
  /** The same for a part of a dvar. */
  'right-part': { label: string; consumer: string; value: string };
  /** One of the slopes at a kink, where the convention is another one. */
  'right-at-kink': { label: string; answer: string; value: string };
  /** `isShort` where the number looked for has no more digits than were typed. */
  close: { isShort: boolean };
  /** These are needed for the answer, and were skipped. */
  'still-open': { dvars: readonly string[] };
  tested: {
    name: string;
    dvar: string;
    output: string;
    answer: string;
    step: string;
    from: string;
    predicted: string;
    reached: string;
  };
  wrong: { label: string; answer: string };
  /** The same for a part of a dvar. */
  'wrong-part': { label: string; consumer: string; answer: string };
  /** A slip of arithmetic, no more. */
  nearly: { label: string; numbers: string };
  /** What a predicted output says of the slope, and the way of the nudge. */
  'moved-by': {
    name: string;
    output: string;
    answer: string;
    step: string;
    change: string;
    slope: string;
    way: readonly string[];
  };
  /** One mistake explains the number. */
  diagnosis: SaidMistake;
  /** Several mistakes would give the number, so none is asserted: some are told of, or what mends them all. */
  tie: { answer: string; mistakes: readonly SaidMistake[]; remedy: Remedy | undefined };
  /** Right, given the learner's own earlier wrong value. */
  'follows-from': { dvar: string; answer: string; first: string; answered: string };
  /** The same where the earlier value has been put right on the screen since. */
  'follows-earlier': { dvar: string; answer: string; earlier: string; answered: string; now: string };
  again: Nothing;
  'bug-found': { dvar: string };
  'bug-was': { dvar: string };
  'bug-elsewhere': { dvar: string };
  'same-again': Nothing;
  undone: { label: string };
  'unknown-line': { text: string; dvars: readonly string[] };
  /** `comesAgain` after the other questions. */
  skipped: { label: string; comesAgain: boolean };
  /** The same of the question which line is wrong. */
  'skipped-line': { comesAgain: boolean };
  'nothing-to-undo': Nothing;
  'not-a-number': { text: string };
  'not-counted': Nothing;
  'unknown-name': { name: string; names: readonly string[] };
  empty: Nothing;
  keys: Nothing;
  'unknown-command': { text: string };
  /** In words already: those of a lesson. */
  'own-hint': { text: string };
  'no-more-hints': Nothing;
  'hint-value': { formula: string };
  'hint-nudge': { name: string; output: string };
  'hint-moved': { name: string; from: string; to: string };
  'hint-step': { name: string; consumer: string; formula: string };
  'hint-bug': { dvar: string; rule: string };
  'hint-rule': { name: string; consumers: readonly string[]; output: string };
  'hint-symbols': { dvar: string; symbols: string };
  'hint-local': { locals: readonly string[] };
  'hint-numbers': { dvar: string; numbers: string };
  /** `first`: how many were right at the first try, without a hint. */
  /** `follows`: right, given an earlier wrong answer. */
  score: { right: number; follows: number; total: number; first: number };
  stopped: { right: number; asked: number };
}

export type TutorKey = keyof TutorArgs;

/** One message: a key, and what fills its sentence. */
export type TutorMessage = {
  readonly [K in TutorKey]: { readonly key: K; readonly args: TutorArgs[K] };
}[TutorKey];
