import type { Branch } from './branches.ts';
import { asNumber, constant, type Expression, isPlain, not, operation, type Variable } from './expression.ts';
import type { Quantities } from './quantities.ts';
import type { Step } from './structure.ts';

/** `u = b * c` */
export interface ForwardLine {
  readonly of: Variable;
  readonly formula: Expression;
}

/**
 * What computing something that has no value stops: any program, only one that computes it from numbers without a
 * variable, or none, where it gives not-a-number instead.
 */
export type Stops = 'all' | 'plain' | 'none';

/** A step inside more branches is not guarded by their conditions written out. */
const DEEPEST_GUARD = 3;

/** The forward pass, a line a step. What a branch that is not taken cannot compute stops no program. */
export const forwardLines = (quantities: Quantities, stops: Stops): ForwardLine[] =>
  (stops === 'all' ? conditionsFirst(quantities) : quantities.structure.steps).map((step) => ({
    of: quantities.variable(step.name),
    formula: safeFormula(step, quantities, stops),
  }));

function safeFormula(step: Step, quantities: Quantities, stops: Stops): Expression {
  const value = (name: string) => quantities.expression(name);
  const computed = operation(step.op.name, step.operands.map(value));
  const formula = quantities.variable(step.name).isCondition ? computed : asNumber(computed);
  const isSafe = stops === 'none' || (stops === 'plain' && !isPlain(formula));
  if (isSafe || !quantities.isRisky(step)) return formula;
  const guards = stops === 'all' ? guardsOf(step, quantities) : [];
  if (guards.length === 0) return operation('attempt', [formula, constant('NaN')]);
  const isTaken = guards
    .map(({ condition, holds }) => (holds ? value(condition) : not(value(condition))))
    .reduce((all, one) => operation('and', [all, one]));
  return operation('select', [isTaken, formula, constant('NaN')]);
}

/** The branches, outermost first, that a risky step is computed in; none where a few conditions cannot say it. */
function guardsOf(step: Step, quantities: Quantities): readonly Branch[] {
  const need = quantities.needOf(step.name);
  if (!need.isExact || (need.branch?.depth ?? 0) > DEEPEST_GUARD) return [];
  const branches: Branch[] = [];
  for (let { branch } = need; branch; branch = branch.outer) branches.unshift(branch);
  return branches;
}

/** The steps in order of evaluation, risky ones after the conditions that guard them too. */
function conditionsFirst(quantities: Quantities): readonly Step[] {
  const { steps } = quantities.structure;
  const named = new Map(steps.map((step) => [step.name, step]));
  const ordered = new Set<Step>();
  for (const wanted of steps) {
    const stack = [{ step: wanted, isReady: false }];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const { step, isReady } = top;
      if (isReady) ordered.add(step);
      if (ordered.has(step)) continue;
      stack.push({ step, isReady: true });
      const guards = quantities.isRisky(step) ? guardsOf(step, quantities) : [];
      for (const name of [...step.operands, ...guards.map(({ condition }) => condition)].toReversed()) {
        const before = named.get(name);
        if (before && !ordered.has(before)) stack.push({ step: before, isReady: false });
      }
    }
  }
  return [...ordered];
}
