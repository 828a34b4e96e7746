import { GradtutorError } from './errors.ts';
import type { Evaluation } from './evaluate.ts';
import { backwardOrder, dependents, type Graph, isConditionAt } from './graph.ts';
import type { Given } from './inputs.ts';
import type { Verdict } from './nudge.ts';
import { DEFAULT_NUDGE, nudgeAll, nudgeAlong, Witnesses } from './nudges.ts';
import { type ParsedText, printStatement, readProgram, textOf } from './program.ts';
import { namedValues, type Solution, solve } from './solve.ts';
import { findKinks, namesOf } from './kinks.ts';
import { tellBackward, tellForward, tellGraph } from './tell.ts';
import type { Value } from './value.ts';
import { variables, variablesNamed, withSuggestion } from './variables.ts';

/** One node of the graph; operands are named in order, duplicates kept. */
export interface TraceNode {
  readonly name: string;
  readonly kind: 'input' | 'constant' | 'operation';
  /** The operation's name in the op table; absent for inputs and constants. */
  readonly op?: string;
  /** The number a constant stands for; its name is how it was written, such as `1 / 3`. */
  readonly value?: Value;
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

/**
 * All inputs nudged at once, along a random direction u: (J(x + h·u) − J(x − h·u)) / 2h as h shrinks. On a graph too large
 * for a nudge of every value, this looks at all gradients of inputs together.
 */
export interface DirectionStep {
  /** What the direction was drawn with: mulberry32, one number for each input, in the order of `inputs`. */
  readonly seed: number;
  /** The slope along u, and a bound on its error. */
  readonly slope: number;
  readonly error: number;
  /** What it should be: the sum of d(output)/d(input) · u(input). */
  readonly gradient: number;
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
  /** Only where some were left: nudges of all inputs at once. */
  readonly directions?: readonly DirectionStep[];
  /** From the output back, in the order of the lecture. */
  readonly backward: readonly BackwardStep[];
  readonly kinks: readonly Kink[];
  /** Only where some were left: how many operations may be at a kink too, but the graph is too large to measure at all. */
  readonly kinksUnmeasured?: number;
}
export interface TraceOptions {
  /** Values of inputs: numbers, or texts such as '1/3' and 'pi/4'. When none is given, values are chosen. */
  readonly at?: Given;
  /** Whether `at` may replace values that the program itself gives to inputs; two values are an error unless it may. */
  readonly replace?: boolean;
  /** The step of the nudge check; 0.001 unless given. */
  readonly nudge?: number;
  /** Limit the telling to these variables and what lies between them and the output. */
  readonly wrt?: readonly string[];
}

/**
 * Reads an expression or program and tells everything about its derivatives: forward pass, nudge check, backward pass.
 * @throws GradtutorError for anything outside the language, a missing value, or a value outside a domain
 */
export const trace = (source: string, options: TraceOptions = {}): Trace => study(source, options).trace;

/** A trace with the graph and the arrays it was read from, for those who compute further. */
export interface Study {
  readonly trace: Trace;
  readonly evaluation: Evaluation;
}

/** The trace of an expression, and the evaluated graph behind it. Throws as `trace` does. */
export function study(source: string | ParsedText, options: TraceOptions = {}): Study {
  const step = options.nudge ?? DEFAULT_NUDGE;
  if (!Number.isFinite(step) || step === 0) throw new GradtutorError('bad-nudge', { text: String(step) });
  const given = namedValues(options.at ?? {});
  const { graph, evaluation, chosen, unused, statements } = understood(source, given, options.replace);
  const { values, gradients } = evaluation;
  const wrt = options.wrt && [...new Set(options.wrt.map((name) => name.normalize('NFC')))];
  const order = tellingOrder(evaluation, wrt);
  const witnesses = new Witnesses(graph, values, step);
  const found = findKinks(evaluation, witnesses);
  const kinky = namesOf(found);
  const { nudges, unchecked } = nudgeAll(evaluation, witnesses, kinky, order);
  const inputNames = graph.inputs.map((node) => graph.names[node] as string);
  const told: Trace = {
    version: 1,
    source: textOf(source),
    statements,
    inputs: byName(graph, graph.inputs, values),
    chosen,
    unused: unused.map((name) => withSuggestion(name, inputNames)),
    output: graph.names[graph.output] as string,
    value: values[graph.output] as Value,
    gradients: byName(graph, variables(graph), gradients),
    wrt: wrt ?? inputNames,
    graph: { nodes: tellGraph(graph) },
    forward: tellForward(evaluation),
    nudge: step,
    nudges,
    unchecked,
    ...(unchecked > 0 ? { directions: nudgeAlong(evaluation, kinky) } : {}),
    backward: tellBackward(evaluation, order),
    kinks: found.kinks,
    ...(found.unmeasured.length > 0 ? { kinksUnmeasured: found.unmeasured.length } : {}),
  };
  return { trace: told, evaluation };
}

/** A text solved, and as it was understood. Its tree is left behind: it is several times as large as the graph. */
function understood(
  source: string | ParsedText,
  given: ReadonlyMap<string, Value | string>,
  mayReplace: boolean | undefined,
): Solution & { readonly graph: Graph; readonly statements: readonly string[] } {
  const program = readProgram(source, given.keys());
  const { graph, statements } = program;
  return { ...solve(program, given, mayReplace), graph, statements: statements.map(printStatement) };
}

const byName = (graph: Graph, nodes: readonly number[], numbers: Float64Array): Record<string, Value> =>
  Object.fromEntries(nodes.map((node) => [graph.names[node] as string, (numbers[node] as Value) + 0]));

/** From the output back; without conditions, and without the branches they did not take. */
function tellingOrder({ graph, needed }: Evaluation, wrt: readonly string[] | undefined): number[] {
  const order = backwardOrder(graph).filter((node) => needed[node] === 1 && !isConditionAt(graph, node));
  if (wrt === undefined) return order;
  const between = new Set<number>([graph.output]);
  for (const node of variablesNamed(graph, wrt)) {
    between.add(node);
    for (const dependent of dependents(graph, node)) between.add(dependent);
  }
  return order.filter((node) => between.has(node));
}
