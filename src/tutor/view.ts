import { handedDown, localDerivatives } from '../core/backward.ts';
import { operandValues } from '../core/forward.ts';
import { type Graph, operandsOf, operationAt, OutgoingEdges } from '../core/graph.ts';
import { Nudger } from '../core/nudge.ts';
import type { Op } from '../core/ops.ts';
import { applied } from '../core/lookup.ts';
import { carriesGradient, type Evaluation } from '../core/evaluate.ts';
import type { Trace } from '../core/trace.ts';
import type { Value } from '../core/value.ts';

/** One use of the variable: the edge to the node that takes it as an operand. */
export interface Use {
  readonly consumer: number;
  readonly slot: number;
  readonly op: Op;
  /** Values of the consumer's operands. */
  readonly operands: readonly Value[];
  /** G: the consumer's own gradient. L: the local derivative. */
  readonly upstream: Value;
  readonly local: Value;
}

/** An evaluated graph, and the step of its nudges. */
export interface Studied {
  readonly evaluation: Evaluation;
  readonly trace: Pick<Trace, 'nudge'>;
}

/** What a mistake about one gradient can be computed from. */
export interface View {
  readonly study: Studied;
  readonly node: number;
  readonly name: string;
  readonly value: Value;
  /** t: the right answer. */
  readonly gradient: Value;
  readonly uses: readonly Use[];
  /** The same by consumer: in x*x both uses count as one, with the sum of their local derivatives. */
  readonly consumers: readonly Use[];
  /** d(node)/d(this variable) of every node it reaches, by forward accumulation. */
  readonly tangents: ReadonlyMap<number, Value>;
  /** The output when this variable is moved by a step. */
  readonly outputAfter: (step: number) => Value;
  /** Where only what comes through one use is asked: what it is a part of, and the other uses. */
  readonly part?: { readonly whole: Value; readonly others: readonly Use[] };
}

/** What a use hands down: upstream · local. */
export const partOf = ({ op, upstream, local }: Use): Value => handedDown(op, upstream, local);

export const nameOf = ({ study }: View, node: number): string => study.evaluation.graph.names[node] as string;

/** Edges of a graph, which never changes, by the graph: made once for all of its variables. */
const edgesByGraph = new WeakMap<Graph, OutgoingEdges>();

function edgesOf(graph: Graph): OutgoingEdges {
  const edges = edgesByGraph.get(graph) ?? new OutgoingEdges(graph);
  edgesByGraph.set(graph, edges);
  return edges;
}

function usesOf(evaluation: Evaluation, node: number): Use[] {
  const { graph, values, gradients } = evaluation;
  return edgesOf(graph)
    .of(node)
    .filter(({ consumer }) => carriesGradient(evaluation, consumer))
    .map(({ consumer, slot }): Use => ({
      consumer,
      slot,
      op: operationAt(graph, consumer),
      operands: operandValues(graph, consumer, values),
      upstream: gradients[consumer] as Value,
      local: localDerivatives(graph, consumer, values)[slot] as Value,
    }));
}

/** All that is known about one variable's gradient. */
export function viewOf(study: Studied, name: string): View {
  const { evaluation } = study;
  const { graph, values, gradients } = evaluation;
  const node = graph.names.indexOf(name);
  const nudger = new Nudger(graph, values, node);
  const uses = usesOf(evaluation, node);
  return {
    study,
    node,
    name,
    value: values[node] as Value,
    gradient: gradients[node] as Value,
    uses,
    consumers: byConsumer(uses),
    tangents: tangentsFrom(evaluation, new Map([[node, 1]]), nudger.reached),
    outputAfter: (step) => nudger.output(step),
  };
}

/**
 * The same of the part of a gradient that comes through one use alone, as if the variable were used nowhere else.
 * @returns undefined where there is no such use
 */
export function partViewOf(study: Studied, name: string, consumer: string, slot: number): View | undefined {
  const { evaluation } = study;
  const { graph, values, gradients } = evaluation;
  const node = graph.names.indexOf(name);
  const uses = usesOf(evaluation, node);
  const use = uses.find((other) => graph.names[other.consumer] === consumer && other.slot === slot);
  if (!use) return undefined;
  const nudger = new Nudger(graph, values, use.consumer);
  const moved = (step: number): Value =>
    applied(use.op, use.operands.with(slot, (use.operands[slot] as Value) + step));
  return {
    study,
    node,
    name,
    value: values[node] as Value,
    gradient: partOf(use),
    uses: [use],
    consumers: [use],
    tangents: new Map([
      [node, 1],
      ...tangentsFrom(evaluation, new Map([[use.consumer, use.local]]), nudger.reached),
    ]),
    outputAfter: (step) => nudger.output(moved(step) - (values[use.consumer] as Value)),
    part: { whole: gradients[node] as Value, others: uses.filter((other) => other !== use) },
  };
}

function byConsumer(uses: readonly Use[]): Use[] {
  const merged = new Map<number, Use>();
  for (const use of uses) {
    const before = merged.get(use.consumer);
    merged.set(use.consumer, before ? { ...before, local: before.local + use.local } : use);
  }
  return [...merged.values()];
}

/** @param tangents what is known where it starts; the others are added to it */
function tangentsFrom(
  { graph, values, needed }: Evaluation,
  tangents: Map<number, Value>,
  reached: Int32Array,
): Map<number, Value> {
  for (const id of reached) {
    const locals = localDerivatives(graph, id, values);
    let sum = 0;
    for (const [slot, operand] of operandsOf(graph, id).entries()) {
      const tangent = tangents.get(operand) ?? 0;
      if (tangent !== 0 && needed[id]) sum += tangent * (locals[slot] as Value);
    }
    tangents.set(id, sum);
  }
  return tangents;
}
