import { domainFailure } from '../core/forward.ts';
import { write, written } from '../core/notation.ts';
import { type Op, ops } from '../core/ops.ts';
import { type Trace, trace } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import type { Operation } from './operations.ts';

const NAMES = ['a', 'b', 'c'] as const;

/** Numbers to work with by hand, the easiest first; some lie in every domain, and off every kink. */
const POINTS: readonly (readonly Value[])[] = [
  [2, 3, 5],
  [3, 2, 5],
  [0.5, 2, 3],
  [-2, 3, 2],
  [1.5, 2.5, 2],
];

/** An operation at work between its inputs and an output, as text and as a trace. */
export interface Example {
  readonly source: string;
  readonly at: string;
  readonly trace: Trace;
}

/** A small program with one operation in it, at a point where each of its operands matters, if there is one. */
export function exampleOf(operation: Operation): Example {
  const row = ops.find((op) => op.name === operation.name && operandsOf(op) === operation.operands.length);
  const op = row as Op;
  const count = operandsOf(op);
  const text = write(op, NAMES.slice(0, count).map(written)).text;
  const isCondition = op.arity !== 'many' && op.isCondition === true;
  const source = isCondition ? `J = (${text}) ? 3 * a : 2 * a` : `u = ${text}; J = 3 * u`;
  const points = POINTS.map((point) => point.slice(0, count)).filter((point) => isUsable(op, point));
  const point = points.find((candidate) => matters(op, candidate)) ?? points[0] ?? [];
  const at = new Map(point.map((value, i) => [NAMES[i] as string, value]));
  return {
    source,
    at: [...at].map(([name, value]) => `${name}=${value}`).join(','),
    trace: trace(source, { at }),
  };
}

const operandsOf = ({ arity }: Op): number => (arity === 'many' ? 2 : arity);

const valueAt = (op: Op, [x = 0, y = 0, z = 0]: readonly Value[]): Value =>
  op.arity === 'many' ? op.forward([x, y]) : op.forward(x, y, z);

/** In the domain, and off every kink. */
function isUsable(op: Op, point: readonly Value[]): boolean {
  const out = valueAt(op, point);
  const [x = 0, y = 0] = point;
  const isKink = op.arity === 'many' ? op.kink?.(out, point) : op.kink?.(x, y);
  return domainFailure(op, point, out) === undefined && isKink !== true;
}

/** Whether no local derivative is 0. */
function matters(op: Op, point: readonly Value[]): boolean {
  const out = valueAt(op, point);
  const [x = 0, y = 0, z = 0] = point;
  const locals =
    op.arity === 'many' ? op.locals(out, point) : op.partials.map((partial) => partial.at(out, x, y, z));
  return locals.every((local) => local !== 0);
}
