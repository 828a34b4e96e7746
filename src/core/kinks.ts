import { localDerivatives } from './backward.ts';
import type { Evaluation } from './evaluate.ts';
import { operandValues } from './forward.ts';
import { formulaOf, numbersOf } from './formula.ts';
import { type Graph, operandsEnd, operandsOf, operandsStart, operationAt } from './graph.ts';
import { canKink, isFlat } from './kernels.ts';
import { judge } from './nudge.ts';
import { affordableWitnesses, type Witnesses } from './nudges.ts';
import type { Op } from './ops.ts';
import { opOf } from './lookup.ts';
import type { Kink } from './trace.ts';
import type { Value } from './value.ts';

/** Where a derivative does not exist, or is a convention. */
export interface Kinks {
  readonly kinks: readonly Kink[];
  /** Names of operations that may be at a kink too: the graph is too large to measure the slopes of all. */
  readonly unmeasured: readonly string[];
}

/** Kinks that the output can feel: the operation says so, or a local derivative in use is not a number. */
export function findKinks(evaluation: Evaluation, witnesses: Witnesses): Kinks {
  const suspects = suspectedKinks(evaluation);
  return suspects.length === 0 ? NO_KINKS : measureKinks(evaluation, witnesses, suspects);
}

const NO_KINKS: Kinks = { kinks: [], unmeasured: [] };

/** The names of all that is at a kink or may be: there a nudge need not agree. */
export const namesOf = ({ kinks, unmeasured }: Kinks): Set<string> =>
  new Set([...kinks.map(({ name }) => name), ...unmeasured]);

/** Operations that the output can feel and that may be at a kink. */
function suspectedKinks(evaluation: Evaluation): number[] {
  const { graph, needed, reaches, varies } = evaluation;
  const suspects: number[] = [];
  for (let node = graph.leaves; node < graph.size; node++)
    if (reaches[node] && needed[node] && varies[node] && mayBeAtKink(evaluation, node)) suspects.push(node);
  return suspects;
}

/** The kinks among these operations, as far as there is time to measure slopes. */
function measureKinks(evaluation: Evaluation, witnesses: Witnesses, suspects: readonly number[]): Kinks {
  const { graph } = evaluation;
  const kinks: Kink[] = [];
  const unmeasured: string[] = [];
  let left = affordableWitnesses(graph);
  for (const node of suspects) {
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

function mayBeAtKink(evaluation: Evaluation, node: number): boolean {
  const { graph, gradients, values } = evaluation;
  const opcode = graph.opcodes[node - graph.leaves] as number;
  if (gradients[node] === 0 && !isFlat[opcode]) return false;
  if (canKink[opcode] && isAtKink(opOf(opcode), graph, node, values)) return true;
  return !hasFiniteGradients(graph, node, gradients) && hasUndefinedLocal(evaluation, node);
}

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
