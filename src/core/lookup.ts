/** Finds rows of the op table, and says what they are to those who use them. */
import type { Family, Op } from './op.ts';
import { ops } from './ops.ts';
import type { Value } from './value.ts';

/** Position of each row by its name or alias; where rows share a name, by the number of arguments they take. */
const byName = new Map<string, number[]>();
const addName = (name: string, opcode: number): unknown =>
  byName.get(name)?.push(opcode) ?? byName.set(name, [opcode]);
ops.forEach((op, opcode) => {
  addName(op.name, opcode);
  op.aliases?.forEach((alias) => addName(alias, opcode));
});

/** Whether an operation can have so many arguments. */
export function takes(op: Op, count: number): boolean {
  if (op.arity === 'many') return count > 0;
  return count <= op.arity && count >= op.arity - (op.defaults?.length ?? 0);
}

export const opOf = (opcode: number): Op => ops[opcode] as Op;

/** The operation over these operands. */
export const applied = (op: Op, xs: readonly Value[]): Value =>
  op.arity === 'many' ? op.forward(xs) : op.forward(xs[0] ?? NaN, xs[1] ?? NaN, xs[2] ?? NaN);

export const isOf = ({ families }: Op, family: Family): boolean => families?.includes(family) === true;

/** Flat wherever it does not jump. */
export const isStep = (op: Op): boolean =>
  op.arity !== 'many' && op.partials.every((rule) => rule.formula === '0');

const switches = new Set(
  ops.filter((op) => isOf(op, 'router') || isStep(op) || (op.arity !== 'many' && op.reads)),
);

/**
 * Whether a local derivative of 0 means that the operand plays no part near here: a step, a branch not taken, a loser
 * of max. In x*y it does not: there a 0 may be only where the other factor passes through zero.
 */
export const switchesOff = (op: Op): boolean => switches.has(op);

/** Opcodes of the rows a name stands for: none when the name is not a function, two for `log` and its base form. */
export const opcodesNamed = (name: string): readonly number[] => byName.get(name) ?? [];

/** The fewest and most arguments an operation takes. */
export const argumentCount = (op: Op): readonly [least: number, most: number] =>
  op.arity === 'many' ? [1, Infinity] : [op.arity - (op.defaults?.length ?? 0), op.arity];

/** Whether a learner may call it by this name: operators such as `add` have signs. */
export const isFunction = (name: string): boolean =>
  opcodesNamed(name).some((opcode) => opOf(opcode).notation.kind === 'call');

/** Every name a learner may call, for suggestions. */
export const functionNames = (): string[] => [...byName.keys()].filter(isFunction);
