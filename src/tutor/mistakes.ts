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

/** The signatures of a mistake in one use of a variable that is used once. */
const single =
  (find: (use: Use, view: View) => readonly Value[], other: (use: Use, view: View) => string = () => '') =>
  (view: View): Signature[] => {
    const [use, second] = view.uses;
    if (!use || second) return [];
    return find(use, view).map((value) => signature(view, value, use.consumer, other(use, view)));
  };

/** The signatures of a mistake at a fork, where a variable is used more than once. */
const fork =
  (find: (parts: readonly Value[], view: View) => readonly Value[]) =>
  (view: View): Signature[] => {
    if (view.uses.length < 2) return [];
    const parts = view.uses.map((use) => use.upstream * use.local);
    return find(parts, view).map((value) => signature(view, value, view.uses[0]?.consumer ?? view.node));
  };

const sum = (values: readonly Value[]) => values.reduce((total, value) => total + value, 0);
const product = (values: readonly Value[]) => values.reduce((total, value) => total * value, 1);

/** A learner's local derivative of the consumer at another point than the right one. */
const localAt = (use: Use, out: Value, x: Value): Value => {
  const op = use.op as FixedOp;
  return op.partials[use.slot]?.at(out, x, use.operands[1] ?? NaN, NaN) ?? NaN;
};

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
      const isLast = node === graph.output && view.uses.some((use) => use.consumer === operand);
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
  for (const node of view.tangents.keys()) {
    if (node < graph.leaves || operationAt(graph, node).name !== 'multiply') continue;
    const [left, right] = Array.from(
      operandsOf(graph, node),
      (operand) => view.tangents.get(operand) ?? 0,
    ) as [Value, Value];
    if (left === 0 || right === 0) continue;
    found.push(signature(view, (gradients[node] as Value) * left * right, node));
  }
  return found;
}

/** f′(x) for f′(g(x)): the next function's derivative, taken at this variable's value. */
function wrongPoint(view: View): Signature[] {
  const { graph, values, gradients } = view.study.evaluation;
  const [use, second] = view.uses;
  if (!use || second) return [];
  const found: Signature[] = [];
  for (let node = use.consumer + 1; node < graph.size; node++) {
    const operands = operandsOf(graph, node);
    if (operands.length !== 1 || operands[0] !== use.consumer) continue;
    const op = operationAt(graph, node) as FixedOp;
    if (op.domain[0]?.holds(view.value) !== true) continue;
    const local = op.partials[0]?.at(op.forward(view.value, NaN, NaN), view.value, NaN, NaN) ?? NaN;
    const wrong = (gradients[node] as Value) * local * use.local;
    const right =
      (gradients[node] as Value) * (localDerivatives(graph, node, values)[0] as Value) * use.local;
    found.push({
      value: view.gradient - right + wrong,
      args: { name: view.name, consumer: nameOf(view, node), other: nameOf(view, use.consumer) },
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

/** Constants by which a sum is divided: 3 in mean(a, b, c), in (a + b + c) / 3 and in (a + b + c) * (1 / 3). */
function divisors(view: View): Value[] {
  const { graph, constants } = {
    graph: view.study.evaluation.graph,
    constants: view.study.evaluation.graph.constants,
  };
  const found: Value[] = [];
  for (const node of view.tangents.keys()) {
    if (node < graph.leaves) continue;
    const operands = operandsOf(graph, node);
    const { name } = operationAt(graph, node);
    const second = constants[operands[1] ?? -1] ?? NaN;
    if (name === 'mean') found.push(operands.length);
    if (name === 'divide' && second > 1) found.push(second);
    const scale = name === 'multiply' ? Math.max(constants[operands[0] ?? -1] ?? NaN, second) : NaN;
    if (scale > 0 && scale < 1 && Number.isInteger(Math.round(1e9 / scale) / 1e9)) found.push(1 / scale);
  }
  return [...new Set(found)].filter((m) => m > 1);
}

function otherGradients(view: View): Signature[] {
  const { graph, gradients, reaches, varies } = view.study.evaluation;
  const found: Signature[] = [];
  for (let node = 0; node < graph.size; node++) {
    const isOther = node !== view.node && node !== graph.output && reaches[node] && varies[node];
    const isConsumer = view.uses.some((use) => use.consumer === node);
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
        : view.uses.map((use) => signature(view, use.upstream * use.local, use.consumer)),
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
  { id: 'link-skipped', find: skippedLinks, unless: ['local-only', 'upstream-only'] },
  { id: 'branches-multiplied', find: fork((parts) => [product(parts)]) },
  { id: 'branches-averaged', find: fork((parts) => [sum(parts) / parts.length]) },
  { id: 'locals-summed', find: fork((_, { uses }) => [sum(uses.map((use) => use.local))]) },
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
    id: 'sign',
    find: (view) => {
      const isSpecial =
        view.uses.length === 1 && view.uses.some((use) => isQuotientBelow(use) || isNamed(use, 'sigmoid'));
      return isSpecial ? [] : [signature(view, -view.gradient, view.uses[0]?.consumer ?? view.node)];
    },
  },
  {
    id: 'target-minus-output',
    find: single((use, { gradient }) => (isNamed(use, 'sigmoid') ? [-gradient] : [])),
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
      isNamed(use, 'sigmoid', 'tanh') ? [use.upstream * localAt(use, z, z)] : [],
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
  {
    id: 'divisor',
    find: (view) =>
      divisors(view).flatMap((m) =>
        [view.gradient * m, view.gradient / m].map((value) => signature(view, value, view.node, String(m))),
      ),
  },
  { id: 'counted-twice', find: (view) => [signature(view, 2 * view.gradient, view.node)] },
  { id: 'other-variable', find: otherGradients },
  {
    id: 'large-step',
    find: (view) =>
      [1, 0.1, 0.01, view.study.trace.nudge].map((step) =>
        signature(view, (view.outputAfter(step) - view.outputAfter(0)) / step, view.node, String(step)),
      ),
  },
] as const satisfies readonly Mistake[];

export type MistakeId = (typeof mistakes)[number]['id'];
