import { localDerivatives } from '../core/backward.ts';
import { operandsOf, operationAt } from '../core/graph.ts';
import type { FixedOp } from '../core/ops.ts';
import type { Value } from '../core/value.ts';
import { nameOf, type Use, type View } from './view.ts';

/** What fills the sentences about mistakes; names are the learner's. */
export interface MistakeArgs {
  readonly name: string;
  /** The node that uses the variable, or the one the mistake is about. */
  readonly consumer: string;
  /** A second name where there is one: the other variable, the other path, the operation. */
  readonly other: string;
}

/** A number that a mistake produces. */
export interface Signature {
  readonly value: Value;
  readonly args: MistakeArgs;
}

interface Mistake {
  readonly id: string;
  readonly find: (view: View) => readonly Signature[];
  /** Mistakes of which this one is another description: where they fit, it is not mentioned. */
  readonly unless?: readonly string[];
}

const isNamed = (use: Use, ...names: readonly string[]) => names.includes(use.op.name);
const ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'leaky_relu', 'elu', 'softplus', 'gelu', 'swish'];
const ROUTERS = ['max', 'min', 'relu'];

const signature = (view: View, value: Value, consumer: number, other = ''): Signature => ({
  value,
  args: { name: view.name, consumer: nameOf(view, consumer), other },
});

/** The signatures of a mistake about a variable with one consumer. */
const single =
  (find: (use: Use, view: View) => readonly Value[]) =>
  (view: View): Signature[] => {
    const [use, second] = view.consumers;
    return use && !second ? find(use, view).map((value) => signature(view, value, use.consumer)) : [];
  };

/** The signatures of a mistake at a fork, where a variable is used more than once. */
const fork =
  (find: (parts: readonly Value[]) => Value) =>
  (view: View): Signature[] => {
    if (view.uses.length < 2) return [];
    const split = [view.uses, view.consumers].filter((uses) => uses.length > 1);
    return split.map((uses) => {
      const value = find(uses.map((use) => use.upstream * use.local));
      return signature(view, value, uses[0]?.consumer ?? view.node);
    });
  };

const sum = (values: readonly Value[]) => values.reduce((total, value) => total + value, 0);
const product = (values: readonly Value[]) => values.reduce((total, value) => total * value, 1);

/** z of a logistic loss: it feeds a sigmoid, and that a logarithm. */
function feedsLogLoss({ consumers, study, tangents }: View): boolean {
  const { graph } = study.evaluation;
  const [use, second] = consumers;
  if (!use || second || !isNamed(use, 'sigmoid')) return false;
  return [...tangents.keys()].some((node) => node >= graph.leaves && operationAt(graph, node).name === 'log');
}

function isQuotientBelow(use: Use): boolean {
  return isNamed(use, 'divide') && use.slot === 1;
}

/** A link of the chain left out, beyond the first, where another link is still there. */
function skippedLinks(view: View): Signature[] {
  const { graph, values, gradients, needed } = view.study.evaluation;
  const found: Signature[] = [];
  for (const [node, tangent] of view.tangents) {
    if (node === view.node || !needed[node] || gradients[node] === 0) continue;
    const locals = localDerivatives(graph, node, values);
    for (const [slot, operand] of operandsOf(graph, node).entries()) {
      const before = view.tangents.get(operand);
      if (operand === view.node || before === undefined || before === 0 || tangent === 0) continue;
      const isLast =
        node === graph.output && view.consumers.length === 1 && view.consumers[0]?.consumer === operand;
      if (isLast) continue;
      const through = (gradients[node] as Value) * before;
      const local = locals[slot] as Value;
      found.push({
        value: view.gradient - through * local + through,
        args: { name: view.name, consumer: nameOf(view, node), other: nameOf(view, operand) },
      });
    }
  }
  return found;
}

/** (f·g)′ taken as f′·g′, at a product both of whose factors depend on the variable. */
function productOfDerivatives(view: View): Signature[] {
  const { graph, gradients } = view.study.evaluation;
  const found: Signature[] = [];
  for (const [node, tangent] of view.tangents) {
    if (node < graph.leaves || operationAt(graph, node).name !== 'multiply') continue;
    const [left, right] = Array.from(operandsOf(graph, node), (operand) => view.tangents.get(operand));
    if (left === undefined || right === undefined) continue;
    found.push(signature(view, view.gradient + (gradients[node] as Value) * (left * right - tangent), node));
  }
  return found;
}

