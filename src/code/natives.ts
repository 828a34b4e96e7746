import { atom, type Written } from '../core/notation.ts';
import type { Notation } from '../core/ops.ts';
import { opcodesNamed, opOf } from '../core/lookup.ts';
import { definitions } from './definitions.ts';
import { LONGEST_CHAIN } from './read.ts';
import type { Native, Need, Target } from './target.ts';

/** An operation with a sign that binds as it does in the op table, though it may look different. */
export function signed(op: string, symbol?: string): readonly [string, Notation] {
  const [opcode = -1] = opcodesNamed(op);
  const { notation } = opOf(opcode);
  return [op, symbol !== undefined && 'symbol' in notation ? { ...notation, symbol } : notation];
}

/** What every language writes as gradtutor does. */
export const arithmetic =
  'add subtract multiply divide unaryMinus larger smaller largerEq smallerEq equal unequal'
    .split(' ')
    .map((op) => signed(op));

/** `&&`, `||`, `!` and `? :`, as in C. */
export const logicLikeC = [signed('and', '&&'), signed('or', '||'), signed('not', '!'), signed('select')];

/** Functions by the same name, behind what a language puts before it. */
export const named = (before: string, names: string): (readonly [string, string])[] =>
  names.split(' ').map((name) => [name, before + name]);

/** A function of two operands for any number of them: `max(max(a, b), c)`, and a call for more than a few. */
export const folded =
  (callee: string, call: (operands: readonly Written[], need: Need) => Written): Native =>
  (operands, need) => {
    const [first, ...rest] = operands as [Written, ...Written[]];
    return operands.length > LONGEST_CHAIN
      ? call(operands, need)
      : rest.reduce((so, far) => atom(`${callee}(${so.text}, ${far.text})`), first);
  };

/** A call of a list: `sum([a, b, c])`. */
export const ofList =
  (before: string, after: string) =>
  (operands: readonly Written[]): Written =>
    atom(before + operands.map(({ text }) => text).join(', ') + after);

/** `nthRoot` as most languages spell the name of a function: `nth_root`. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** The names of all helpers that a language's code may come to need. */
export const helperNames = (
  helperName: Target['helperName'],
  sources: Target['sources'],
): readonly string[] => [...definitions.keys(), ...sources.keys()].map(helperName);
