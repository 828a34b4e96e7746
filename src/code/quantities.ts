import { real } from '../core/domain.ts';
import type { Op } from '../core/ops.ts';
import type { Trace } from '../core/trace.ts';
import { type Need, needsOf } from './branches.ts';
import { asksForTruth, type Expression, variable, type Variable } from './expression.ts';
import { FormulaReader } from './read.ts';
import { isCondition, type Step, type Structure, structureOf } from './structure.ts';

/** The quantities of a trace as the code sees them. */
export class Quantities {
  readonly trace: Trace;
  readonly structure: Structure;
  readonly reader = new FormulaReader();
  readonly #needs: ReadonlyMap<string, Need>;
  readonly #conditions: ReadonlySet<string>;

  constructor(trace: Trace) {
    this.trace = trace;
    this.structure = structureOf(trace);
    this.#needs = needsOf(this.structure);
    this.#conditions = new Set(
      this.structure.steps.filter((step) => isTruthOnly(step, this.structure)).map(({ name }) => name),
    );
  }

  /** A quantity as an operand: its variable, or the formula of a constant. */
  expression(name: string): Expression {
    return this.structure.nodes.get(name)?.kind === 'constant' ? this.reader.read(name) : this.variable(name);
  }

  variable(name: string): Variable {
    return variable(name, 'value', this.#conditions.has(name));
  }

  /** Where a quantity that leads to the output is needed. */
  needOf(name: string): Need {
    return this.#needs.get(name) ?? { branch: undefined, isExact: true };
  }

  /** Whether a step may be without a value when its branch is not taken. */
  isRisky(step: Step): boolean {
    return mayFail(step.op) && !this.isAlwaysNeeded(step.name);
  }

  /** Whether a quantity is needed whatever branches are taken. */
  isAlwaysNeeded(name: string): boolean {
    const { branch, isExact } = this.needOf(name);
    return branch === undefined && isExact;
  }

  /** Whether a quantity has a value whatever branches are taken. */
  isAlwaysThere(name: string): boolean {
    return this.structure.nodes.get(name)?.kind === 'input' || this.isAlwaysNeeded(name);
  }
}

/** A condition that nothing computes with is true or false in the code, not 1 or 0. */
const isTruthOnly = (step: Step, { uses }: Structure): boolean =>
  isCondition(step) &&
  uses.get(step.name)?.every(({ consumer, slot }) => asksForTruth(consumer.op.name, slot)) === true;

/** Whether an operation is more than signs that take any number: those have a value, or carry on that there is none. */
const mayFail = (op: Op): boolean =>
  op.notation.kind === 'call' ||
  (op.arity !== 'many' && (op.together !== undefined || op.domain.some((domain) => domain !== real)));
