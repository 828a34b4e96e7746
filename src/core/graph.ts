import type { Op } from './ops.ts';
import { opOf } from './lookup.ts';
import { int32s, uint8s } from './slab.ts';
import type { Tape } from './tape.ts';
import type { Value } from './value.ts';

/**
 * How the nodes of a graph hang together. Nodes 0 … leaves−1 are constants and inputs, the rest
 * are operations, every one after all of its operands. Operand lists keep their order and their duplicates: x*x is one
 * leaf with two edges. The operands of node i are `operands[start[i − leaves]]` up to `start[i − leaves + 1]`.
 */
export interface Structure {
  readonly size: number;
  readonly leaves: number;
  readonly output: number;
  /** Inputs in order of first appearance. */
  readonly inputs: readonly number[];
  readonly opcodes: Uint8Array;
  readonly start: Int32Array;
  readonly operands: Int32Array;
}

/** A computation graph as flat arrays, never changed once built. */
export interface Graph extends Structure {
  /** Name of every node; for a constant, its text. */
  readonly names: readonly string[];
  /** Values of the leaves: NaN at inputs. */
  readonly constants: Float64Array;
  readonly tape: Tape;
}

export const isOperation = (graph: Graph, node: number): boolean => node >= graph.leaves;
const isConstant = (graph: Graph, node: number): boolean =>
  node < graph.leaves && !Number.isNaN(graph.constants[node]);

/** The operation at a node that is not a leaf. */
export const operationAt = (graph: Graph, node: number): Op =>
  opOf(graph.opcodes[node - graph.leaves] as number);

/** Whether a node is true or false: it jumps, and is neither nudged nor asked about. */
export function isConditionAt(graph: Graph, node: number): boolean {
  if (node < graph.leaves) return false;
  const op = operationAt(graph, node);
  return op.arity !== 'many' && op.isCondition === true;
}

/** Operands of a node, in order, duplicates kept; none for a leaf. A view, not a copy. */
export function operandsOf(graph: Graph, node: number): Int32Array {
  const row = node - graph.leaves;
  return row < 0
    ? graph.operands.subarray(0, 0)
    : graph.operands.subarray(graph.start[row], graph.start[row + 1]);
}

/** Where the operands of an operation begin and end in `graph.operands`: for loops that must not cost a view. */
export const operandsStart = (graph: Structure, node: number): number =>
  graph.start[node - graph.leaves] as number;
export const operandsEnd = (graph: Structure, node: number): number =>
  graph.start[node - graph.leaves + 1] as number;

/** Edges by the node they leave: consumer `edge.consumer` takes `node` as its operand number `slot`. */
export interface Edge {
  readonly consumer: number;
  readonly slot: number;
}

/** Every node's outgoing edges, in order of consumer, then slot: flat, as the graph is. */
export class OutgoingEdges {
  /** Where the edges of each node begin, and those of the last one end. */
  readonly #start: Int32Array;
  readonly #consumers: Int32Array;
  readonly #slots: Int32Array;

  constructor(graph: Graph) {
    const { leaves, operands, size, start } = graph;
    this.#start = int32s(size + 1);
    this.#consumers = int32s(operands.length);
    this.#slots = int32s(operands.length);
    for (const operand of operands) increase(this.#start, operand + 1);
    for (let node = 0; node < size; node++) increase(this.#start, node + 1, this.#start[node]);
    const next = this.#start.slice();
    for (let row = 0; row < size - leaves; row++) {
      const from = start[row] as number;
      for (let k = from; k < (start[row + 1] as number); k++) {
        const at = increase(next, operands[k] as number);
        this.#consumers[at] = leaves + row;
        this.#slots[at] = k - from;
      }
    }
  }

  of(node: number): Edge[] {
    const from = this.#start[node] as number;
    return Array.from({ length: (this.#start[node + 1] as number) - from }, (_, i) => ({
      consumer: this.#consumers[from + i] as number,
      slot: this.#slots[from + i] as number,
    }));
  }
}

/** Adds to an entry. @returns what it was */
function increase(numbers: Int32Array, at: number, by = 1): number {
  const was = numbers[at] as number;
  numbers[at] = was + by;
  return was;
}

/** Operations that depend on an input, in order of evaluation. */
export const varyingOperations = (graph: Graph): Int32Array => {
  const { varies } = graph.tape;
  const nodes = int32s(graph.size - graph.leaves);
  let count = 0;
  for (let node = graph.leaves; node < graph.size; node++) if (varies[node]) nodes[count++] = node;
  return nodes.subarray(0, count);
};

/** Operations that depend on `node`, in order of evaluation. */
export function dependents(graph: Graph, node: number): Int32Array {
  const { leaves, operands, size, start } = graph;
  const marked = uint8s(size);
  marked[node] = 1;
  const first = Math.max(leaves, node + 1);
  const found = int32s(size - first);
  let count = 0;
  for (let i = first; i < size; i++) {
    const end = start[i - leaves + 1] as number;
    for (let k = start[i - leaves] as number; k < end; k++) {
      if (!marked[operands[k] as number]) continue;
      marked[i] = 1;
      found[count++] = i;
      break;
    }
  }
  return found.subarray(0, count);
}

/**
 * The order of telling and asking, the lecture's: from the output back, a node's operands in order once all of their
 * consumers are done. Constants, and what the output does not depend on, are left out; the output comes first.
 */
export function backwardOrder(graph: Graph): number[] {
  const { reaches, varies } = graph.tape;
  const waiting = new Int32Array(graph.size);
  for (let node = graph.leaves; node < graph.size; node++) {
    if (reaches[node])
      for (const operand of operandsOf(graph, node)) waiting[operand] = (waiting[operand] as number) + 1;
  }
  const order = [graph.output];
  for (let next = 0; next < order.length; next++) {
    for (const operand of operandsOf(graph, order[next] as number)) {
      const left = (waiting[operand] as number) - 1;
      waiting[operand] = left;
      if (left === 0 && varies[operand]) order.push(operand);
    }
  }
  return order;
}

/** The number a node is known to have without any input: only constants have one. */
export const constantValue = (graph: Graph, node: number): Value | undefined =>
  isConstant(graph, node) ? graph.constants[node] : undefined;
