import { type Evaluation, evaluate } from '../core/evaluate.ts';
import { operandValues } from '../core/forward.ts';
import { backwardOrder, type Graph, operandsOf, operationAt } from '../core/graph.ts';
import type { Family } from '../core/ops.ts';
import { type Program, readProgram } from '../core/program.ts';
import { isSaturated } from '../core/saturated.ts';
import type { Value } from '../core/value.ts';
import { mistakes } from './mistakes.ts';
import { isNear } from './near.ts';
import type { Random } from '../core/random.ts';
import { viewOf } from './view.ts';

/** Small numbers a learner can work with; 1 is none of them, since it changes nothing as a factor. */
const WHOLE: readonly Value[] = [2, 3, 4, 5, 7, -2, -3, 6, -4];
const FRACTIONS: readonly Value[] = [0.5, -0.5, 0.25, 1.5, 0.2, 0.4];
/** The label of an example, of which a logistic function gives the probability; and what tanh tends to. */
const LABELS: readonly Value[] = [0, 1];
const SIGNS: readonly Value[] = [-1, 1];
const DRAWS = 60;
/** Draws of one input until it is none of the others. */
const OWN_DRAWS = 20;
/** A local derivative that leaves something to see in three digits: sigmoid′ up to |x| = 2.9, tanh′ up to 2.2. */
const NOT_FLAT = 0.05;
const NUDGE = 0.001;

/** A number for one input, in the draw with this number. */
export type Draw = (random: Random, draw: number) => Value;

const drawEasy: Draw = (random, draw) => random.pick(draw % 3 === 2 ? FRACTIONS : WHOLE);

/**
 * Inputs that tell mistakes apart: small, each another number, inside every domain, off every kink, unsaturated, and such
 * that as few wrong answers as possible equal the right one or each other.
 * @returns a value for each input of the expression, by name; undefined if none of the draws can be evaluated
 */
export function diagnosticInputs(
  source: string,
  random: Random,
  draw: Draw = drawEasy,
): ReadonlyMap<string, Value> | undefined {
  const program = readProgram(source);
  const names = program.graph.inputs.map((node) => program.graph.names[node] as string);
  const labels = labelsIn(program.graph);
  let best: readonly Value[] | undefined;
  let bestScore = Infinity;
  for (let i = 0; i < DRAWS && bestScore > 0; i++) {
    const drawn = new Set<Value>();
    const inputs = program.graph.inputs.map((node) => {
      const values = labels.get(node);
      return values ? random.pick(values) : drawAnother(drawn, () => draw(random, i));
    });
    const score = confusion(program, inputs, bestScore);
    if (score < bestScore) [best, bestScore] = [inputs, score];
  }
  const chosen = best;
  return chosen && new Map(names.map((name, i) => [name, chosen[i] as Value]));
}

/** A number that is not drawn yet, if there is one: two inputs that are equal hide which of them was taken. */
function drawAnother(drawn: Set<Value>, draw: () => Value): Value {
  let value = draw();
  for (let again = 1; drawn.has(value) && again < OWN_DRAWS; again++) value = draw();
  drawn.add(value);
  return value;
}

/**
 * Inputs that are a label, with the values they may have: they weigh the logarithm of something computed, as y does in
 * y*log(a), or are compared with what a logistic function or tanh gives, as in (a - y)^2 after a = sigmoid(z).
 */
function labelsIn(graph: Graph): ReadonlyMap<number, readonly Value[]> {
  const found = new Map<number, readonly Value[]>();
  const isOf = (node: number, family: Family) =>
    node >= graph.leaves && operationAt(graph, node).families?.includes(family);
  const isLogOfResult = (node: number) =>
    isOf(node, 'logarithm') && operandsOf(graph, node).every((operand) => operand >= graph.leaves);
  const labelsOf = (operands: Int32Array) => {
    if (operands.some((operand) => isOf(operand, 'logistic'))) return LABELS;
    return operands.some((operand) => isTanh(graph, operand)) && SIGNS;
  };
  for (let node = graph.leaves; node < graph.size; node++) {
    const operands = operandsOf(graph, node);
    const values = isOf(node, 'product')
      ? operands.some(isLogOfResult) && LABELS
      : isOf(node, 'difference') && labelsOf(operands);
    if (values) for (const operand of operands) if (operand < graph.leaves) found.set(operand, values);
  }
  return found;
}

const isTanh = (graph: Graph, node: number): boolean =>
  node >= graph.leaves && operationAt(graph, node).name === 'tanh';

/**
 * How much these inputs hide: signatures that equal the right answer or each other, over all gradients asked for.
 * @param limit where counting may stop
 */
function confusion({ graph }: Program, inputs: readonly Value[], limit: number): number {
  const evaluation = evaluate(graph, inputs);
  if (!isHealthy(evaluation)) return Infinity;
  let hidden = 0;
  for (const node of backwardOrder(graph).slice(1)) {
    const view = viewOf({ evaluation, trace: { nudge: NUDGE } }, graph.names[node] as string);
    const seen = [view.gradient];
    for (const { find } of mistakes) {
      const values = find(view)
        .map(({ value }) => value)
        .filter(Number.isFinite);
      hidden += values.filter((value) => seen.some((other) => isNear(value, other))).length;
      if (hidden >= limit) return hidden;
      seen.push(...values);
    }
  }
  return hidden;
}

/** Every value and gradient is a number a person can work with, and no node lies on a kink. */
function isHealthy(evaluation: Evaluation): boolean {
  const { graph, values, gradients, reaches, varies, failure } = evaluation;
  if (failure || isSaturated(evaluation, NOT_FLAT)) return false;
  for (let node = 0; node < graph.size; node++) {
    if (!reaches[node] || !varies[node]) continue;
    const value = Math.abs(values[node] as Value);
    const gradient = Math.abs(gradients[node] as Value);
    if (value > 100 || gradient > 200 || (gradient !== 0 && gradient < 0.005) || !Number.isFinite(gradient))
      return false;
    if (node < graph.leaves) continue;
    const op = operationAt(graph, node);
    const xs = operandValues(graph, node, values);
    const isKink =
      op.arity === 'many' ? op.kink?.(values[node] as Value, xs) : op.kink?.(xs[0] as Value, xs[1] as Value);
    if (isKink) return false;
  }
  return true;
}
