import { atom, write, type Written } from '../core/notation.ts';
import { CONSTANTS } from '../core/vocabulary.ts';
import type { Messages } from '../i18n/en.ts';
import { definitions, parametersOf } from './definitions.ts';
import { expand, instance } from './expand.ts';
import { type Expression, numeral, operation, type Operation, variable } from './expression.ts';
import type { Names } from './names.ts';
import type { FormulaReader } from './read.ts';
import type { Target } from './target.ts';

/** Writes expressions in one language, and remembers the helpers and constants that they call for. */
export class Writer {
  readonly #target: Target;
  readonly #messages: Messages;
  readonly #reader: FormulaReader;
  readonly #names: Names;
  /** By what they define, in the order in which they must stand. */
  readonly #helpers = new Map<string, string>();
  readonly #constants = new Map<string, { readonly name: string; readonly text: string }>();

  constructor(target: Target, messages: Messages, reader: FormulaReader, names: Names) {
    this.#target = target;
    this.#messages = messages;
    this.#reader = reader;
    this.#names = names;
  }

  /** The definitions that what was written so far needs, each before it is used. */
  get preamble(): { readonly constants: readonly string[]; readonly helpers: readonly string[] } {
    return {
      constants: Array.from(this.#constants.values(), ({ text }) => text),
      helpers: [...this.#helpers.values()],
    };
  }

  /** @param isValue whether this is all that a quantity of the forward pass is set to */
  text(expression: Expression, isValue: boolean): string {
    const { prepare } = this.#target;
    const expanded = expand(expression, this.#reader);
    return this.#write(prepare ? prepare(expanded, isValue) : expanded).text;
  }

  /** Puts a helper function into the code, and first those that it calls. */
  need(op: string): void {
    if (this.#helpers.has(op)) return;
    const { sources, comment, defineFunction, helperName } = this.#target;
    const source = sources.get(op);
    if (source) {
      for (const other of source.needs ?? []) this.need(other);
      const about = source.about ? `${comment} ${source.about(this.#messages)}\n` : '';
      this.#helpers.set(op, about + source.text);
      return;
    }
    const formula = this.#target.definitions?.get(op) ?? definitions.get(op);
    if (formula === undefined) throw new Error(`no way to say ${op}`);
    const parameters = parametersOf(formula);
    const body = instance(
      formula,
      parameters.map((name) => variable(name, 'parameter')),
      this.#reader,
    );
    const text = this.text(body, true);
    this.#helpers.set(op, defineFunction(helperName(op), parameters, text));
  }

  #write(expression: Expression): Written {
    switch (expression.kind) {
      case 'number': {
        const isLarge = isWhole(expression) && Number(expression.text) > this.#target.largestWhole;
        return atom(isLarge ? `${expression.text}.0` : expression.text);
      }
      case 'constant':
        return atom(this.#target.constants.get(expression.name) ?? this.#define(expression.name));
      case 'variable':
        return atom(this.#names.of(expression));
      case 'operation':
        return this.#writeOperation(expression);
    }
  }

  #writeOperation({ op, operands }: Operation): Written {
    const { natives, wholeDiffers, helperName } = this.#target;
    const parts = (wholeDiffers.has(op) ? withFloats(op, operands) : operands).map((operand) =>
      this.#write(operand),
    );
    const native = natives.get(op);
    if (typeof native === 'object') return write({ name: '', notation: native }, parts);
    if (typeof native === 'function') return native(parts, (helper) => this.need(helper));
    if (native === undefined) this.need(op);
    return atom(`${native ?? helperName(op)}(${parts.map(({ text }) => text).join(', ')})`);
  }

  #define(name: string): string {
    const known = this.#constants.get(name);
    if (known) return known.name;
    const value = CONSTANTS.get(name);
    if (value === undefined) throw new Error(`no constant ${name}`);
    const claimed = this.#names.claim(name.toUpperCase());
    this.#constants.set(name, { name: claimed, text: this.#target.defineConstant(claimed, String(value)) });
    return claimed;
  }
}

/** The operands of an operation that differs on whole numbers; a branch of a conditional stands alone. */
function withFloats(op: string, operands: readonly Expression[]): readonly Expression[] {
  if (op === 'select') return operands.map((operand, slot) => (slot > 0 ? asFloat(operand) : operand));
  return operands.every(isWhole) ? operands.map(asFloat) : operands;
}

/** Whether an expression is whole numbers only, of a whole-number type where a language has one. */
function isWhole(expression: Expression): boolean {
  if (expression.kind === 'number') return /^\d+$/u.test(expression.text);
  return (
    expression.kind === 'operation' &&
    expression.operands.every(
      (operand, slot) => (expression.op === 'select' && slot === 0) || isWhole(operand),
    )
  );
}

/** Whole numbers with a point; anything else as it is. */
function asFloat(expression: Expression): Expression {
  if (!isWhole(expression)) return expression;
  if (expression.kind === 'number') return numeral(`${expression.text}.0`);
  return expression.kind === 'operation'
    ? operation(expression.op, expression.operands.map(asFloat))
    : expression;
}
