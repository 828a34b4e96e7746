import { type Contribution, trace, type Trace } from '../../src/core/trace.ts';

/** A node's edge to one that uses it: L is the local derivative, G the user's own gradient. */
export interface Use {
  readonly consumer: string;
  readonly slot: number;
  readonly op: string;
  readonly operands: readonly number[];
  readonly L: number;
  readonly G: number;
}

interface SheetNode {
  readonly name: string;
  readonly op: string | undefined;
  readonly operands: readonly string[];
}

/** A traced expression as a learner has it on paper: everything here is read off the trace or is plain arithmetic. */
export interface Sheet {
  readonly trace: Trace;
  /** Operands before the nodes that use them. */
  readonly nodes: readonly SheetNode[];
  readonly node: (name: string) => SheetNode;
  readonly value: (name: string) => number;
  readonly gradient: (name: string) => number;
  readonly isConstant: (name: string) => boolean;
  /** Everything with a gradient that is asked for: all that varies and reaches the output, but the output itself. */
  readonly asked: readonly string[];
  readonly uses: (name: string) => readonly Use[];
  /** d(node)/d(name) for every node that the name reaches. */
  readonly tangents: (name: string) => ReadonlyMap<string, number>;
  /** The output when one node is held at another value. */
  readonly outputAt: (name: string, value: number) => number;
}

export function sheetOf(told: Trace): Sheet {
  const nodes: SheetNode[] = told.graph.nodes.map(({ name, op, operands }) => ({ name, op, operands }));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const values = new Map<string, number>();
  const constants = new Set<string>();
  for (const { name, kind } of told.graph.nodes) {
    if (kind !== 'constant') continue;
    constants.add(name);
    values.set(name, constantValue(name));
  }
  for (const [name, value] of Object.entries(told.inputs)) values.set(name, value);
  for (const { name, value } of told.forward) values.set(name, value);
  const value = (name: string) => known(values, name);
  const locals = new Map<string, { slot: number; operand: string; local: number }[]>();
  const uses = new Map<string, Use[]>();
  for (const { name, contributions } of told.backward) {
    uses.set(
      name,
      contributions.map((part) => useOf(part, known(byName, part.consumer), value)),
    );
    for (const { consumer, slot, local } of contributions) {
      const list = locals.get(consumer) ?? [];
      list.push({ slot, operand: name, local });
      locals.set(consumer, list);
    }
  }
  const tangents = (from: string) => {
    const found = new Map([[from, 1]]);
    for (const { name } of nodes) {
      const parts = (locals.get(name) ?? []).filter(({ operand }) => found.has(operand));
      if (name !== from && parts.length > 0)
        found.set(
          name,
          parts.reduce((sum, { operand, local }) => sum + known(found, operand) * local, 0),
        );
    }
    return found;
  };
  const outputAt = (name: string, moved: number) => {
    const now = new Map([[name, moved]]);
    const at = (operand: string) => now.get(operand) ?? value(operand);
    for (const node of nodes) {
      if (node.name === name || node.op === undefined) continue;
      if (node.operands.some((operand) => now.has(operand)))
        now.set(node.name, evaluate(node.op, node.operands.map(at)));
    }
    return at(told.output);
  };
  return {
    trace: told,
    nodes,
    node: (name) => known(byName, name),
    value,
    gradient: (name) => known(new Map(Object.entries(told.gradients)), name),
    isConstant: (name) => constants.has(name),
    asked: told.backward.map(({ name }) => name).filter((name) => name !== told.output),
    uses: (name) => known(uses, name),
    tangents,
    outputAt,
  };
}

const useOf = (
  { consumer, slot, local, upstream }: Contribution,
  node: SheetNode,
  value: (name: string) => number,
): Use => ({
  consumer,
  slot,
  op: node.op ?? '',
  operands: node.operands.map(value),
  L: local,
  G: upstream,
});

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key);
  if (found === undefined) throw new Error(`not on the sheet: ${String(key)}`);
  return found;
}

/** A constant's name is its text: `3`, `-0.5`, `1 / 3`, `tanh(2)`. */
function constantValue(text: string): number {
  const value = Number(text);
  return Number.isNaN(value) ? trace(text).value : value;
}

/** A function of one variable and its derivative, as in a textbook. */
interface Textbook {
  readonly at: (x: number) => number;
  readonly slope: (x: number) => number;
}

const sigma = (x: number) => 1 / (1 + Math.exp(-x));

const functions: Readonly<Record<string, Textbook>> = {
  square: { at: (x) => x * x, slope: (x) => 2 * x },
  cube: { at: (x) => x ** 3, slope: (x) => 3 * x * x },
  sqrt: { at: Math.sqrt, slope: (x) => 0.5 / Math.sqrt(x) },
  exp: { at: Math.exp, slope: Math.exp },
  log: { at: Math.log, slope: (x) => (x > 0 ? 1 / x : NaN) },
  sin: { at: Math.sin, slope: Math.cos },
  cos: { at: Math.cos, slope: (x) => -Math.sin(x) },
  tanh: { at: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
  sigmoid: { at: sigma, slope: (x) => sigma(x) * (1 - sigma(x)) },
  abs: { at: Math.abs, slope: Math.sign },
  relu: { at: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
};

/** f′ at a point, where f is a function of its first operand alone; for a power, the exponent is given. */
export function slopeOf(op: string, at: number, exponent: number | undefined): number {
  if (op === 'pow') return exponent === undefined ? NaN : exponent * at ** (exponent - 1);
  return functions[op]?.slope(at) ?? NaN;
}

function evaluate(op: string, xs: readonly number[]): number {
  const [x = NaN, y = NaN] = xs;
  const total = xs.reduce((sum, each) => sum + each, 0);
  switch (op) {
    case 'add':
      return x + y;
    case 'subtract':
      return x - y;
    case 'multiply':
      return x * y;
    case 'divide':
      return x / y;
    case 'pow':
      return x ** y;
    case 'unaryMinus':
      return -x;
    case 'identity':
      return x;
    case 'leaky_relu':
      return x > 0 ? x : y * x;
    case 'max':
      return Math.max(...xs);
    case 'min':
      return Math.min(...xs);
    case 'sum':
      return total;
    case 'mean':
      return total / xs.length;
    default: {
      const known = functions[op];
      if (!known) throw new Error(`no learner knows ${op}`);
      return known.at(x);
    }
  }
}
