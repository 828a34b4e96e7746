import { type Graph, operandsEnd, operandsOf, operandsStart, operationAt } from './graph.ts';
import { ADD, DIVIDE, isGuarded, MULTIPLY, SUBTRACT } from './kernels.ts';
import type { Op } from './ops.ts';
import { opOf } from './lookup.ts';
import { float64s, int32s, uint8s } from './slab.ts';
import type { Value } from './value.ts';

/**
 * Values of every node, left to right.
 * @param inputs a value for each input, in the order of `graph.inputs`
 */
export function forward(graph: Graph, inputs: ArrayLike<Value>): Float64Array {
  const values = float64s(graph.size);
  values.set(graph.constants);
  for (let i = 0; i < graph.inputs.length; i++) values[graph.inputs[i] as number] = inputs[i] as Value;
  for (let node = graph.leaves; node < graph.size; node++) {
    // No row is called in the inner loop: V8 then keeps what it knows of the graph and of the arrays.
    while (node < graph.size && evaluateWrittenOut(graph, node, values)) node++;
    if (node < graph.size) callRow(graph, node, values);
  }
  return values;
}

/** Computes one operation from the values of its operands, into `values`. */
export function evaluateNode(graph: Graph, node: number, values: Float64Array): void {
  if (!evaluateWrittenOut(graph, node, values)) callRow(graph, node, values);
}

/** Computes an operation if it is one of those written out here. @returns whether it is */
function evaluateWrittenOut(graph: Graph, node: number, values: Float64Array): boolean {
  const { opcodes, operands, start } = graph;
  const row = node - graph.leaves;
  const opcode = opcodes[row] as number;
  const at = start[row] as number;
  const x = values[operands[at] as number] as Value;
  if (opcode === MULTIPLY) values[node] = x * (values[operands[at + 1] as number] as Value);
  else if (opcode === ADD) values[node] = x + (values[operands[at + 1] as number] as Value);
  else if (opcode === SUBTRACT) values[node] = x - (values[operands[at + 1] as number] as Value);
  else if (opcode === DIVIDE) values[node] = x / (values[operands[at + 1] as number] as Value);
  else return false;
  return true;
}

function callRow(graph: Graph, node: number, values: Float64Array): void {
  const { operands } = graph;
  const op = operationAt(graph, node);
  const at = operandsStart(graph, node);
  const end = operandsEnd(graph, node);
  if (op.arity === 'many') {
    values[node] = op.forward(gather(operands, at, end, values));
    return;
  }
  const x = values[operands[at] as number] as Value;
  const y = end > at + 1 ? (values[operands[at + 1] as number] as Value) : NaN;
  const z = end > at + 2 ? (values[operands[at + 2] as number] as Value) : NaN;
  values[node] = op.forward(x, y, z);
}

function gather(operands: Int32Array, at: number, end: number, values: Float64Array): Value[] {
  const xs: Value[] = [];
  for (let k = at; k < end; k++) xs.push(values[operands[k] as number] as Value);
  return xs;
}

/** Values of a node's operands, in order. */
export function operandValues(graph: Graph, node: number, values: Float64Array): Value[] {
  if (node < graph.leaves) return [];
  return gather(graph.operands, operandsStart(graph, node), operandsEnd(graph, node), values);
}

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
  const { tape } = graph;
  if (!tape.hasBranches) return tape.needed;
  const needed = uint8s(graph.size).fill(1);
  const readers = int32s(graph.size);
  const skipped = int32s(graph.size);
  for (let node = graph.size - 1; node >= graph.leaves; node--) {
    if (node !== graph.output && (readers[node] as number) > 0 && readers[node] === skipped[node])
      needed[node] = 0;
    const op = operationAt(graph, node);
    const operands = operandsOf(graph, node);
    const reads = op.arity === 'many' ? undefined : op.reads;
    const first = values[operands[0] as number] as Value;
    for (let slot = 0; slot < operands.length; slot++) {
      const operand = operands[slot] as number;
      readers[operand] = (readers[operand] as number) + 1;
      if (!needed[node] || reads?.(slot, first) === false)
        skipped[operand] = (skipped[operand] as number) + 1;
    }
  }
  return needed;
}

/** The first node in order of evaluation that has no finite value though it is needed. */
export function firstFailure(
  graph: Graph,
  values: Float64Array,
  needed: Uint8Array,
): { node: number; reason: string } | undefined {
  if (!graph.tape.isGuarded && areFinite(values, graph.leaves)) return undefined;
  for (let node = graph.leaves; node < graph.size; node++) {
    if (!needed[node] || isInDomain(graph, node, values)) continue;
    const xs = operandValues(graph, node, values);
    const reason = domainFailure(operationAt(graph, node), xs, values[node] as Value);
    if (reason !== undefined) return { node, reason };
  }
  return undefined;
}

/** Only a number that is not finite, less itself, is not 0. */
function areFinite(numbers: Float64Array, from: number): boolean {
  let sum = 0;
  for (let i = from; i < numbers.length; i++) sum += (numbers[i] as number) - (numbers[i] as number);
  return sum === 0;
}

/** Whether an operation has a finite value, and its operands are where they may be: `domainFailure` without a list. */
function isInDomain(graph: Graph, node: number, values: Float64Array): boolean {
  const opcode = graph.opcodes[node - graph.leaves] as number;
  if (!Number.isFinite(values[node])) return false;
  if (isGuarded[opcode] === 0) return true;
  const op = opOf(opcode);
  if (op.arity === 'many') return true;
  const { domain } = op;
  const start = operandsStart(graph, node);
  if (op.together) {
    const x = values[graph.operands[start] as number] as Value;
    const y = values[graph.operands[start + 1] as number] as Value;
    if (op.together(x, y) !== undefined) return false;
  }
  for (let i = 0; i < domain.length; i++) {
    const x = values[graph.operands[start + i] as number] as Value;
    if (domain[i]?.holds(x) === false) return false;
  }
  return true;
}
