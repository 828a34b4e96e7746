import { type Graph, operandsOf } from './graph.ts';
import { judge, Nudger, type Verdict, type Witness, witness } from './nudge.ts';
import type { Evaluation } from './evaluate.ts';
import type { Kink, NudgeStep } from './trace.ts';
import type { Value } from './value.ts';

/** The step of the nudge check, unless another is asked for. */
export const DEFAULT_NUDGE = 0.001;

/** About so many operations of two operands may be evaluated for the nudge check before it becomes a sample. */
const NUDGE_BUDGET = 20_000_000;
const EVALUATIONS_PER_WITNESS = 50;
const FEWEST_WITNESSES = 3;
const LONGEST_CHAIN = 24;

/** Nudges these values, or, on a graph too large for that, a sample of them: does each bear its gradient out? */
export function judgeAll(
  evaluation: Evaluation,
  witnesses: Witnesses,
  kinks: readonly Kink[],
  targets: readonly number[],
): { judged: { node: number; verdict: Verdict }[]; unchecked: number } {
  const checked = sample(evaluation.graph, targets);
  const kinky = namesOf(kinks);
  return {
    judged: checked.map((node) => ({ node, verdict: verdictOn(evaluation, witnesses, kinky, node) })),
    unchecked: targets.length - checked.length,
  };
}

/** Tells of a nudge for every value of the telling order, or, on a graph too large for that, for a sample of them. */
export function nudgeAll(
  evaluation: Evaluation,
  witnesses: Witnesses,
  kinks: readonly Kink[],
  order: readonly number[],
): { nudges: NudgeStep[]; unchecked: number } {
  const { graph } = evaluation;
  const targets = order.filter((node) => node !== graph.output);
  const checked = sample(graph, targets);
  const kinky = namesOf(kinks);
  return {
    nudges: checked.map((node) => tellNudge(evaluation, witnesses, kinky, node)),
    unchecked: targets.length - checked.length,
  };
}

const namesOf = (kinks: readonly Kink[]): Set<string> => new Set(kinks.map((kink) => kink.name));

/** How many values of a graph may be nudged: an operation of many operands counts as that many. */
function affordableWitnesses({ leaves, operands, size }: Graph): number {
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
      known = { nudger, seen: witness(nudger, this.#values[node] as Value, output, this.step) };
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
    slope: seen.oneStep,
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
