import { formulaOf } from '../core/formula.ts';
import { type Graph, isOperation, operandsOf, operationAt } from '../core/graph.ts';
import { atom, write, type Written, written } from '../core/notation.ts';
import type { Notation } from '../core/ops.ts';

/** A formula as someone reads it who does not work out one of its operands first. */
export interface Misreading {
  readonly text: string;
  /** The operand that is torn apart. */
  readonly operand: number;
}

const binds = (notation: Notation): number =>
  notation.kind === 'infix' || notation.kind === 'prefix' ? notation.precedence : 0;

/**
 * What becomes of a node's formula when an operand's brackets are overlooked, 3 * a + b for 3 * (a + b), or when it is
 * worked out from left to right, (a + b) * c for a + b * c.
 */
export function misreadings(graph: Graph, node: number): Misreading[] {
  const op = operationAt(graph, node);
  const own = binds(op.notation);
  if (own === 0) return [];
  const operands = [...operandsOf(graph, node)];
  const named = (operand: number): Written => written(graph.names[operand] as string);
  return operands.flatMap((operand, slot): Misreading[] => {
    if (!isOperation(graph, operand)) return [];
    const inner = operationAt(graph, operand);
    if (binds(inner.notation) === 0) return [];
    const beside = operands.map(named);
    const open = write(op, beside.with(slot, atom(formulaOf(graph, operand))));
    const readings: Misreading[] = [{ text: open.text, operand }];
    const [first, ...rest] = Array.from(operandsOf(graph, operand), named);
    if (slot === operands.length - 1 && binds(inner.notation) > own && first && rest.length > 0) {
      const before = write(op, beside.with(slot, first));
      readings.push({ text: write(inner, [atom(`(${before.text})`), ...rest]).text, operand });
    }
    return readings;
  });
}
