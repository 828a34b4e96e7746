import { backward, localDerivatives } from './backward.ts';
import { GradtutorError } from './errors.ts';
import { firstFailure, forward, neededNodes } from './forward.ts';
import { formulaOf, localFormula, numbersOf } from './formula.ts';
import {
  backwardOrder,
  dependents,
  type Edge,
  type Graph,
  isConstant,
  isOperation,
  operandsOf,
  operationAt,
  outgoingEdges,
  reachingOutput,
  varying,
} from './graph.ts';
import { type Given, resolveInputs } from './inputs.ts';
import { readProgram } from './lower.ts';
import { judge, Nudger, type Verdict, type Witness, witness } from './nudge.ts';
import { suggest } from './suggest.ts';
import type { Value } from './value.ts';

/** One node of the graph; operands are named in order, duplicates kept. */
export interface TraceNode {
  readonly name: string;
  readonly kind: 'input' | 'constant' | 'operation';
  /** The operation's name in the op table; absent for inputs and constants. */
  readonly op?: string;
  readonly operands: readonly string[];
}

/** name = formula = numbers = value */
export interface ForwardStep {
  readonly name: string;
  readonly formula: string;
  readonly numbers: string;
  readonly value: Value;
  /** True for a branch that a condition did not take: its value plays no part. */
  readonly skipped: boolean;
}

export interface Moved {
  readonly name: string;
  readonly from: Value;
  readonly to: Value;
}

/** One value nudged, and what the output does. */
export interface NudgeStep {
  readonly name: string;
  /** The way of the nudge to the output, the nudged quantity first, the output last; it ends early where nothing moves. */
  readonly chain: readonly Moved[];
  /** How many steps in the middle of a long chain are left out of `chain`. */
  readonly omitted: number;
  /** (J(x + h) − J(x)) / h at the step h of the trace. */
  readonly slope: number;
  /** Two-sided slope as h shrinks, and a bound on its error. */
  readonly settled: number;
  readonly error: number;
  /** One-sided slopes as h shrinks. */
  readonly left: number;
  readonly right: number;
  readonly verdict: Verdict;
}

/** One edge's part of a gradient: upstream gradient · local derivative. */
export interface Contribution {
  /** The node that uses the variable, and as which operand (0 is the first). */
  readonly consumer: string;
  readonly slot: number;
  readonly upstream: Value;
  readonly local: Value;
  /** The local derivative over names and over numbers. */
  readonly formula: string;
  readonly numbers: string;
  readonly product: Value;
}

export interface BackwardStep {
  readonly name: string;
  /** d(output)/d(name): the sum of the contributions; 1 for the output itself. */
  readonly gradient: Value;
  readonly contributions: readonly Contribution[];
}

/** A place where a derivative does not exist, or is a convention. */
export interface Kink {
  readonly name: string;
  readonly op: string;
  readonly formula: string;
  readonly numbers: string;
  /** For each operand that can vary: the local derivative used, and the output's slope on either side. */
  readonly operands: readonly {
    readonly name: string;
    readonly local: Value;
    readonly left: number;
    readonly right: number;
  }[];
}

/** Everything that happened, as plain data. */
export interface Trace {
  readonly version: 1;
  /** The text as given. */
  readonly source: string;
  /** The statements as understood, implicit multiplication made visible. */
  readonly statements: readonly string[];
  readonly inputs: Readonly<Record<string, Value>>;
  /** Names of the inputs whose values were chosen because none was given. */
  readonly chosen: readonly string[];
  /** Values that were given for names which are not in the expression. */
  readonly unused: readonly { readonly name: string; readonly suggestion?: string }[];
  readonly output: string;
  readonly value: Value;
  /** d(output)/d(name) of every input, intermediate and the output. */
  readonly gradients: Readonly<Record<string, Value>>;
  /** Names the telling is limited to, with all that lies between them and the output; by default every input. */
  readonly wrt: readonly string[];
  readonly graph: { readonly nodes: readonly TraceNode[] };
  readonly forward: readonly ForwardStep[];
  /** The nudge h. */
  readonly nudge: number;
  readonly nudges: readonly NudgeStep[];
  /** How many values were left unnudged because the graph is large. */
  readonly unchecked: number;
  /** From the output back, in the order of the lecture. */
  readonly backward: readonly BackwardStep[];
  readonly kinks: readonly Kink[];
}

