import { operandValues } from './forward.ts';
import { type Graph, operandsEnd, operandsStart, operationAt } from './graph.ts';
import { ADD, DIVIDE, MULTIPLY, SUBTRACT } from './kernels.ts';
import type { Op } from './ops.ts';
import { switchesOff } from './lookup.ts';
import { float64s } from './slab.ts';
import type { Value } from './value.ts';

/** Local derivatives ∂node/∂operand of one operation, operand by operand. */
export function localDerivatives(graph: Graph, node: number, values: Float64Array): Value[] {
  const op = operationAt(graph, node);
  const xs = operandValues(graph, node, values);
  const out = values[node] as Value;
  if (op.arity === 'many') return op.locals(out, xs);
  return op.partials.map((partial) => partial.at(out, xs[0] as Value, xs[1] as Value, xs[2] as Value));
}

/**
 * What an operation hands down an edge: upstream · local. Nothing comes of nothing, and nothing passes an operand that
 * was not looked at, not even an infinite gradient.
 */
export const handedDown = (op: Op, upstream: Value, local: Value): Value =>
  upstream === 0 || (local === 0 && switchesOff(op)) ? 0 : upstream * local;

/**
 * Gradients d(output)/d(node) of every node, by reverse accumulation: each node hands every operand its own gradient
 * times the local derivative, and an operand that feeds several nodes adds up what it is handed.
 * Nothing flows into constants, nor into branches that were not taken.
 */
export function backward(graph: Graph, values: Float64Array): Float64Array {
  const { leaves, opcodes, operands, output, start } = graph;
  const { fixed, varies } = graph.tape;
  const gradients = float64s(graph.size);
  gradients[output] = 1;
  for (let node = output; node >= leaves; node--) {
    // No row is called in the inner loop: see `forward`.
    for (; node >= leaves; node--) {
      const upstream = gradients[node] as Value;
      if (upstream === 0) continue;
      const row = node - leaves;
      const opcode = opcodes[row] as number;
      const at = start[row] as number;
      const x = operands[at] as number;
      if (opcode === MULTIPLY) {
        const y = operands[at + 1] as number;
        gradients[x] = (gradients[x] as Value) + upstream * (values[y] as Value);
        gradients[y] = (gradients[y] as Value) + upstream * (values[x] as Value);
      } else if (opcode === ADD) {
        const y = operands[at + 1] as number;
        gradients[x] = (gradients[x] as Value) + upstream;
        gradients[y] = (gradients[y] as Value) + upstream;
      } else if (opcode === SUBTRACT) {
        const y = operands[at + 1] as number;
        gradients[x] = (gradients[x] as Value) + upstream;
        gradients[y] = (gradients[y] as Value) - upstream;
      } else if (opcode === DIVIDE) {
        const y = operands[at + 1] as number;
        const divisor = values[y] as Value;
        gradients[x] = (gradients[x] as Value) + upstream * (1 / divisor);
        gradients[y] = (gradients[y] as Value) + upstream * (-(values[node] as Value) / divisor);
      } else {
        break;
      }
    }
    if (node >= leaves) handDown(graph, node, values, gradients, varies);
  }
  for (let i = 0; i < fixed.length; i++) gradients[fixed[i] as number] = 0;
  gradients[output] = 1;
  return gradients;
}

/** One node's part of the backward pass, by its row of the table; no local derivative is computed for what cannot vary. */
function handDown(
  graph: Graph,
  node: number,
  values: Float64Array,
  gradients: Float64Array,
  varies: Uint8Array,
): void {
  const { operands } = graph;
  const op = operationAt(graph, node);
  const start = operandsStart(graph, node);
  const end = operandsEnd(graph, node);
  const upstream = gradients[node] as Value;
  const out = values[node] as Value;
  const locals = op.arity === 'many' ? op.locals(out, operandValues(graph, node, values)) : undefined;
  const x = values[operands[start] as number] as Value;
  const y = end > start + 1 ? (values[operands[start + 1] as number] as Value) : NaN;
  const z = end > start + 2 ? (values[operands[start + 2] as number] as Value) : NaN;
  for (let k = start; k < end; k++) {
    const operand = operands[k] as number;
    if (!varies[operand]) continue;
    const local = op.arity === 'many' ? locals?.[k - start] : op.partials[k - start]?.at(out, x, y, z);
    gradients[operand] = (gradients[operand] as Value) + handedDown(op, upstream, local as Value);
  }
}
