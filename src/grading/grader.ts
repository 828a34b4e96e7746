import { GradtutorError } from '../core/errors.ts';
import { numbersGiven, resolveInputs } from '../core/inputs.ts';
import { readHere, readProgram, type ReadText } from '../core/program.ts';
import { study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { grade, type HandIn } from './grade.ts';
import { variablesNamed } from '../core/variables.ts';
import { CONSTANTS } from '../core/vocabulary.ts';
import { type AnswerKey, answerKey } from './key.ts';
import { GradingError } from './problem.ts';
import type { Submission } from './submission.ts';

/** What holds for every hand-in that does not say otherwise. */
export interface Defaults {
  readonly expression?: string;
  /** Those of the hand-in itself go before them. */
  readonly at: ReadonlyMap<string, Value | string>;
  readonly wrt?: readonly string[];
}

/** Answer keys kept, and the characters their expressions may have together. */
const MOST_KEPT = 256;
const MOST_CHARACTERS = 1 << 18;

/** Grades hand-ins one by one. An expression that many hand in with the same inputs is worked out once. */
export class Grader {
  readonly #defaults: Defaults;
  /** Those used last at the end. */
  readonly #keys = new Map<string, AnswerKey>();
  readonly #readText: ReadText;
  #characters = 0;

  /**
   * @param readText decides what becomes of an expression that is nested too deeply for the stack
   * @throws GradtutorError for what no hand-in could be graded by
   */
  constructor(defaults: Defaults, readText: ReadText = readHere) {
    this.#readText = readText;
    this.#defaults = { ...defaults, at: numbersGiven(defaults.at) };
    checkExpression(this.#defaults, readText);
  }

  /**
   * @throws GradtutorError where the expression cannot be worked out
   * @throws GradingError where the hand-in cannot be graded
   */
  grade({ expression, at, wrt, answers }: Submission): { key: AnswerKey; handIn: HandIn } {
    const source = expression ?? this.#defaults.expression;
    if (source === undefined) throw new GradingError('no-expression', {});
    const key = this.#key(source, new Map([...this.#defaults.at, ...at]), wrt ?? this.#defaults.wrt);
    return { key, handIn: grade(key, answers) };
  }

  #key(
    source: string,
    at: ReadonlyMap<string, Value | string>,
    wrt: readonly string[] | undefined,
  ): AnswerKey {
    const name = JSON.stringify([source, [...at], wrt]);
    const known = this.#keys.get(name);
    if (known) {
      this.#keys.delete(name);
      this.#keys.set(name, known);
      return known;
    }
    const key = answerKey(
      this.#readText(source, (text) => study(text, { at })),
      wrt,
    );
    this.#keys.set(name, key);
    this.#characters += name.length;
    for (const oldest of this.#keys.keys()) {
      if (this.#keys.size <= MOST_KEPT && this.#characters <= MOST_CHARACTERS) break;
      this.#keys.delete(oldest);
      this.#characters -= oldest.length;
    }
    return key;
  }
}

/** Values that are still missing may come with a hand-in, and with it a constant may turn into an input. */
function checkExpression({ expression, at, wrt = [] }: Defaults, readText: ReadText): void {
  if (expression === undefined) return;
  const constants = wrt.filter((name) => CONSTANTS.has(name));
  const program = readText(expression, (text) => readProgram(text, [...at.keys(), ...constants]));
  variablesNamed(
    program.graph,
    wrt.map((name) => name.normalize('NFC')),
  );
  try {
    resolveInputs(program, at);
  } catch (error) {
    if (!(error instanceof GradtutorError && error.is('missing-value'))) throw error;
  }
}
