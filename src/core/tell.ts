import { handedDown, localDerivatives } from './backward.ts';
import { carriesGradient, type Evaluation } from './evaluate.ts';
import { formulaOf, localFormula, numbersOf } from './formula.ts';
import {
  constantValue,
  type Edge,
  type Graph,
  isOperation,
  operandsOf,
  operationAt,
  OutgoingEdges,
} from './graph.ts';
import type { BackwardStep, Contribution, ForwardStep, TraceNode } from './trace.ts';
import type { Value } from './value.ts';

export function tellGraph(graph: Graph): TraceNode[] {
  return graph.names.map((name, node) => {
    const constant = constantValue(graph, node);
    if (constant !== undefined) return { name, kind: 'constant', value: constant, operands: [] };
    if (!isOperation(graph, node)) return { name, kind: 'input', operands: [] };
    const operands = Array.from(operandsOf(graph, node), (operand) => graph.names[operand] as string);
    return { name, kind: 'operation', op: operationAt(graph, node).name, operands };
  });
}

export function tellForward({ graph, values, needed }: Evaluation): ForwardStep[] {
  const steps: ForwardStep[] = [];
  for (let node = graph.leaves; node < graph.size; node++) {
    steps.push({
      name: graph.names[node] as string,
      formula: formulaOf(graph, node),
      numbers: numbersOf(graph, node, values),
      value: values[node] as Value,
      skipped: needed[node] === 0,
    });
  }
  return steps;
}

export function tellBackward(evaluation: Evaluation, order: readonly number[]): BackwardStep[] {
  const { graph, values, gradients } = evaluation;
  const edges = new OutgoingEdges(graph);
  /** Local derivatives of operations of many operands, which ask once each; to keep them all would be a second trace. */
  const locals = new Map<number, Value[]>();
  const localsOf = (node: number) => {
    if (operationAt(graph, node).arity !== 'many') return localDerivatives(graph, node, values);
    let known = locals.get(node);
    if (!known) locals.set(node, (known = localDerivatives(graph, node, values)));
    return known;
  };
  const contribution = ({ consumer, slot }: Edge): Contribution => {
    const upstream = gradients[consumer] as Value;
    const local = localsOf(consumer)[slot] as Value;
    const product = handedDown(operationAt(graph, consumer), upstream, local);
    return {
      consumer: graph.names[consumer] as string,
      slot,
      upstream: upstream + 0,
      local: local + 0,
      ...localFormula(graph, consumer, slot, values),
      product: product + 0,
    };
  };
  return order.map((node) => ({
    name: graph.names[node] as string,
    gradient: (gradients[node] as Value) + 0,
    contributions:
      node === graph.output
        ? []
        : edges
            .of(node)
            .filter(({ consumer }) => carriesGradient(evaluation, consumer))
            .map(contribution),
  }));
}
