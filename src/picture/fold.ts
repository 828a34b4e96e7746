import type { Diagram, DiagramNode } from './diagram.ts';
import { grouped } from './grouped.ts';

/** Links in the middle of a chain that are worth folding. */
const LEAST_FOLDED = 3;
/** A smaller graph has none: around them stand the two ends of the chain, what it begins with and what uses it. */
const LEAST_NODES = LEAST_FOLDED + 4;

/**
 * The diagram with every long chain, where each node has one operand and one use, shortened to its two ends.
 * @param current a node that is kept: a question is about it
 */
export function foldChains(diagram: Diagram, current?: string): Diagram {
  if (diagram.nodes.length < LEAST_NODES) return diagram;
  const { nodes, edges } = diagram;
  const into = grouped(edges, ({ to }) => to);
  const outOf = grouped(edges, ({ from }) => from);
  const isLink = (name: string) =>
    name !== current && into.get(name)?.length === 1 && outOf.get(name)?.length === 1;
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const kept: DiagramNode[] = [];
  const stands = new Map<string, string>();
  const seen = new Set<string>();
  for (const node of nodes) {
    if (seen.has(node.name)) continue;
    const chain: string[] = [];
    let next: string | undefined = node.name;
    while (next !== undefined && isLink(next)) {
      chain.push(next);
      next = outOf.get(next)?.[0]?.to;
    }
    for (const name of chain) seen.add(name);
    const middle = chain.slice(1, -1);
    kept.push(node);
    if (middle.length < LEAST_FOLDED) {
      for (const name of chain) seen.delete(name);
      seen.add(node.name);
      continue;
    }
    const folded = `${middle[0]}…${middle.at(-1)}`;
    for (const name of middle) stands.set(name, folded);
    kept.push({ name: folded, formula: '', folded: middle.length, skipped: false, isOutput: false });
    const last = byName.get(chain.at(-1) ?? '');
    if (last) kept.push(last);
  }
  const standIn = (name: string) => stands.get(name) ?? name;
  return {
    nodes: kept,
    edges: edges
      .map((edge) => ({ ...edge, from: standIn(edge.from), to: standIn(edge.to) }))
      .filter(({ from, to }) => from !== to),
  };
}
