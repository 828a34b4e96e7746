import { type Graph, operandsOf, operationAt } from './graph.ts';
import { type Op, opOf } from './ops.ts';
import type { Value } from './value.ts';

/**
 * Values of every node, left to right.
 * @param inputs a value for each input, in the order of `graph.inputs`
 */
export function forward(graph: Graph, inputs: readonly Value[]): Float64Array {
  const values = new Float64Array(graph.size);
  values.set(graph.constants);
  for (const [i, node] of graph.inputs.entries()) values[node] = inputs[i] as Value;
  for (let node = graph.leaves; node < graph.size; node++) evaluateNode(graph, node, values);
  return values;
}

/** Computes one operation from the values of its operands, into `values`. */
export function evaluateNode(graph: Graph, node: number, values: Float64Array): void {
  const { operands, start } = graph;
  const row = node - graph.leaves;
  const op = opOf(graph.opcodes[row] as number);
  const at = start[row] as number;
  if (op.arity === 'many') {
    values[node] = op.forward(
      Array.from(operands.subarray(at, start[row + 1]), (operand) => values[operand] as Value),
    );
  } else {
    values[node] = op.forward(
      values[operands[at] as number] as Value,
      values[operands[at + 1] as number] as Value,
      values[operands[at + 2] as number] as Value,
    );
  }
}

/** Values of a node's operands, in order. */
export const operandValues = (graph: Graph, node: number, values: Float64Array): Value[] =>
  Array.from(operandsOf(graph, node), (operand) => values[operand] as Value);

/** Why an operation has no finite value at these operands: a domain's reason, or `overflow`; undefined if it has one. */
export function domainFailure(op: Op, xs: readonly Value[], out: Value): string | undefined {
  if (op.arity !== 'many') {
    for (const [i, domain] of op.domain.entries()) if (!domain.holds(xs[i] as Value)) return domain.reason;
    const together = op.together?.(xs[0] as Value, xs[1] as Value);
    if (together !== undefined) return together;
  }
  return Number.isFinite(out) ? undefined : 'overflow';
}

/**
 * Marks (1) the nodes whose value was needed: a branch that a condition did not take is not, nor is what only such a
 * branch reads. Nodes that do not lead to the output count as needed when no condition passed them over.
 */
export function neededNodes(graph: Graph, values: Float64Array): Uint8Array {
  const needed = new Uint8Array(graph.size).fill(1);
  const readers = new Int32Array(graph.size);
  const skipped = new Int32Array(graph.size);
  for (let node = graph.size - 1; node >= graph.leaves; node--) {
    if (node !== graph.output && (readers[node] as number) > 0 && readers[node] === skipped[node])
      needed[node] = 0;
    const op = operationAt(graph, node);
    const operands = operandsOf(graph, node);
    const reads = op.arity === 'many' ? undefined : op.reads;
    const first = values[operands[0] as number] as Value;
    for (const [slot, operand] of operands.entries()) {
      readers[operand] = (readers[operand] as number) + 1;
      if (!needed[node] || reads?.(slot, first) === false)
        skipped[operand] = (skipped[operand] as number) + 1;
    }
  }
  return needed;
}

/** Whether the graph has a value at these inputs. */
export function hasValue(graph: Graph, inputs: readonly Value[]): boolean {
  const values = forward(graph, inputs);
  return firstFailure(graph, values, neededNodes(graph, values)) === undefined;
}

/** The first node in order of evaluation that has no finite value though it is needed. */
export function firstFailure(
  graph: Graph,
  values: Float64Array,
  needed: Uint8Array,
): { node: number; reason: string } | undefined {
  for (let node = graph.leaves; node < graph.size; node++) {
    if (!needed[node]) continue;
    const reason = domainFailure(
      operationAt(graph, node),
      operandValues(graph, node, values),
      values[node] as Value,
    );
    if (reason !== undefined) return { node, reason };
  }
  return undefined;
}
