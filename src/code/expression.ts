import { opcodesNamed, opOf } from '../core/lookup.ts';
import type { Value } from '../core/value.ts';

/**
 * A formula as data, apart from how any language writes it. Operations go by their names in the op table; `digamma`,
 * which only local derivatives use, goes by its own.
 */
export type Expression = Numeral | Constant | Variable | Operation;

interface Numeral {
  readonly kind: 'number';
  /** Digits without a sign. */
  readonly text: string;
}

/** A number with a name: pi, e, NaN, Infinity. */
interface Constant {
  readonly kind: 'constant';
  readonly name: string;
}

export interface Variable {
  readonly kind: 'variable';
  readonly name: string;
  /** The quantity itself, its dvar, or a parameter of a helper function. */
  readonly role: 'value' | 'dvar' | 'parameter';
  /** True for a quantity that is true or false in the code. */
  readonly isCondition: boolean;
}

export interface Operation {
  readonly kind: 'operation';
  readonly op: string;
  readonly operands: readonly Expression[];
}

export const numeral = (text: string | number): Numeral => ({ kind: 'number', text: String(text) });
export const constant = (name: string): Constant => ({ kind: 'constant', name });
export const variable = (name: string, role: Variable['role'], isCondition = false): Variable => ({
  kind: 'variable',
  name,
  role,
  isCondition,
});

/** Any number, negative ones and those without digits too. */
export function literal(value: Value): Expression {
  if (Number.isNaN(value)) return constant('NaN');
  const size = Number.isFinite(value) ? numeral(Math.abs(value)) : constant('Infinity');
  return value < 0 ? operation('unaryMinus', [size]) : size;
}

const LOGICAL = new Set(['and', 'or', 'not']);

/** Whether an operation asks of an operand only if it is true. */
export const asksForTruth = (op: string, slot: number): boolean =>
  LOGICAL.has(op) || (op === 'select' && slot === 0);

/** An operation on operands of the right kind: conditions where it asks for them, numbers elsewhere. */
export const operation = (op: string, operands: readonly Expression[]): Operation => ({
  kind: 'operation',
  op,
  operands: operands.map((operand, slot) =>
    asksForTruth(op, slot) ? asCondition(operand) : asNumber(operand),
  ),
});

/** Whether an operation of the table, by name, is true or false. */
function isConditional(op: string): boolean {
  const [opcode] = opcodesNamed(op);
  const row = opcode === undefined ? undefined : opOf(opcode);
  return row !== undefined && row.arity !== 'many' && row.isCondition === true;
}

const isCondition = (expression: Expression): boolean =>
  (expression.kind === 'variable' && expression.isCondition) ||
  (expression.kind === 'operation' && isConditional(expression.op));

/** Not every language computes with true and false: 1 and 0 in their place. */
export const asNumber = (expression: Expression): Expression =>
  isCondition(expression) ? operation('select', [expression, numeral(1), numeral(0)]) : expression;

const asCondition = (expression: Expression): Expression =>
  isCondition(expression) ? expression : operation('unequal', [expression, numeral(0)]);

export const not = (expression: Expression): Expression => operation('not', [expression]);

/** Every variable in an expression, duplicates kept. */
export function variablesIn(expression: Expression): Variable[] {
  if (expression.kind === 'variable') return [expression];
  return expression.kind === 'operation' ? expression.operands.flatMap(variablesIn) : [];
}

/** Whether an expression is numbers only. */
export const isPlain = (expression: Expression): boolean =>
  expression.kind === 'operation' ? expression.operands.every(isPlain) : expression.kind !== 'variable';

/** Whether an expression has a finite value whatever its variables hold. */
export const isBounded = (expression: Expression): boolean =>
  isPlain(expression) ||
  (expression.kind === 'operation' &&
    expression.op === 'select' &&
    expression.operands.slice(1).every(isBounded));
