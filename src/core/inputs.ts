import { GradtutorError } from './errors.ts';
import { forward } from './forward.ts';
import { type Program, readProgram } from './program.ts';
import { float64s } from './slab.ts';
import type { Value } from './value.ts';

/** Values by name: numbers, or expressions without variables such as '1/3'. */
export type Given = Readonly<Record<string, Value | string>> | ReadonlyMap<string, Value | string>;

/** Values for inputs that were given none, in order of first appearance: the lecture's, then other small ones. */
const LECTURE_VALUES = [5, 3, 2, 4, 6, 7, 8, 9];
/**
 * Tried one after the other when the lecture's values lie outside a domain, as for log(1 - a) or log(x - 9), or saturate an
 * operation, as in sigmoid(w*x + b).
 */
const OTHER_VALUES = [
  [0.5, 0.3, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9],
  [20, 12, 15, 11, 18, 14, 16, 13],
  [2, 3, 5, 4, 6, 7, 8, 9],
  [9, 1, 4, 2, 3, 6, 5, 8],
  [20, 0.5, 2, 0.3, 3, 0.2, 4, 0.4],
];

/** The value of the input at an index; beyond the list the same values with tens added, as long as they are whole. */
const chosenValue = (from: readonly Value[], index: number): Value => {
  const value = from[index % from.length] as Value;
  return Number.isInteger(value) ? value + 10 * Math.floor(index / from.length) : value;
};

export interface Resolved {
  /** A value for each input, in the order of `graph.inputs`. */
  readonly inputs: Float64Array;
  /** Names of the inputs whose values were chosen: all of them, or none. */
  readonly chosen: readonly string[];
  /** Names with a value that the program does not use. */
  readonly unused: readonly string[];
}

/**
 * Decides every input's value: from the program (`a = 5`), from `given`, or, only when neither gives any, chosen.
 * @param mayReplace `given` goes before what the program itself says of an input
 * @throws GradtutorError `missing-value`, `set-twice` or `bad-value`
 */
export function resolveInputs(
  program: Program,
  given: ReadonlyMap<string, Value | string>,
  mayReplace = false,
): Resolved {
  const { graph } = program;
  const names: string[] = [];
  for (const node of graph.inputs) names.push(graph.names[node] as string);
  const values = given.size === 0 ? program.given : allValues(program, given, mayReplace);
  const unused = given.size === 0 ? [] : unusedNames(given, names);
  if (names.length > 0 && program.given.size === 0 && unused.length === given.size)
    return { inputs: chosenInputs(LECTURE_VALUES, names.length), chosen: names, unused };
  const inputs = float64s(names.length);
  for (let i = 0; i < names.length; i++)
    inputs[i] = values.get(names[i] as string) ?? refuseMissing(names, values);
  return { inputs, chosen: [], unused };
}

/** What the program itself says of its inputs, and what is given. */
function allValues(
  program: Program,
  given: ReadonlyMap<string, Value | string>,
  mayReplace: boolean,
): ReadonlyMap<string, Value> {
  const values = new Map(program.given);
  given.forEach((value, name) => {
    if ((values.has(name) && !mayReplace) || program.defined.has(name))
      throw new GradtutorError('set-twice', { name });
    values.set(name, numberOf(name, value));
  });
  return values;
}

function unusedNames(given: ReadonlyMap<string, unknown>, names: readonly string[]): string[] {
  const used = new Set(names);
  const unused: string[] = [];
  given.forEach((_, name) => {
    if (!used.has(name)) unused.push(name);
  });
  return unused;
}

function chosenInputs(from: readonly Value[], count: number): Float64Array {
  const inputs = float64s(count);
  for (let i = 0; i < count; i++) inputs[i] = chosenValue(from, i);
  return inputs;
}

/** What is chosen where the lecture's values lie outside a domain or saturate an operation: to be tried in turn. */
export function* otherChoices(count: number): Generator<Float64Array, void, void> {
  for (const list of OTHER_VALUES) yield chosenInputs(list, count);
}

function refuseMissing(names: readonly string[], values: ReadonlyMap<string, Value>): never {
  const missing = names.filter((name) => !values.has(name));
  const known = names.filter((name) => values.has(name));
  const product = productOf(missing[0] as string, known);
  throw new GradtutorError(
    'missing-value',
    product === undefined ? { names: missing } : { names: missing, product },
  );
}

/**
 * Values with their texts worked out, before there is a program for them.
 * @throws GradtutorError for a text that is no number
 */
export const numbersGiven = (given: ReadonlyMap<string, Value | string>): Map<string, Value> =>
  new Map([...given].map(([name, value]) => [name, numberOf(name, value)]));

const numberOf = (name: string, value: Value | string): Value =>
  typeof value === 'string' ? evaluateText(value, name) : checked(value, name);

function checked(value: Value, name: string): Value {
  if (!Number.isFinite(value)) throw new GradtutorError('bad-value', { name, text: String(value) });
  return value;
}

/** The value of an expression without variables. */
function evaluateText(text: string, name: string): Value {
  const { graph } = readProgram(text);
  if (graph.inputs.length > 0) throw new GradtutorError('bad-value-name', { name, text });
  const values = forward(graph, []);
  return checked(values[graph.output] as Value, name);
}

/** `b*c` for a missing name `bc` when b and c are there: the multiplication sign was forgotten. */
function productOf(name: string, known: readonly string[]): string | undefined {
  const letters = Array.from(name);
  return letters.length > 1 && letters.every((letter) => known.includes(letter))
    ? letters.join('*')
    : undefined;
}
