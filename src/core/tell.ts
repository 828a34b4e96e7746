import { handedDown, localDerivatives } from './backward.ts';
import { carriesGradient, type Evaluation } from './evaluate.ts';
import { operandValues } from './forward.ts';
import { formulaOf, localFormula, numbersOf } from './formula.ts';
import {
  constantValue,
  type Edge,
  type Graph,
  isOperation,
  operandsEnd,
  operandsOf,
  operandsStart,
  operationAt,
  OutgoingEdges,
} from './graph.ts';
import { judge } from './nudge.ts';
import { isStep, type Op } from './ops.ts';
import { affordableWitnesses, type Witnesses } from './nudges.ts';
import type { BackwardStep, Contribution, ForwardStep, Kink, TraceNode } from './trace.ts';
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

/** Where a derivative does not exist, or is a convention. */
export interface Kinks {
  readonly kinks: readonly Kink[];
  /** Names of operations that may be at a kink too: the graph is too large to measure the slopes of all. */
  readonly unmeasured: readonly string[];
}

/** Kinks that the output can feel: the operation says so, or a local derivative in use is not a number. */
export function findKinks(evaluation: Evaluation, witnesses: Witnesses): Kinks {
  const { graph, values, gradients, needed, reaches, varies } = evaluation;
  const kinks: Kink[] = [];
  const unmeasured: string[] = [];
  let left = affordableWitnesses(graph);
  for (let node = graph.leaves; node < graph.size; node++) {
    if (!reaches[node] || !needed[node] || !varies[node]) continue;
    const op = operationAt(graph, node);
    if (gradients[node] === 0 && !isStep(op)) continue;
    const isKink = isAtKink(op, graph, node, values);
    if (!isKink && hasFiniteGradients(graph, node, gradients)) continue;
    if (!isKink && !hasUndefinedLocal(evaluation, node)) continue;
    const cost = operandsEnd(graph, node) - operandsStart(graph, node);
    if (cost > left) {
      unmeasured.push(graph.names[node] as string);
      continue;
    }
    left -= cost;
    const kink = tellKink(evaluation, witnesses, node);
    if (kink) kinks.push(kink);
  }
  return { kinks, unmeasured };
}

/** The names of all that is at a kink or may be: there a nudge need not agree. */
export const namesOf = ({ kinks, unmeasured }: Kinks): Set<string> =>
  new Set([...kinks.map(({ name }) => name), ...unmeasured]);

function hasUndefinedLocal({ graph, values, varies }: Evaluation, node: number): boolean {
  const operands = operandsOf(graph, node);
  return localDerivatives(graph, node, values).some(
    (local, slot) => varies[operands[slot] as number] && !Number.isFinite(local),
  );
}

/** The kink at a node, if the nudges of an operand bear it out. */
function tellKink(
  { graph, values, gradients, varies }: Evaluation,
  witnesses: Witnesses,
  node: number,
): Kink | undefined {
  const operands = operandsOf(graph, node);
  const locals = localDerivatives(graph, node, values);
  const broken = [...new Set(operands)].filter((operand) => {
    const verdict = judge(
      gradients[operand] as number,
      values[graph.output] as Value,
      witnesses.of(operand).seen,
    );
    return varies[operand] && verdict !== 'agrees';
  });
  if (broken.length === 0) return undefined;
  return {
    name: graph.names[node] as string,
    op: operationAt(graph, node).name,
    formula: formulaOf(graph, node),
    numbers: numbersOf(graph, node, values),
    operands: broken.map((operand) => {
      const { seen } = witnesses.of(operand);
      const local = locals[operands.indexOf(operand)] as Value;
      return {
        name: graph.names[operand] as string,
        local: local + 0,
        left: seen.left.slope,
        right: seen.right.slope,
      };
    }),
  };
}

function isAtKink(op: Op, graph: Graph, node: number, values: Float64Array): boolean {
  if (op.kink === undefined) return false;
  if (op.arity === 'many') return op.kink(values[node] as Value, operandValues(graph, node, values));
  const start = operandsStart(graph, node);
  const x = values[graph.operands[start] as number] as Value;
  // Beyond the last operand of the last node there is none: what is no index makes every read slow.
  const y = op.arity === 1 ? NaN : (values[graph.operands[start + 1] as number] as Value);
  return op.kink(x, y);
}

/** Whether the operands of a node have gradients: a local derivative that does not exist would leave its operand without. */
function hasFiniteGradients(graph: Graph, node: number, gradients: Float64Array): boolean {
  const end = operandsEnd(graph, node);
  for (let k = operandsStart(graph, node); k < end; k++)
    if (!Number.isFinite(gradients[graph.operands[k] as number])) return false;
  return true;
}
