import { opOf } from '../core/lookup.ts';
import { parseSource, type Tree } from '../core/parse.ts';
import { opcodeOf } from '../core/print.ts';
import { readSource } from '../core/source.ts';
import type { Value } from '../core/value.ts';
import { CONSTANTS } from '../core/vocabulary.ts';
import { describe, type Operation, operationsNamed } from './operations.ts';

/** A name that stands for a number. */
export interface Constant {
  readonly name: string;
  readonly value: Value;
}

export const constants: readonly Constant[] = Array.from(CONSTANTS, ([name, value]) => ({ name, value }));

/** The constant that a text spells, as pasted or typed: `pi`, `π`. */
export function constantSpelled(text: string): Constant | undefined {
  const name = readSource(text).normalised.trim();
  return constants.find((constant) => constant.name === name);
}

/** Signs between, before or behind operands: no letters, which would be names beside them. */
const SIGN = /^[^\p{L}\p{Nd}\s()_$]+$/u;

/** The ways in which a sign is written with its operands. */
const ways = (sign: string): readonly string[] =>
  /^[?？][:：]$/u.test(sign) ? ['x ? y : z'] : [`x ${sign} y`, `x${sign}`, `${sign}x`];

/**
 * The operations a text stands for: a name or a sign, a sign as it is pasted (`×`, `²`, `≥`) or as other languages write
 * it (`**`), or an operation on names and numbers alone (`x^2`). None where there is none such.
 */
export function operationsSpelled(text: string): readonly Operation[] {
  const trimmed = text.trim();
  const named = operationsNamed(readSource(trimmed.replace(/\(.*\)$/su, '')).normalised);
  if (named.length > 0) return named;
  const sign = trimmed.replaceAll(/\s/gu, '');
  for (const expression of SIGN.test(sign) ? ways(sign) : [trimmed]) {
    const operation = operationOf(expression);
    if (operation) return [operation];
  }
  return [];
}

/** The one operation of an expression; undefined for any that has more, or none, or cannot be read. */
function operationOf(expression: string): Operation | undefined {
  let tree: Tree;
  try {
    tree = parseSource(readSource(expression));
  } catch {
    return undefined;
  }
  const operands = operandsOf(tree);
  if (!operands?.args.every(isLeaf)) return undefined;
  const opcode = opcodeOf(operands.name, operands.args.length);
  return opcode === undefined ? undefined : describe(opOf(opcode));
}

const isLeaf = ({ type }: Tree): boolean => type === 'SymbolNode' || type === 'ConstantNode';

function operandsOf(tree: Tree): { readonly name: string; readonly args: readonly Tree[] } | undefined {
  if (tree.type === 'FunctionNode')
    return tree.fn.type === 'SymbolNode' ? { name: tree.fn.name, args: tree.args } : undefined;
  if (tree.type === 'OperatorNode') return { name: tree.fn, args: tree.args };
  if (tree.type !== 'ConditionalNode') return undefined;
  return { name: 'select', args: [tree.condition, tree.trueExpr, tree.falseExpr] };
}