/** f′(x) for f′(g(x)): a function further right, its derivative taken at this variable's value. */
function wrongPoint(view: View): Signature[] {
  const { graph, gradients, values } = view.study.evaluation;
  const { constants } = graph;
  const found: Signature[] = [];
  for (const node of view.tangents.keys()) {
    if (node < graph.leaves) continue;
    const op = operationAt(graph, node);
    const [inner = -1, exponent = -1] = operandsOf(graph, node);
    const before = view.tangents.get(inner);
    const isPower = op.name === 'pow' && !Number.isNaN(constants[exponent] ?? NaN);
    if (inner === view.node || before === undefined || op.arity === 'many' || (op.arity !== 1 && !isPower))
      continue;
    const y = isPower ? (constants[exponent] as Value) : NaN;
    if (op.domain[0]?.holds(view.value) !== true) continue;
    const wrong = op.partials[0]?.at(op.forward(view.value, y, NaN), view.value, y, NaN) ?? NaN;
    const right = localDerivatives(graph, node, values)[0] as Value;
    found.push({
      value: view.gradient + (gradients[node] as Value) * before * (wrong - right),
      args: { name: view.name, consumer: nameOf(view, node), other: nameOf(view, inner) },
    });
  }
  return found;
}

function powerSlips(use: Use, { value: x }: View): Value[] {
  const n = isNamed(use, 'square')
    ? 2
    : isNamed(use, 'cube')
      ? 3
      : isNamed(use, 'pow') && use.slot === 0
        ? use.operands[1]
        : undefined;
  if (n === undefined) return [];
  return [n * x ** n, x ** (n - 1), (n - 1) * x ** n].map((local) => local * use.upstream);
}

/** The number a node divides by: 3 in mean(a, b, c), in s / 3 and in 1 / 3 * s; 1 where it does not divide. */
function divisorAt({ study }: View, node: number): Value {
  const { graph } = study.evaluation;
  const operands = operandsOf(graph, node);
  const { name } = operationAt(graph, node);
  const [first = NaN, second = NaN] = Array.from(operands, (operand) => graph.constants[operand] ?? NaN);
  if (name === 'mean') return operands.length;
  if (name === 'divide') return second > 1 ? second : 1;
  const factor = name === 'multiply' ? (Number.isNaN(first) ? second : first) : NaN;
  return factor > 0 && factor < 1 ? 1 / factor : 1;
}

/** The 1/m of a mean dropped, or taken twice, in what passes through it. */
function divisors(view: View): Signature[] {
  const { graph, gradients } = view.study.evaluation;
  const found: Signature[] = [];
  for (const [node, tangent] of view.tangents) {
    const m = node < graph.leaves ? 1 : divisorAt(view, node);
    if (m === 1) continue;
    const through = (gradients[node] as Value) * tangent;
    for (const scaled of [through * m, through / m]) {
      found.push(signature(view, view.gradient - through + scaled, node, String(Number(m.toPrecision(6)))));
    }
  }
  return found;
}

function otherGradients(view: View): Signature[] {
  const { graph, gradients, reaches, varies } = view.study.evaluation;
  const found: Signature[] = [];
  for (let node = 0; node < graph.size; node++) {
    const isOther = node !== view.node && node !== graph.output && reaches[node] && varies[node];
    const isConsumer = view.consumers.length === 1 && view.consumers[0]?.consumer === node;
    if (isOther && !isConsumer) found.push(signature(view, gradients[node] as Value, node));
  }
  return found;
}

/**
 * The table of mistakes about a gradient: what number each produces, from the graph alone, for any expression. Their
 * sentences are in `i18n/`, under the same ids. The order is the order to mention them in when several fit.
 */
