import { dvar } from '../chain.ts';
import type { Trace } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import type { Messages } from '../i18n/en.ts';
import { type BackwardLine, backwardLines } from './backward.ts';
import { type Expression, isBounded, variable, variablesIn } from './expression.ts';
import { type ForwardLine, forwardLines } from './forward.ts';
import { Names } from './names.ts';
import { Quantities } from './quantities.ts';
import type { Target } from './target.ts';
import { Writer } from './writer.ts';

/** A variable of the code. */
export interface Named {
  readonly name: string;
  /** Its name in the lecture's notation: `J`, `da`. */
  readonly label: string;
  /** Whether it is true or false. */
  readonly isCondition: boolean;
}

export interface Input extends Named {
  readonly value: Value;
}

export interface Assignment extends Named {
  readonly formula: string;
  /** Whether it adds to what the variable holds. */
  readonly adds: boolean;
  /** Whether a later line adds to it. */
  readonly grows: boolean;
  /** Whether it can only be one of some fixed numbers. */
  readonly isFixed: boolean;
  /** The chain rule in symbols, or why there is none. */
  readonly comment?: string;
  readonly hasRule: boolean;
}

export interface Pass {
  readonly parameters: readonly Named[];
  readonly lines: readonly Assignment[];
  readonly results: readonly Named[];
}

/** A trace as code of one language, in pieces that only have to be put together. */
export interface Code {
  /** The statements as understood. */
  readonly title: readonly string[];
  /** What could not keep its name, in the lecture's notation, and what it is called instead. */
  readonly renamed: readonly (readonly [label: string, name: string])[];
  /** Definitions of the constants and functions that the language lacks. */
  readonly constants: readonly string[];
  readonly helpers: readonly string[];
  readonly inputs: readonly Input[];
  /** Its results are what the backward pass needs, and the output as the last. */
  readonly forward: Pass;
  /** Its results are the gradients that were asked for; when there are none, there is no backward pass. */
  readonly backward: Pass;
  readonly output: Named;
  /** Whether what has no value may be computed all the same, in a branch that is not taken. */
  readonly computesUntaken: boolean;
  /** Whether every number of the trace is exact in whole numbers of any type, if it is whole. */
  readonly fitsWhole: boolean;
}

/** The code of a trace. Time and size are linear in the graph. */
export const codeOf = (trace: Trace, target: Target, t: Messages): Code => new Coder(trace, target, t).code();

class Coder {
  readonly #trace: Trace;
  readonly #target: Target;
  readonly #t: Messages;
  readonly #quantities: Quantities;
  readonly #forward: readonly ForwardLine[];
  readonly #backward: readonly BackwardLine[];
  /** Quantities that each pass reads. */
  readonly #usedForward: ReadonlySet<string>;
  readonly #usedBackward: ReadonlySet<string>;
  readonly #inputs: readonly string[];
  readonly #names: Names;
  readonly #writer: Writer;

