import type { Constants, FixedOp, Op, Partial } from '../../src/core/ops.ts';

/** The formula of a local derivative, whatever kind of row it belongs to. */
export function formulaText(op: Op, operand: number, count: number, constants: Constants = []): string {
  if (op.arity === 'many') return op.formula(operand, count);
  const formula = op.partials[operand]?.formula ?? '';
  return typeof formula === 'string' ? formula : formula(constants);
}

type ManyOp = Extract<Op, { arity: 'many' }>;

const wrongFormula = (formula: string): string => `1 + (${formula})`;

const wrongPartial = (partial: Partial, inFunction: boolean, inFormula: boolean): Partial => ({
  at: inFunction ? (...numbers) => 1 + partial.at(...numbers) : partial.at,
  formula: inFormula
    ? (constants) =>
        wrongFormula(typeof partial.formula === 'string' ? partial.formula : partial.formula(constants))
    : partial.formula,
});

/** The row with local derivatives that are 1 too large, in the function, in the formula, or in both alike. */
function wrongDerivative(op: Op, inFunction: boolean, inFormula: boolean): Op {
  if (op.arity === 'many') {
    return {
      ...op,
      locals: inFunction ? (out, xs) => op.locals(out, xs).map((local) => local + 1) : op.locals,
      formula: inFormula ? (operand, count) => wrongFormula(op.formula(operand, count)) : op.formula,
    };
  }
  const partials = op.partials.map((partial) => wrongPartial(partial, inFunction, inFormula));
  return { ...op, partials } satisfies FixedOp;
}

const turned = ({ at, formula }: Partial): Partial => ({
  at: (...numbers) => -at(...numbers),
  formula: (constants) => `-(${typeof formula === 'string' ? formula : formula(constants)})`,
});

/** The row with every sign turned; where the derivative is 0 everywhere, with a slope instead. */
function wrongSign(op: Op): Op {
  if (op.arity === 'many') {
    return {
      ...op,
      locals: (out, xs) => op.locals(out, xs).map((local) => -local),
      formula: (operand, count) => `-(${op.formula(operand, count)})`,
    };
  }
  if (op.partials.every((partial) => partial.formula === '0')) return wrongDerivative(op, true, true);
  return { ...op, partials: op.partials.map(turned) };
}

/** The row with values that are off by a slope of 0.01 and a shift, which its derivatives know nothing of. */
function wrongForward(op: Op): Op {
  return op.arity === 'many'
    ? {
        ...op,
        forward: (xs: Parameters<ManyOp['forward']>[0]) => op.forward(xs) + 0.01 * (xs[0] as number) + 0.1,
      }
    : { ...op, forward: (x, y, z) => op.forward(x, y, z) + 0.01 * x + 0.1 };
}

/** Ways to get a row wrong; a sweep that lets one of them through would prove nothing. */
export const plantings: readonly { readonly mistake: string; readonly plant: (op: Op) => Op }[] = [
  { mistake: 'a wrong sign', plant: wrongSign },
  { mistake: 'a wrong formula', plant: (op) => wrongDerivative(op, false, true) },
  { mistake: 'a wrong function', plant: (op) => wrongDerivative(op, true, false) },
  { mistake: 'a mistake in function and formula alike', plant: (op) => wrongDerivative(op, true, true) },
  { mistake: 'a wrong value', plant: wrongForward },
];