export const mistakes = [
  {
    id: 'one-branch',
    find: (view) =>
      view.uses.length < 2
        ? []
        : [...view.uses, ...(view.consumers.length > 1 ? view.consumers : [])].map((use) =>
            signature(view, use.upstream * use.local, use.consumer),
          ),
  },
  { id: 'local-only', find: single(({ local }) => [local]) },
  {
    id: 'upstream-only',
    find: single((use) => (isNamed(use, ...ROUTERS) && use.local === 0 ? [] : [use.upstream])),
  },
  {
    id: 'factors-swapped',
    find: single((use, { value }) => (isNamed(use, 'multiply', 'prod') ? [use.upstream * value] : [])),
  },
  {
    id: 'change-not-rate',
    find: (view) => [signature(view, view.gradient * view.study.trace.nudge, view.node)],
  },
  { id: 'link-skipped', find: skippedLinks, unless: ['local-only', 'upstream-only', 'target-minus-output'] },
  { id: 'branches-multiplied', find: fork(product) },
  { id: 'branches-averaged', find: fork((parts) => sum(parts) / parts.length) },
  {
    id: 'locals-summed',
    find: (view) => {
      if (view.consumers.length < 2) return [];
      return [signature(view, sum(view.consumers.map((use) => use.local)), view.node)];
    },
  },
  { id: 'added', find: single(({ upstream, local }) => [upstream + local]) },
  {
    id: 'nudged-output',
    find: (view) => [signature(view, view.outputAfter(view.study.trace.nudge), view.node)],
  },
  { id: 'own-value', find: (view) => [signature(view, view.value, view.node)] },
  {
    id: 'node-value',
    find: (view) => {
      const { graph, values } = view.study.evaluation;
      const nodes = new Set([...view.uses.map((use) => use.consumer), graph.output]);
      return [...nodes].map((node) => signature(view, values[node] as Value, node));
    },
  },
  {
    id: 'target-minus-output',
    find: (view) => (feedsLogLoss(view) ? [signature(view, -view.gradient, view.node)] : []),
  },
  {
    id: 'sign',
    unless: ['target-minus-output'],
    find: (view) => {
      const [use, second] = view.consumers;
      const isBelow = use !== undefined && !second && isQuotientBelow(use);
      return isBelow ? [] : [signature(view, -view.gradient, use?.consumer ?? view.node)];
    },
  },
  {
    id: 'upside-down',
    find: (view) => (view.gradient === 0 ? [] : [signature(view, 1 / view.gradient, view.node)]),
  },
  { id: 'product-of-derivatives', find: productOfDerivatives },
  { id: 'wrong-point', find: wrongPoint },
  {
    id: 'derivative-from-input',
    find: single((use, { value: z }) =>
      isNamed(use, 'sigmoid', 'tanh')
        ? [use.upstream * ((use.op as FixedOp).partials[0]?.at(z, z, NaN, NaN) ?? NaN)]
        : [],
    ),
  },
  {
    id: 'extra-activation',
    find: single((use, { value, gradient }) => (isNamed(use, ...ACTIVATIONS) ? [gradient * value] : [])),
  },
  { id: 'sum-halves', find: single((use) => (isNamed(use, 'add', 'sum') ? [use.upstream / 2] : [])) },
  {
    id: 'wrong-route',
    find: single((use) => {
      if (!isNamed(use, ...ROUTERS)) return [];
      return [use.local === 0 ? use.upstream : 0];
    }),
  },
  { id: 'power-rule', find: single(powerSlips) },
  {
    id: 'quotient-rule',
    find: single((use) => {
      if (!isQuotientBelow(use)) return [];
      const [x = NaN, y = NaN] = use.operands;
      return [(use.upstream * x) / (y * y), (-use.upstream * x) / y, -use.upstream / y];
    }),
  },
  { id: 'divisor', find: divisors },
  { id: 'counted-twice', find: (view) => [signature(view, 2 * view.gradient, view.node)] },
  { id: 'other-variable', find: otherGradients, unless: ['wrong-route'] },
  {
    id: 'large-step',
    find: (view) =>
      [1, 0.1, 0.01, view.study.trace.nudge].map((step) =>
        signature(view, (view.outputAfter(step) - view.outputAfter(0)) / step, view.node, String(step)),
      ),
  },
] as const satisfies readonly Mistake[];

export type MistakeId = (typeof mistakes)[number]['id'];
