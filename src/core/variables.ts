import { GradtutorError } from './errors.ts';
import type { Graph } from './graph.ts';
import { suggest } from './suggest.ts';

/** Inputs and operations, in that order. */
export const variables = (graph: Graph): number[] => [
  ...graph.inputs,
  ...Array.from({ length: graph.size - graph.leaves }, (_, row) => graph.leaves + row),
];

/**
 * The nodes of these variables, in the order of the names.
 * @throws GradtutorError `unknown-wrt`
 */
export function variablesNamed(graph: Graph, names: readonly string[]): number[] {
  const known = new Map(variables(graph).map((node) => [graph.names[node] as string, node]));
  return names.map((name) => {
    const node = known.get(name);
    if (node !== undefined) return node;
    throw new GradtutorError('unknown-wrt', {
      ...withSuggestion(name, known.keys()),
      names: [...known.keys()],
    });
  });
}

/** A name that is not known, and the known one that was probably meant. */
export function withSuggestion(
  name: string,
  candidates: Iterable<string>,
): { name: string; suggestion?: string } {
  const suggestion = suggest(name, candidates);
  return suggestion === undefined ? { name } : { name, suggestion };
}
