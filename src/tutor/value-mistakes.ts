import type { Evaluation } from '../core/evaluate.ts';
import { operandValues } from '../core/forward.ts';
import { constantValue, isConditionAt, operandsOf, operationAt } from '../core/graph.ts';
import type { Op } from '../core/ops.ts';
import { applied, isOf } from '../core/lookup.ts';
import type { Value } from '../core/value.ts';
import { readAnswer } from './answer.ts';
import { misreadings } from './misread.ts';
import type { Mistake } from './mistake.ts';
import type { Signature } from './signature.ts';

/** What a mistake about one value can be computed from. */
export interface ValueView {
  readonly evaluation: Evaluation;
  readonly node: number;
  readonly op: Op;
  readonly operands: readonly number[];
  /** The values of the operands, in order. */
  readonly xs: readonly Value[];
  readonly value: Value;
}

/** All that is known about the value of an operation. */
export function valueViewOf(evaluation: Evaluation, name: string): ValueView {
  const { graph, values } = evaluation;
  const node = graph.names.indexOf(name);
  return {
    evaluation,
    node,
    op: operationAt(graph, node),
    operands: [...operandsOf(graph, node)],
    xs: [...operandValues(graph, node, values)],
    value: values[node] as Value,
  };
}

type Finder = (view: ValueView) => readonly Signature[];

const signature = (
  { evaluation: { graph }, node }: ValueView,
  value: Value,
  about = node,
  other = '',
): Signature => ({
  value,
  args: { name: graph.names[node] as string, consumer: graph.names[about] as string, other },
});

const sum = (xs: readonly Value[]) => xs.reduce((total, x) => total + x, 0);
const product = (xs: readonly Value[]) => xs.reduce((total, x) => total * x, 1);

/** A formula is evaluated as it was misread, over the values of its names. */
const misread: Finder = (view) => {
  const { graph, values } = view.evaluation;
  const found = misreadings(graph, view.node);
  if (found.length === 0) return [];
  const names = new Map<string, Value>();
  for (const { operand } of found)
    for (const node of [...view.operands, ...operandsOf(graph, operand)])
      if (constantValue(graph, node) === undefined)
        names.set(graph.names[node] as string, values[node] as Value);
  return found.flatMap(({ text, operand }) => {
    const read = readAnswer(text, names);
    return read.kind === 'value' ? [signature(view, read.value, operand, text)] : [];
  });
};

const powerAsProduct: Finder = (view) => {
  const { op, xs } = view;
  if (op.arity === 'many' || !isOf(op, 'power')) return [];
  const exponent = op.exponent ?? xs[1];
  return exponent === undefined ? [] : [signature(view, (xs[0] as Value) * exponent)];
};

/** Operations over two operands that cannot change places. */
const swapped: Finder = (view) => {
  const { op, xs } = view;
  const isOrdered = isOf(op, 'difference') || isOf(op, 'quotient') || isOf(op, 'power');
  return isOrdered && xs.length === 2 ? [signature(view, applied(op, xs.toReversed()))] : [];
};

const operandSign: Finder = (view) =>
  view.op.notation.kind === 'infix'
    ? view.xs.map((x, slot) => signature(view, applied(view.op, view.xs.with(slot, -x)), view.operands[slot]))
    : [];

/** One of two operands is all that is left of the result, or the others are of a longer list. */
const operandLeftOut: Finder = (view) => {
  const { op, xs, operands } = view;
  if (xs.length < 2 || (op.notation.kind !== 'infix' && op.arity !== 'many')) return [];
  return operands.map((operand, slot) => {
    const rest = xs.toSpliced(slot, 1);
    return signature(view, xs.length === 2 ? (rest[0] as Value) : applied(op, rest), operand);
  });
};

const functionLeftOut: Finder = (view) =>
  view.op.notation.kind === 'call' && view.xs.length === 1
    ? [signature(view, view.xs[0] as Value, view.operands[0])]
    : [];

/**
 * What stands further left: the values further right are questions still to come. True and false are no numbers to take by
 * mistake, and a branch that is not taken shows none.
 */
const otherValues: Finder = (view) => {
  const { graph, values, needed } = view.evaluation;
  const found: Signature[] = [];
  for (let node = 0; node < view.node; node++) {
    const isSeen = needed[node] === 1 && constantValue(graph, node) === undefined;
    if (isSeen && !isConditionAt(graph, node)) found.push(signature(view, values[node] as Value, node));
  }
  return found;
};

/**
 * The table of mistakes about a value: what number each produces, from the operation and its operands alone. Their
 * sentences are in `i18n/`, under the same ids. The order is the order to mention them in when several fit.
 */
export const valueMistakes = [
  { id: 'misread', remedy: 'value', find: misread },
  {
    id: 'sum-for-product',
    remedy: 'value',
    find: (view) => (isOf(view.op, 'product') ? [signature(view, sum(view.xs))] : []),
  },
  {
    id: 'product-for-sum',
    remedy: 'value',
    find: (view) => (isOf(view.op, 'sum') ? [signature(view, product(view.xs))] : []),
  },
  { id: 'power-as-product', remedy: 'value', find: powerAsProduct },
  { id: 'operands-swapped', remedy: 'value', find: swapped },
  {
    id: 'value-sign',
    remedy: 'value',
    find: (view) => [signature(view, -view.value)],
    unless: ['operands-swapped'],
  },
  {
    id: 'operand-sign',
    remedy: 'value',
    find: operandSign,
    unless: ['value-sign', 'operands-swapped', 'misread'],
  },
  { id: 'operand-left-out', remedy: 'value', find: operandLeftOut, unless: ['value-sign'] },
  { id: 'function-left-out', remedy: 'value', find: functionLeftOut },
  {
    id: 'other-value',
    isFact: true,
    remedy: 'value',
    find: otherValues,
    unless: ['operand-left-out', 'function-left-out'],
  },
] as const satisfies readonly Mistake<ValueView>[];
