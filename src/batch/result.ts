import type { Evaluation } from '../core/evaluate.ts';
import { type Graph, isConditionAt } from '../core/graph.ts';
import type { Verdict } from '../core/nudge.ts';
import { DEFAULT_NUDGE, judgeAll, Witnesses } from '../core/nudges.ts';
import type { Solution } from '../core/solve.ts';
import { findKinks, namesOf } from '../core/kinks.ts';
import type { Value } from '../core/value.ts';
import { variablesNamed } from '../core/variables.ts';
import type { Request } from './request.ts';

/** JSON has no infinities: they are the strings "Infinity", "-Infinity" and "NaN". */
type Numeral = Value | string;
type Named<T> = Readonly<Record<string, T>>;

/** What one expression comes to. Its form is published in schema/result.json; what is undefined is left out. */
export interface Result {
  readonly id: string | number | undefined;
  /** The text as given. */
  readonly source: string;
  readonly inputs: Named<Numeral>;
  /** Names of the inputs whose values were chosen because none was given. */
  readonly chosen: readonly string[];
  /** Names with a value that are not in the expression. */
  readonly unused: readonly string[];
  readonly output: string;
  readonly value: Numeral;
  /** d(output)/d(name) of every input, or of the variables asked for. */
  readonly gradients: Named<Numeral>;
  /** Operations at which a derivative does not exist, or is a convention. */
  readonly kinks: readonly { readonly name: string; readonly formula: string }[];
  /** Only where some were left: operations that may be at a kink too, in a graph too large to measure at all. */
  readonly kinksUnmeasured: number | undefined;
  /** Whether the nudge bears each gradient out, where that was asked for. */
  readonly nudges: Named<Verdict> | undefined;
}

export interface ResultOptions {
  /** Variables whose gradients are told; every input unless given. */
  readonly wrt?: readonly string[];
  /** The first step of the nudge check; 0.001 unless given. */
  readonly step?: number;
  /** Whether gradients are nudged. It costs about fifty evaluations each. */
  readonly isChecked: boolean;
}

/** Throws `unknown-wrt` for a variable that is not there. */
export function resultOf(
  { id, source }: Request,
  { evaluation, chosen, unused }: Solution,
  options: ResultOptions,
): Result {
  const { graph, values, gradients } = evaluation;
  const told = options.wrt ? variablesNamed(graph, options.wrt) : graph.inputs;
  const witnesses = new Witnesses(graph, values, options.step ?? DEFAULT_NUDGE);
  const found = findKinks(evaluation, witnesses);
  return {
    id,
    source,
    inputs: byName(graph, graph.inputs, values),
    chosen,
    unused,
    output: graph.names[graph.output] as string,
    value: numeral(values[graph.output] as Value),
    gradients: byName(graph, told, gradients),
    kinks: found.kinks.map(({ name, formula }) => ({ name, formula })),
    kinksUnmeasured: found.unmeasured.length > 0 ? found.unmeasured.length : undefined,
    nudges: options.isChecked ? nudgesOf(evaluation, witnesses, namesOf(found), told) : undefined,
  };
}

function nudgesOf(
  evaluation: Evaluation,
  witnesses: Witnesses,
  kinky: ReadonlySet<string>,
  told: readonly number[],
): Named<Verdict> {
  const { graph } = evaluation;
  const nudged = told.filter((node) => node !== graph.output && !isConditionAt(graph, node));
  return Object.fromEntries(
    judgeAll(evaluation, witnesses, kinky, nudged).map(({ node, verdict }) => [
      graph.names[node] as string,
      verdict,
    ]),
  );
}

/** An object without a prototype can have every name, `__proto__` too. */
function byName(graph: Graph, nodes: readonly number[], numbers: Float64Array): Named<Numeral> {
  const named = Object.create(null) as Record<string, Numeral>;
  for (const node of nodes) named[graph.names[node] as string] = numeral(numbers[node] as Value);
  return named;
}

/** Never null and never -0. */
const numeral = (value: Value): Numeral => (Number.isFinite(value) ? value + 0 : String(value));