export interface TraceOptions {
  /** Values of inputs: numbers, or texts such as '1/3' and 'pi/4'. When none is given, values are chosen. */
  readonly at?: Given;
  /** The step of the nudge check; 0.001 unless given. */
  readonly nudge?: number;
  /** Limit the telling to these variables and what lies between them and the output. */
  readonly wrt?: readonly string[];
}

const DEFAULT_NUDGE = 0.001;
/** About so many operations may be evaluated for the nudge check before it becomes a sample. */
const NUDGE_BUDGET = 20_000_000;
const EVALUATIONS_PER_WITNESS = 50;
const LONGEST_CHAIN = 24;

/**
 * Reads an expression or program and tells everything about its derivatives: forward pass, nudge check, backward pass.
 * @throws GradtutorError for anything outside the language, a missing value, or a value outside a domain
 */
export function trace(source: string, options: TraceOptions = {}): Trace {
  const step = options.nudge ?? DEFAULT_NUDGE;
  if (!Number.isFinite(step) || step === 0) throw new GradtutorError('bad-nudge', { text: String(step) });
  const given = options.at instanceof Map ? options.at : new Map(Object.entries(options.at ?? {}));
  const program = readProgram(source, given.keys());
  const { graph } = program;
  const { inputs, chosen, unused } = resolveInputs(program, given);
  const values = forward(graph, inputs);
  const needed = neededNodes(graph, values);
  const forwardSteps = tellForward(graph, values, needed);
  const failure = firstFailure(graph, values, needed);
  if (failure) {
    const told = forwardSteps[failure.node - graph.leaves] as ForwardStep;
    const before = forwardSteps.slice(0, failure.node - graph.leaves);
    const op = operationAt(graph, failure.node).name;
    throw new GradtutorError('domain', { ...told, node: told.name, op, reason: failure.reason, before });
  }
  const gradients = backward(graph, values, needed);
  const order = tellingOrder(graph, options.wrt);
  const witnesses = new Witnesses(graph, values, step);
  const kinks = findKinks(graph, values, gradients, needed, witnesses);
  const targets = order.filter((node) => node !== graph.output || !isOperation(graph, node));
  const checked = sample(graph, targets);
  const kinky = new Set(kinks.map((kink) => graph.names.indexOf(kink.name)));
  return {
    version: 1,
    source,
    statements: program.statements,
    inputs: byName(graph, graph.inputs, values),
    chosen,
    unused: unused.map((name) => {
      const suggestion = suggest(
        name,
        graph.inputs.map((node) => graph.names[node] as string),
      );
      return suggestion === undefined ? { name } : { name, suggestion };
    }),
    output: graph.names[graph.output] as string,
    value: values[graph.output] as Value,
    gradients: byName(graph, variables(graph), gradients),
    wrt: options.wrt ?? graph.inputs.map((node) => graph.names[node] as string),
    graph: { nodes: tellGraph(graph) },
    forward: forwardSteps,
    nudge: step,
    nudges: checked.map((node) => tellNudge(graph, values, gradients, witnesses, kinky, node)),
    unchecked: targets.length - checked.length,
    backward: tellBackward(graph, values, gradients, needed, order),
    kinks,
  };
}

/** Inputs and operations, in that order. */
const variables = (graph: Graph): number[] => [
  ...graph.inputs,
  ...Array.from({ length: graph.size - graph.leaves }, (_, row) => graph.leaves + row),
];

const byName = (graph: Graph, nodes: readonly number[], numbers: Float64Array): Record<string, Value> =>
  Object.fromEntries(nodes.map((node) => [graph.names[node] as string, (numbers[node] as Value) + 0]));

function tellGraph(graph: Graph): TraceNode[] {
  return graph.names.map((name, node) => {
    if (!isOperation(graph, node))
      return { name, kind: isConstant(graph, node) ? 'constant' : 'input', operands: [] };
    const operands = Array.from(operandsOf(graph, node), (operand) => graph.names[operand] as string);
    return { name, kind: 'operation', op: operationAt(graph, node).name, operands };
  });
}

