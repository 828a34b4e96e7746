import { type Graph, operandsEnd, operandsStart, operationAt } from './graph.ts';
import { operandValues } from './forward.ts';
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
 * Gradients d(output)/d(node) of every node, by reverse accumulation: each node hands every operand its own gradient
 * times the local derivative, and an operand that feeds several nodes adds up what it is handed.
 * Nothing flows into constants, nor from or into what was not needed.
 * @param varies 1 at the nodes that depend on an input
 */
export function backward(
  graph: Graph,
  values: Float64Array,
  needed: Uint8Array,
  varies: Uint8Array,
): Float64Array {
  const { operands } = graph;
  const gradients = float64s(graph.size);
  gradients[graph.output] = 1;
  for (let node = graph.output; node >= graph.leaves; node--) {
    const upstream = gradients[node] as Value;
    if (upstream === 0 || !needed[node]) continue;
    const op = operationAt(graph, node);
    const start = operandsStart(graph, node);
    const end = operandsEnd(graph, node);
    const out = values[node] as Value;
    const locals = op.arity === 'many' ? op.locals(out, operandValues(graph, node, values)) : undefined;
    const x = values[operands[start] as number] as Value;
    const y = values[operands[start + 1] as number] as Value;
    const z = values[operands[start + 2] as number] as Value;
    for (let k = start; k < end; k++) {
      const operand = operands[k] as number;
      if (!varies[operand] || !needed[operand]) continue;
      const local = op.arity === 'many' ? locals?.[k - start] : op.partials[k - start]?.at(out, x, y, z);
      gradients[operand] = (gradients[operand] as Value) + upstream * (local as Value);
    }
  }
  return gradients;
}
