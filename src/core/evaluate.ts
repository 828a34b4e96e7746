import { backward } from './backward.ts';
import { firstFailure, forward, neededNodes } from './forward.ts';
import { type Graph, isConditionAt } from './graph.ts';
import type { Value } from './value.ts';

/** A graph with all that was computed on it: one entry a node in each array. */
export interface Evaluation {
  readonly graph: Graph;
  readonly values: Float64Array;
  readonly gradients: Float64Array;
  /** 1 where the value was needed: see `neededNodes`. */
  readonly needed: Uint8Array;
  /** 1 where the output can be reached. */
  readonly reaches: Uint8Array;
  /** 1 where the value depends on an input. */
  readonly varies: Uint8Array;
  /** The first node that has no value though it is needed; gradients mean nothing then. */
  readonly failure: { readonly node: number; readonly reason: string } | undefined;
}

/** Whether a gradient is handed back through a node: it leads to the output, was needed, and is no condition. */
export const carriesGradient = ({ graph, needed, reaches }: Evaluation, node: number): boolean =>
  reaches[node] === 1 && needed[node] === 1 && !isConditionAt(graph, node);

/**
 * Forward and backward pass.
 * @param inputs a value for each input, in the order of `graph.inputs`
 */
export function evaluate(graph: Graph, inputs: ArrayLike<Value>): Evaluation {
  const values = forward(graph, inputs);
  const needed = neededNodes(graph, values);
  const { reaches, varies } = graph.tape;
  return {
    graph,
    values,
    gradients: backward(graph, values),
    needed,
    reaches,
    varies,
    failure: firstFailure(graph, values, needed),
  };
}
