import { GradtutorError } from './errors.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type Graph, operationAt } from './graph.ts';
import { type Given, otherChoices, resolveInputs } from './inputs.ts';
import type { Program } from './program.ts';
import { isSaturated } from './saturated.ts';
import { tellForward } from './tell.ts';
import type { Value } from './value.ts';

/** A program with a value for every input, and all that follows from them. */
export interface Solution {
  readonly evaluation: Evaluation;
  /** Names of the inputs whose values were chosen because none was given. */
  readonly chosen: readonly string[];
  /** Names with a value that are not in the program. */
  readonly unused: readonly string[];
}

/**
 * Forward and backward pass of a program.
 * @param mayReplace `given` goes before what the program itself says of an input
 * @throws GradtutorError for a missing or impossible value, and for a value outside a domain
 */
export function solve(
  program: Program,
  given: ReadonlyMap<string, Value | string>,
  mayReplace = false,
): Solution {
  const { graph } = program;
  const { inputs, chosen, unused } = resolveInputs(program, given, mayReplace);
  const evaluation = evaluate(graph, inputs);
  if (chosen.length > 0 && (evaluation.failure || isSaturated(evaluation)))
    return { evaluation: evaluateOtherwise(graph, evaluation, chosen.length), chosen, unused };
  return evaluation.failure ? refuseFailure(evaluation) : { evaluation, chosen, unused };
}

/** The first choice of inputs that is inside every domain and saturates nothing; else the first inside every domain. */
function evaluateOtherwise(graph: Graph, first: Evaluation, count: number): Evaluation {
  let best = first;
  for (const inputs of otherChoices(count)) {
    const evaluation = evaluate(graph, inputs);
    if (evaluation.failure) continue;
    if (!isSaturated(evaluation)) return evaluation;
    if (best.failure) best = evaluation;
  }
  return best.failure ? refuseFailure(best) : best;
}

/** Values by name, names composed as the parser composes them. */
export function namedValues(at: Given): Map<string, Value | string> {
  const named = new Map<string, Value | string>();
  const entries = at instanceof Map ? (at as ReadonlyMap<string, Value | string>) : Object.entries(at);
  for (const [name, value] of entries) named.set(name.normalize('NFC'), value);
  return named;
}

function refuseFailure(evaluation: Evaluation): never {
  const { graph } = evaluation;
  const { node, reason } = evaluation.failure as NonNullable<Evaluation['failure']>;
  const steps = tellForward(evaluation);
  const row = node - graph.leaves;
  const { name, formula, numbers } = steps[row] as (typeof steps)[number];
  const op = operationAt(graph, node).name;
  throw new GradtutorError('domain', {
    node: name,
    formula,
    numbers,
    op,
    reason,
    before: steps.slice(0, row),
  });
}
