import { localDerivatives } from '../core/backward.ts';
import { operandsOf, operationAt } from '../core/graph.ts';
import { isOf } from '../core/lookup.ts';
import type { Value } from '../core/value.ts';
import { type Finder, type Signature, signature } from './signature.ts';
import { nameOf, type View } from './view.ts';

/** d(node)/d(operand) of each operand of a node: where it stands twice, the sum over its places. */
function linksInto({ study }: View, node: number): Map<number, Value> {
  const { graph, values } = study.evaluation;
  const locals = localDerivatives(graph, node, values);
  const links = new Map<number, Value>();
  for (const [slot, operand] of operandsOf(graph, node).entries())
    links.set(operand, (links.get(operand) ?? 0) + (locals[slot] as Value));
  return links;
}

/** A link of the chain left out, beyond the first, where another link is still there. */
export const skippedLinks: Finder = (view) => {
  const { graph, gradients, needed } = view.study.evaluation;
  const found: Signature[] = [];
  for (const [node, tangent] of view.tangents) {
    if (node === view.node || !needed[node] || gradients[node] === 0) continue;
    for (const [operand, local] of linksInto(view, node)) {
      const before = view.tangents.get(operand);
      if (operand === view.node || before === undefined || before === 0 || tangent === 0) continue;
      const isLast =
        node === graph.output && view.consumers.length === 1 && view.consumers[0]?.consumer === operand;
      if (isLast) continue;
      const through = (gradients[node] as Value) * before;
      found.push(signature(view, view.gradient - through * local + through, node, graph.names[operand]));
    }
  }
  return found;
};

/** (f·g)′ taken as f′·g′, at a product both of whose factors depend on the variable. */
export const productOfDerivatives: Finder = (view) => {
  const { graph, gradients } = view.study.evaluation;
  const found: Signature[] = [];
  for (const [node, tangent] of view.tangents) {
    if (node < graph.leaves || !isOf(operationAt(graph, node), 'product')) continue;
    const operands = Array.from(operandsOf(graph, node), (operand) => view.tangents.get(operand));
    const [left, right] = operands;
    if (left === undefined || right === undefined || operands.length > 2) continue;
    found.push(signature(view, view.gradient + (gradients[node] as Value) * (left * right - tangent), node));
  }
  return found;
};

/** f′(x) for f′(g(x)): a function further right, its derivative taken at this variable's value. */
export const wrongPoint: Finder = (view) => {
  const { graph, gradients, values } = view.study.evaluation;
  const { constants } = graph;
  const found: Signature[] = [];
  for (const node of view.tangents.keys()) {
    if (node < graph.leaves) continue;
    const op = operationAt(graph, node);
    const [inner = -1, exponent = -1] = operandsOf(graph, node);
    const before = view.tangents.get(inner);
    const y = op.arity === 2 && isOf(op, 'power') ? (constants[exponent] ?? NaN) : NaN;
    if (inner === view.node || before === undefined || op.arity === 'many') continue;
    if ((op.arity !== 1 && Number.isNaN(y)) || op.domain[0]?.holds(view.value) !== true) continue;
    const wrong = op.partials[0]?.at(op.forward(view.value, y, NaN), view.value, y, NaN) ?? NaN;
    const right = localDerivatives(graph, node, values)[0] as Value;
    const value = view.gradient + (gradients[node] as Value) * before * (wrong - right);
    found.push(signature(view, value, node, nameOf(view, inner)));
  }
  return found;
};

/** The number a node divides by: 3 in mean(a, b, c), in s / 3 and in 1 / 3 * s; 1 where it does not divide. */
function divisorAt({ study }: View, node: number): Value {
  const { graph } = study.evaluation;
  const op = operationAt(graph, node);
  const operands = operandsOf(graph, node);
  if (isOf(op, 'mean')) return operands.length;
  const [first = NaN, second = NaN] = Array.from(operands, (operand) => graph.constants[operand] ?? NaN);
  if (isOf(op, 'quotient')) return second > 1 ? second : 1;
  const factor = isOf(op, 'product') ? (Number.isNaN(first) ? second : first) : NaN;
  return factor > 0 && factor < 1 ? 1 / factor : 1;
}

/** The 1/m of a mean dropped, or taken twice, in what passes through it. */
export const divisors: Finder = (view) => {
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
};

export const otherGradients: Finder = (view) => {
  const { graph, gradients, reaches, varies } = view.study.evaluation;
  const found: Signature[] = [];
  for (let node = 0; node < graph.size; node++) {
    const isOther = node !== view.node && node !== graph.output && reaches[node] && varies[node];
    const isConsumer = view.consumers.length === 1 && view.consumers[0]?.consumer === node;
    if (isOther && !isConsumer) found.push(signature(view, gradients[node] as Value, node));
  }
  return found;
};

/** z of a logistic loss: it feeds a sigmoid, and that a logarithm. */
export function feedsLogLoss({ consumers, study, tangents }: View): boolean {
  const { graph } = study.evaluation;
  const [use, second] = consumers;
  if (!use || second || !isOf(use.op, 'logistic')) return false;
  return [...tangents.keys()].some(
    (node) => node >= graph.leaves && isOf(operationAt(graph, node), 'logarithm'),
  );
}
