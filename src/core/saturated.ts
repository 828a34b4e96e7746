import { localDerivatives } from './backward.ts';
import type { Evaluation } from './evaluate.ts';
import { operandsOf, operationAt } from './graph.ts';
import { isOf, type Op } from './ops.ts';
import type { Value } from './value.ts';

/** Local derivatives that still show what is going on: sigmoid′ up to |x| = 6.9, tanh′ up to 4.1, exp′ up to 6.9. */
const SMALLEST = 1e-3;
const LARGEST = 1e3;

/** A router is flat on purpose. */
const canSaturate = (op: Op): boolean =>
  (isOf(op, 'activation') && !isOf(op, 'router')) || isOf(op, 'exponential');

/**
 * Whether an activation or an exponential is so flat, or so steep, that what passes through it says nothing to a learner.
 * @param smallest local derivative that is not flat
 */
export function isSaturated(
  { graph, values, needed, reaches, varies }: Evaluation,
  smallest: Value = SMALLEST,
): boolean {
  for (let node = graph.leaves; node < graph.size; node++) {
    if (!canSaturate(operationAt(graph, node)) || !reaches[node] || !needed[node]) continue;
    const [x] = operandsOf(graph, node);
    if (x === undefined || !varies[x]) continue;
    const slope = Math.abs(localDerivatives(graph, node, values)[0] as Value);
    if (slope < smallest || slope > LARGEST) return true;
  }
  return false;
}