function tellForward(graph: Graph, values: Float64Array, needed: Uint8Array): ForwardStep[] {
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

function tellingOrder(graph: Graph, wrt: readonly string[] | undefined): number[] {
  const order = backwardOrder(graph);
  if (wrt === undefined) return order;
  const known = new Map(variables(graph).map((node) => [graph.names[node] as string, node]));
  const between = new Set<number>([graph.output]);
  for (const name of wrt) {
    const node = known.get(name);
    if (node === undefined) {
      const suggestion = suggest(name, known.keys());
      throw new GradtutorError('unknown-wrt', {
        name,
        names: [...known.keys()],
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    between.add(node);
    for (const dependent of dependents(graph, node)) between.add(dependent);
  }
  return order.filter((node) => between.has(node));
}

/** As many targets as the budget allows, spread evenly; all of them on any graph a person would read. */
function sample(graph: Graph, targets: readonly number[]): readonly number[] {
  const operations = graph.size - graph.leaves;
  const affordable = Math.max(
    3,
    Math.floor(NUDGE_BUDGET / (EVALUATIONS_PER_WITNESS * Math.max(1, operations))),
  );
  if (targets.length <= affordable) return targets;
  return Array.from(
    { length: affordable },
    (_, i) => targets[Math.floor((i * targets.length) / affordable)] as number,
  );
}

/** Measures slopes by nudging, each node once. */
class Witnesses {
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
  graph: Graph,
  values: Float64Array,
  gradients: Float64Array,
  witnesses: Witnesses,
  kinky: ReadonlySet<number>,
  node: number,
): NudgeStep {
  const { nudger, seen } = witnesses.of(node);
  const reaches = reachingOutput(graph);
  const after = nudger.moved(witnesses.step);
  const hasMoved = (id: number) => after[id] !== values[id];
  const path = [node, ...nudger.reached.filter((reached) => reaches[reached])].filter(
    (id) => id === graph.output || hasMoved(id) || operandsOf(graph, id).some(hasMoved),
  );
  const omitted = Math.max(0, path.length - LONGEST_CHAIN);
  if (omitted > 0) path.splice(LONGEST_CHAIN / 2, omitted);
  const verdict = judge(gradients[node] as number, values[graph.output] as Value, seen);
  const meetsKink = kinky.has(node) || nudger.reached.some((reached) => kinky.has(reached));
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
    verdict: verdict !== 'agrees' && meetsKink ? 'kink' : verdict,
  };
}

function tellBackward(
  graph: Graph,
  values: Float64Array,
  gradients: Float64Array,
  needed: Uint8Array,
  order: readonly number[],
): BackwardStep[] {
  const reaches = reachingOutput(graph);
  const edges = outgoingEdges(graph);
  const locals = new Map<number, Value[]>();
  const localsOf = (node: number) => {
    let known = locals.get(node);
    if (!known) locals.set(node, (known = localDerivatives(graph, node, values)));
    return known;
  };
  const contribution = ({ consumer, slot }: Edge): Contribution => {
    const upstream = gradients[consumer] as Value;
    const local = localsOf(consumer)[slot] as Value;
    const product = upstream === 0 || !needed[consumer] ? 0 : upstream * local;
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
        : (edges[node] as Edge[]).filter((edge) => reaches[edge.consumer]).map(contribution),
  }));
}

/** Kinks that the output can feel: the operation says so, or a local derivative in use is not a number. */
function findKinks(
  graph: Graph,
  values: Float64Array,
  gradients: Float64Array,
  needed: Uint8Array,
  witnesses: Witnesses,
): Kink[] {
  const reaches = reachingOutput(graph);
  const varies = varying(graph);
  const kinks: Kink[] = [];
  for (let node = graph.leaves; node < graph.size; node++) {
    if (!reaches[node] || !needed[node] || !varies[node]) continue;
    const op = operationAt(graph, node);
    const operands = operandsOf(graph, node);
    const xs = Array.from(operands, (operand) => values[operand] as Value);
    const isStep = op.arity !== 'many' && op.partials.every((rule) => rule.formula === '0');
    if (gradients[node] === 0 && !isStep) continue;
    const locals = localDerivatives(graph, node, values);
    const isKink =
      op.arity === 'many' ? op.kink?.(values[node] as Value, xs) : op.kink?.(xs[0] as Value, xs[1] as Value);
    const isUndefined = locals.some(
      (local, slot) => varies[operands[slot] as number] && !Number.isFinite(local),
    );
    if (!isKink && !isUndefined) continue;
    const varied = [...new Set(operands)].filter((operand) => varies[operand]);
    kinks.push({
      name: graph.names[node] as string,
      op: op.name,
      formula: formulaOf(graph, node),
      numbers: numbersOf(graph, node, values),
      operands: varied.map((operand) => {
        const { seen } = witnesses.of(operand);
        const local = locals[operands.indexOf(operand)] as Value;
        return {
          name: graph.names[operand] as string,
          local: local + 0,
          left: seen.left.slope,
          right: seen.right.slope,
        };
      }),
    });
  }
  return kinks;
}
