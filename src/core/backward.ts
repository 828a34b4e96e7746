import { type Graph, operandsOf, operationAt, varying } from './graph.ts';
import { operandValues } from './forward.ts';
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
 */
export function backward(graph: Graph, values: Float64Array, needed: Uint8Array): Float64Array {
  const gradients = new Float64Array(graph.size);
  const varies = varying(graph);
  gradients[graph.output] = 1;
  for (let node = graph.output; node >= graph.leaves; node--) {
    const upstream = gradients[node] as Value;
    if (upstream === 0 || !needed[node]) continue;
    const locals = localDerivatives(graph, node, values);
    for (const [slot, operand] of operandsOf(graph, node).entries()) {
      if (varies[operand] && needed[operand]) {
        gradients[operand] = (gradients[operand] as Value) + upstream * (locals[slot] as Value);
      }
    }
  }
  return gradients;
}
