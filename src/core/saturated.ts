import { localDerivatives } from './backward.ts';
import type { Evaluation } from './evaluate.ts';
import { operandsStart } from './graph.ts';
import { canSaturate } from './kernels.ts';
import type { Value } from './value.ts';

/** Local derivatives that still show what is going on: sigmoid′ up to |x| = 6.9, tanh′ up to 4.1, exp′ up to 6.9. */
const SMALLEST = 1e-3;
const LARGEST = 1e3;

/**
 * Whether an activation or an exponential is so flat, or so steep, that what passes through it says nothing to a learner.
 * @param smallest local derivative that is not flat
 */
export function isSaturated(
  { graph, values, needed, reaches, varies }: Evaluation,
  smallest: Value = SMALLEST,
): boolean {
  for (let node = graph.leaves; node < graph.size; node++) {
    if (!canSaturate[graph.opcodes[node - graph.leaves] as number] || !reaches[node] || !needed[node])
      continue;
    if (!varies[graph.operands[operandsStart(graph, node)] as number]) continue;
    const slope = Math.abs(localDerivatives(graph, node, values)[0] as Value);
    if (slope < smallest || slope > LARGEST) return true;
  }
  return false;
}
