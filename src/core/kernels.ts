import { type Op, ops } from './ops.ts';
import { isOf, isStep, opcodesNamed } from './lookup.ts';

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

/** 1 where every local derivative is 0, wherever the result does not jump. */
export const isFlat = marks(isStep);

/** 1 where there are operands at which a derivative jumps or does not exist. */
export const canKink = marks((op) => op.kink !== undefined);

/** 1 where the result can be so flat or so steep that nothing of a nudge is seen behind it. A router is flat on purpose. */
export const canSaturate = marks(
  (op) => (isOf(op, 'activation') && !isOf(op, 'router')) || isOf(op, 'exponential'),
);