  constructor(trace: Trace, target: Target, t: Messages) {
    this.#trace = trace;
    this.#target = target;
    this.#t = t;
    this.#quantities = new Quantities(trace);
    this.#forward = forwardLines(this.#quantities, target.stops);
    this.#backward = trace.wrt.length === 0 ? [] : backwardLines(this.#quantities, target.stops);
    const backward = this.#backward.map(({ formula }) => formula);
    const formulas = backward.filter((formula) => typeof formula === 'object');
    const readsOutput = target.shapesLikeOutput && formulas.length < backward.length;
    this.#usedForward = quantitiesIn(this.#forward.map(({ formula }) => formula));
    this.#usedBackward = new Set([...quantitiesIn(formulas), ...(readsOutput ? [trace.output] : [])]);
    this.#inputs = Object.keys(trace.inputs).filter(
      (name) => this.#usedForward.has(name) || this.#usedBackward.has(name),
    );
    this.#names = new Names(
      target.identifiers,
      trace.output,
      [...this.#inputs, ...this.#steps],
      this.#backward.filter(({ adds }) => !adds).map(({ name }) => name),
    );
    this.#writer = new Writer(target, t, this.#quantities.reader, this.#names);
    for (const helper of target.always ?? []) this.#writer.need(helper);
  }

  code(): Code {
    const { inputs } = this.#trace;
    const { steps } = this.#quantities.structure;
    const [forward, backward] = [this.#forwardPass(), this.#backwardPass()];
    return {
      title: titleOf(this.#trace),
      renamed: this.#names.renamed,
      ...this.#writer.preamble,
      inputs: this.#inputs.map((name) => ({ ...this.#value(name), value: inputs[name] as Value })),
      forward,
      backward,
      output: this.#value(this.#trace.output),
      computesUntaken: steps.some((step) => this.#quantities.isRisky(step)),
      fitsWhole: fitsWhole(this.#trace),
    };
  }

  get #steps(): readonly string[] {
    return this.#forward.map(({ of }) => of.name);
  }

  #value(name: string): Named {
    const of = this.#quantities.variable(name);
    return { name: this.#names.of(of), label: name, isCondition: of.isCondition };
  }

  #gradient(name: string): Named {
    return { name: this.#names.of(variable(name, 'dvar')), label: dvar(name), isCondition: false };
  }

  #forwardPass(): Pass {
    const { output, wrt } = this.#trace;
    const asked = new Set(this.#target.keepsAsked ? wrt : []);
    return {
      parameters: this.#inputs.filter((name) => this.#usedForward.has(name)).map((name) => this.#value(name)),
      lines: this.#forward.map(({ of, formula }) => ({
        ...this.#value(of.name),
        formula: this.#writer.text(formula, true),
        adds: false,
        grows: false,
        isFixed: !of.isCondition && isBounded(formula),
        hasRule: false,
      })),
      results: this.#steps
        .filter((name) => name === output || this.#usedBackward.has(name) || asked.has(name))
        .map((name) => this.#value(name)),
    };
  }

  #backwardPass(): Pass {
    const { output, wrt } = this.#trace;
    const { name: outputName } = this.#value(output);
    const special = { seed: this.#target.seed(outputName), zero: this.#target.zero(outputName) };
    return {
      parameters: [...this.#inputs, ...this.#steps]
        .filter((name) => this.#usedBackward.has(name))
        .map((name) => this.#value(name)),
      lines: this.#backward.map(({ name, formula, adds, rule }, i) => ({
        ...this.#gradient(name),
        formula: typeof formula === 'string' ? special[formula] : this.#writer.text(formula, false),
        adds,
        grows: !adds && this.#backward[i + 1]?.adds === true,
        isFixed: formula === 'zero',
        hasRule: rule !== undefined,
        ...commentOf(formula === 'zero' ? this.#t.independent(name, output) : rule),
      })),
      results: wrt.map((name) => this.#gradient(name)),
    };
  }
}

const commentOf = (comment: string | undefined) => (comment === undefined ? {} : { comment });

const quantitiesIn = (formulas: readonly Expression[]): ReadonlySet<string> =>
  new Set(
    formulas
      .flatMap(variablesIn)
      .filter(({ role }) => role === 'value')
      .map(({ name }) => name),
  );

/** Longest statement that is shown, in characters. */
const LONGEST_TITLE = 500;

/** The statements as understood, the last with the output's name. */
const titleOf = ({ statements, output }: Trace): string[] =>
  statements.map((statement, i) => {
    const isNamed = /^[^=<>!?]+ = /u.test(statement);
    const text = i === statements.length - 1 && !isNamed ? `${output} = ${statement}` : statement;
    return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)} …` : text;
  });

/** Whole numbers below 2^53 are the same in every type of number. */
const fitsWhole = ({ inputs, forward, backward }: Trace): boolean =>
  [
    ...Object.values(inputs),
    ...forward.map(({ value }) => value),
    ...backward.map(({ gradient }) => gradient),
  ].every((value) => !Number.isFinite(value) || Math.abs(value) <= Number.MAX_SAFE_INTEGER);
