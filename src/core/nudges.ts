import { type Graph, operandsOf } from './graph.ts';
import { isPlainlyBorneOut, judge, Nudger, oneStep, type Verdict, type Witness, witness } from './nudge.ts';
import { Random } from './random.ts';
import type { Evaluation } from './evaluate.ts';
import type { DirectionStep, NudgeStep } from './trace.ts';
import type { Value } from './value.ts';

/** The step of the nudge check, unless another is asked for. */
export const DEFAULT_NUDGE = 0.001;

/** About so many operations of two operands may be evaluated for the nudge check before it becomes a sample. */
const NUDGE_BUDGET = 20_000_000;
const EVALUATIONS_PER_WITNESS = 50;
const FEWEST_WITNESSES = 3;
const LONGEST_CHAIN = 24;

/**
 * Nudges each of these values: does it bear its gradient out? On a graph too large for a whole witness of each, a step or
 * three do where they agree to five digits, which makes about n + 1 evaluations for n values; for the rest there are
 * witnesses as far as the budget goes, and then `cannot-tell`.
 */
export function judgeAll(
  evaluation: Evaluation,
  witnesses: Witnesses,
  kinky: ReadonlySet<string>,
  targets: readonly number[],
): { node: number; verdict: Verdict }[] {
  const { graph, gradients, values } = evaluation;
  const output = values[graph.output] as Value;
  let left = affordableWitnesses(graph);
  const isLarge = targets.length > left;
  // At a kink one step sees one side only.
  const isSmooth = kinky.size === 0;
  const verdict = (node: number): Verdict => {
    if (isLarge && isSmooth) {
      const nudger = new Nudger(graph, values, node);
      if (isPlainlyBorneOut(nudger, values[node] as Value, output, gradients[node] as number))
        return 'agrees';
    }
    return isLarge && left-- <= 0 ? 'cannot-tell' : verdictOn(evaluation, witnesses, kinky, node);
  };
  return targets.map((node) => ({ node, verdict: verdict(node) }));
}

/** Tells of a nudge for every value of the telling order, or, on a graph too large for that, for a sample of them. */
export function nudgeAll(
  evaluation: Evaluation,
  witnesses: Witnesses,
  kinky: ReadonlySet<string>,
  order: readonly number[],
): { nudges: NudgeStep[]; unchecked: number } {
  const { graph } = evaluation;
  const targets = order.filter((node) => node !== graph.output);
  const checked = sample(graph, targets);
  return {
    nudges: checked.map((node) => tellNudge(evaluation, witnesses, kinky, node)),
    unchecked: targets.length - checked.length,
  };
}

/** What the check of a sample does besides: moves all inputs at once along random directions, the same every time. */
const DIRECTIONS = 3;

/**
 * Directional derivatives, by central differences, next to gradient · u: a wrong gradient of any input shows in all of
 * them, unless chance is against it. Each input moves by a random part, from −1 to 1, of its own size (of 1 where it is 0).
 */
export function nudgeAlong(
  { graph, values, gradients }: Evaluation,
  kinky: ReadonlySet<string>,
): DirectionStep[] {
  const output = values[graph.output] as Value;
  return Array.from({ length: DIRECTIONS }, (_, seed) => {
    const random = new Random(seed);
    const direction = Float64Array.from(
      graph.inputs,
      (node) => (2 * random.next() - 1) * (Math.abs(values[node] as Value) || 1),
    );
    const nudger = new Nudger(graph, values, { direction });
    const seen = witness(nudger, 0, output);
    let gradient = 0;
    for (const [i, node] of graph.inputs.entries())
      gradient += (gradients[node] as number) * (direction[i] as number);
    const verdict = judge(gradient, output, seen);
    return {
      seed,
      slope: seen.settled.slope,
      error: seen.settled.error,
      gradient,
      verdict: verdict !== 'agrees' && kinky.size > 0 ? 'kink' : verdict,
    };
  });
}

/** How many values of a graph may be nudged: an operation of many operands counts as that many. */
export function affordableWitnesses({ leaves, operands, size }: Graph): number {
  const work = Math.max(1, size - leaves, operands.length / 2);
  return Math.max(FEWEST_WITNESSES, Math.floor(NUDGE_BUDGET / (EVALUATIONS_PER_WITNESS * work)));
}

/** As many targets as the budget allows, spread evenly; all of them on any graph a person would read. */
function sample(graph: Graph, targets: readonly number[]): readonly number[] {
  const affordable = affordableWitnesses(graph);
  if (targets.length <= affordable) return targets;
  return Array.from(
    { length: affordable },
    (_, i) => targets[Math.floor((i * targets.length) / affordable)] as number,
  );
}

/** Measures slopes by nudging, each node once. */
export class Witnesses {
  readonly #known = new Map<number, { nudger: Nudger; seen: Witness }>();
  readonly #graph: Graph;
  readonly #values: Float64Array;
  readonly step: number;

  constructor(graph: Graph, values: Float64Array, step: number) {
    this.#graph = graph;
    this.#values = values;
    this.step = step;
  }

  of(node: number): { nudger: Nudger; seen: Witness } {
    let known = this.#known.get(node);
    if (!known) {
      const nudger = new Nudger(this.#graph, this.#values, node);
      const output = this.#values[this.#graph.output] as Value;
      known = { nudger, seen: witness(nudger, this.#values[node] as Value, output) };
      this.#known.set(node, known);
    }
    return known;
  }
}

function tellNudge(
  evaluation: Evaluation,
  witnesses: Witnesses,
  kinky: ReadonlySet<string>,
  node: number,
): NudgeStep {
  const { graph, values, reaches } = evaluation;
  const { nudger, seen } = witnesses.of(node);
  const after = nudger.moved(witnesses.step);
  const hasMoved = (id: number) => after[id] !== values[id];
  const path = [node, ...nudger.reached.filter((reached) => reaches[reached])].filter(
    (id) => id === graph.output || hasMoved(id) || operandsOf(graph, id).some(hasMoved),
  );
  const omitted = Math.max(0, path.length - LONGEST_CHAIN);
  if (omitted > 0) path.splice(LONGEST_CHAIN / 2, omitted);
  return {
    name: graph.names[node] as string,
    chain: path.map((id) => ({
      name: graph.names[id] as string,
      from: values[id] as Value,
      to: after[id] as Value,
    })),
    omitted,
    slope: oneStep(nudger, values[graph.output] as Value, witnesses.step),
    settled: seen.settled.slope,
    error: seen.settled.error,
    left: seen.left.slope,
    right: seen.right.slope,
    verdict: verdictOn(evaluation, witnesses, kinky, node),
  };
}

function verdictOn(
  { graph, values, gradients }: Evaluation,
  witnesses: Witnesses,
  kinky: ReadonlySet<string>,
  node: number,
): Verdict {
  const { nudger, seen } = witnesses.of(node);
  const verdict = judge(gradients[node] as number, values[graph.output] as Value, seen);
  const meetsKink = [node, ...nudger.reached].some((id) => kinky.has(graph.names[id] as string));
  return verdict !== 'agrees' && meetsKink ? 'kink' : verdict;
}
