import type { Notation } from '../core/ops.ts';
import type { Written } from '../core/notation.ts';
import type { Messages } from '../i18n/en.ts';
import type { Expression } from './expression.ts';
import type { Stops } from './forward.ts';
import type { IdentifierRules } from './identifiers.ts';

/** Asks for a helper function of a language by name. */
export type Need = (helper: string) => void;

/**
 * How a language says an operation: by the name of a function, with signs, or in a way of its own, with
 * helpers that it asks for.
 */
export type Native = string | Notation | ((operands: readonly Written[], need: Need) => Written);

export interface Source {
  /** What a comment says it is for. */
  readonly about?: (t: Messages) => string;
  readonly text: string;
  /** Other helpers that it calls. */
  readonly needs?: readonly string[];
}

/** What the code formats must know of a language; everything else they share. */
export interface Target {
  /** What begins a comment. */
  readonly comment: string;
  readonly identifiers: IdentifierRules;
  /** The language's own way to say operations, by their names in the op table. */
  readonly natives: ReadonlyMap<string, Native>;
  /** Formulas in place of the shared ones, in gradtutor's own language. */
  readonly definitions?: ReadonlyMap<string, string>;
  /** Helper functions that no formula can say, as source text. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly constants: ReadonlyMap<string, string>;
  readonly defineConstant: (name: string, value: string) => string;
  readonly defineFunction: (name: string, parameters: readonly string[], body: string) => string;
  /** The name of a helper for an operation. */
  readonly helperName: (op: string) => string;
  /** Operations that give something else when all numbers are of a whole-number type. */
  readonly wholeDiffers: ReadonlySet<string>;
  /** Largest whole number that may be written without a point. */
  readonly largestWhole: number;
  /** Last changes to an expression before it is written: of a value, or of anything else. */
  readonly prepare?: (expression: Expression, isValue: boolean) => Expression;
  readonly stops: Stops;
  /** The gradient where backward begins, 1, and that of what the output does not depend on, given the output. */
  readonly seed: (output: string) => string;
  readonly zero: (output: string) => string;
  /** Whether seed and zero are made from the output. */
  readonly shapesLikeOutput: boolean;
  /** Whether main looks at the quantities whose gradients are asked for. */
  readonly keepsAsked?: boolean;
  /** Helpers that main calls. */
  readonly always?: readonly string[];
}
