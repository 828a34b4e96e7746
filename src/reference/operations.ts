import { write, written } from '../core/notation.ts';
import { type Family, type Op, ops } from '../core/ops.ts';
import type { Value } from '../core/value.ts';

/** One operation as a reader looks it up: u is its value, x, y and z (or x1, x2) are its operands. */
export interface Operation {
  /** Its name in the table of operations, which a trace uses too. */
  readonly name: string;
  /** Other names, and the sign it is written with. */
  readonly aliases: readonly string[];
  readonly families: readonly Family[];
  /** How it is written: `x / y`, `sigmoid(x)`; for any number of operands, with two. */
  readonly written: string;
  readonly anyNumber: boolean;
  readonly operands: readonly string[];
  /** What stands for trailing operands that are left out. */
  readonly defaults: readonly { readonly operand: string; readonly value: Value }[];
  /** ∂u/∂operand, for each operand in order. */
  readonly rules: readonly { readonly operand: string; readonly formula: string }[];
  /** All of these must hold for u to exist; none where every number will do. */
  readonly domain: readonly string[];
  /** Where the derivative does not exist or is a convention; absent where that is nowhere. */
  readonly kink?: string;
}

/** An operation of any number of operands is shown with so many. */
const SHOWN_OPERANDS = 2;

/** The result, which a rule calls `out`. */
const named = (formula: string): string => formula.replaceAll(/\bout\b/gu, 'u');

/** The signs of a conditional, which is typed in two parts. */
const CONDITIONAL = '?';

function signsOf({ notation }: Op): string[] {
  if (notation.kind === 'conditional') return [CONDITIONAL];
  const sign = 'symbol' in notation ? notation.symbol.trim() : '';
  if (sign === '^') return [sign, '**'];
  return sign === '' ? [] : [sign];
}

/** One row of the table of primitives, for a reader. */
export function describe(op: Op): Operation {
  const operands =
    op.arity === 'many'
      ? Array.from({ length: SHOWN_OPERANDS }, (_, i) => `x${i + 1}`)
      : ['x', 'y', 'z'].slice(0, op.arity);
  const defaults = (op.arity === 'many' ? undefined : op.defaults) ?? [];
  return {
    name: op.name,
    aliases: [...new Set([...(op.aliases ?? []), ...signsOf(op)])].filter((alias) => alias !== op.name),
    families: op.families ?? [],
    written: write(op, operands.map(written)).text,
    anyNumber: op.arity === 'many',
    operands,
    defaults: defaults.map((value, i) => ({
      operand: operands[operands.length - defaults.length + i] as string,
      value,
    })),
    rules: operands.map((operand, i) => ({ operand, formula: named(ruleOf(op, i)) })),
    domain: domainOf(op, operands),
    ...(op.kinkFormula === undefined ? {} : { kink: named(op.kinkFormula) }),
  };
}

function ruleOf(op: Op, operand: number): string {
  if (op.arity === 'many') return op.formula(operand, SHOWN_OPERANDS);
  const formula = op.partials[operand]?.formula ?? '';
  return typeof formula === 'string' ? formula : formula([]);
}

function domainOf(op: Op, operands: readonly string[]): string[] {
  if (op.arity === 'many') return [];
  const each = op.domain.flatMap(({ formula }, i) =>
    formula === undefined ? [] : [formula.replaceAll(/\bx\b/gu, operands[i] as string)],
  );
  return op.togetherFormula === undefined ? each : [...each, op.togetherFormula];
}

/** Every operation there is, in the order of the table. */
export const operations: readonly Operation[] = ops.map(describe);

/** The operations a name, another name or a sign stands for: none where there is none such. */
export const operationsNamed = (text: string): readonly Operation[] =>
  operations.filter(({ name, aliases }) => name === text || aliases.includes(text));

/** Every name an operation answers to. */
export const operationNames: readonly string[] = [
  ...new Set(operations.flatMap(({ name, aliases }) => [name, ...aliases])),
];
