import type { Trace } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { grouped } from './grouped.ts';

/** One quantity in the picture. */
export interface DiagramNode {
  readonly name: string;
  /** Over the names of the operands; empty for an input. */
  readonly formula: string;
  /** Absent while it is to be found. */
  readonly value?: Value;
  /** The dvar; absent before it is found, and where there is none. */
  readonly gradient?: Value;
  /** True for a branch that a condition did not take. */
  readonly skipped: boolean;
  readonly isOutput: boolean;
  /** Its dvar is asked for. */
  readonly isAsked?: boolean;
  /** Set where the node stands for so many steps of a chain that are not drawn. */
  readonly folded?: number;
}

/** A node that uses another one; `uses` counts how many of its operands that is. */
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly uses: number;
}

/** What is drawn: the quantities that lead to the output, and who uses whom. Constants stand in the formulas. */
export interface Diagram {
  /** Operands before the nodes that use them; the output is last. */
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** A diagram to be drawn in characters. */
export interface Drawing {
  readonly diagram: Diagram;
  /** The node that a question is about. */
  readonly current?: string;
  /** Leaves a line for every dvar that is still to be found, so that the drawing keeps its shape. */
  readonly isBoard?: boolean;
  /** What stands for steps that are not drawn. */
  readonly folded: (count: number) => string;
}

export interface DiagramOptions {
  /** The dvars to show; all that the backward pass tells, unless given. */
  readonly gradients?: ReadonlyMap<string, Value>;
  /** Names whose values are still to be found. */
  readonly hidden?: ReadonlySet<string>;
  /** The variable whose dvar is asked for. */
  readonly asked?: string;
  /** Show these nodes only. */
  readonly only?: ReadonlySet<string>;
}

/** More quantities than this are too many for a look. */
export const MOST_FOR_A_LOOK = 60;

/** How many quantities a trace has, those that do not lead to the output among them. */
export const countOf = ({ inputs, forward }: Trace): number => Object.keys(inputs).length + forward.length;

/** The dvars that the backward pass tells, the output's own 1 among them. */
const toldGradients = (trace: Trace): ReadonlyMap<string, Value> =>
  new Map(trace.backward.map(({ name, gradient }) => [name, gradient]));

/** The picture of a trace, before anything has a place. Time and size are linear in the graph. */
export function diagramOf(trace: Trace, options: DiagramOptions = {}): Diagram {
  const gradients = options.gradients ?? toldGradients(trace);
  const steps = new Map(trace.forward.map((step) => [step.name, step]));
  const shown = leadingToOutput(trace);
  const nodes: DiagramNode[] = [];
  const edges: DiagramEdge[] = [];
  const isShown = (name: string) => shown.has(name) && options.only?.has(name) !== false;
  for (const { name, operands } of trace.graph.nodes) {
    if (!isShown(name)) continue;
    const step = steps.get(name);
    const value = step ? step.value : trace.inputs[name];
    const gradient = gradients.get(name);
    nodes.push({
      name,
      formula: step?.formula ?? '',
      ...(value === undefined || options.hidden?.has(name) ? {} : { value }),
      ...(gradient === undefined ? {} : { gradient }),
      skipped: step?.skipped ?? false,
      isOutput: name === trace.output,
      ...(name === options.asked ? { isAsked: true } : {}),
    });
    for (const [from, uses] of grouped(operands.filter(isShown), (operand) => operand))
      edges.push({ from, to: name, uses: uses.length });
  }
  return { nodes, edges };
}

/** The names of at most so many quantities, those nearest to the output. */
export function nearOutput({ graph, output }: Trace, count: number): ReadonlySet<string> {
  const operandsOf = new Map(graph.nodes.map(({ name, operands }) => [name, operands]));
  const isConstant = new Set(graph.nodes.flatMap(({ kind, name }) => (kind === 'constant' ? [name] : [])));
  const near = new Set([output]);
  for (const name of near) {
    for (const operand of operandsOf.get(name) ?? [])
      if (near.size < count && !isConstant.has(operand)) near.add(operand);
  }
  return near;
}

/** The names around a node: what it is made of, what uses it, and what else that is made of. */
export function around({ graph }: Trace, name: string): ReadonlySet<string> {
  const near = new Set([name]);
  for (const { name: other, operands } of graph.nodes) {
    if (other === name || operands.includes(name))
      for (const neighbour of [other, ...operands]) near.add(neighbour);
  }
  return near;
}

/** Names of the inputs and operations from which the output can be reached, the output among them. */
function leadingToOutput({ graph, output }: Trace): ReadonlySet<string> {
  const leading = new Set([output]);
  for (let i = graph.nodes.length - 1; i >= 0; i--) {
    const node = graph.nodes[i];
    if (node && leading.has(node.name)) for (const operand of node.operands) leading.add(operand);
  }
  for (const { kind, name } of graph.nodes) if (kind === 'constant') leading.delete(name);
  return leading;
}
