import { type Op, opcodesNamed, ops } from './ops.ts';

/**
 * Columns of the op table by opcode, for loops that run once a node. The loops write out four rows themselves, because
 * calling a row's function costs several times what an addition does; a test holds them to their rows.
 */
const opcodeNamed = (name: string): number => opcodesNamed(name)[0] as number;

export const ADD = opcodeNamed('add');
export const SUBTRACT = opcodeNamed('subtract');
export const MULTIPLY = opcodeNamed('multiply');
export const DIVIDE = opcodeNamed('divide');

const marks = (holds: (op: Op) => boolean): Uint8Array => Uint8Array.from(ops, (op) => Number(holds(op)));

/** 1 where a finite result does not yet mean that the operands lie in the domain. */
export const isGuarded = marks(
  (op) =>
    op.arity !== 'many' && (op.together !== undefined || op.domain.some(({ reason }) => reason !== 'real')),
);

/** 1 where the first operand decides which others are looked at. */
export const isBranching = marks((op) => op.arity !== 'many' && op.reads !== undefined);
