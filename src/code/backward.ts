import { dvar, localName } from '../chain.ts';
import type { Trace } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type Expression, isBounded, literal, numeral, operation, variable } from './expression.ts';
import type { Stops } from './forward.ts';
import type { Quantities } from './quantities.ts';
import { backwardOrder, isCondition, type Use } from './structure.ts';

/** `du = dv * 1` or, for another path of a fork, `du += …`. */
export interface BackwardLine {
  readonly name: string;
  /** Where the pass begins, and where nothing flows, the gradient is 1 or 0. */
  readonly formula: Expression | 'seed' | 'zero';
  readonly adds: boolean;
  /** The chain rule in symbols: `du = dv · dv/du`. */
  readonly rule?: string;
}

/** Squares of larger numbers overflow. */
const LARGE = 1e150;

/** The backward pass: a line a dvar, and at a fork a line a path. */
export function backwardLines(quantities: Quantities, stops: Stops): BackwardLine[] {
  const { trace, structure } = quantities;
  const order = backwardOrder(trace, structure);
  const told = new Set(order);
  const others = trace.wrt.filter((name) => !told.has(name));
  const locals = toldLocals(trace);
  const contribution = contributionOf(quantities, stops, locals);
  return [...order, ...others].flatMap((name): BackwardLine[] => {
    if (name === trace.output) return [{ name, formula: 'seed', adds: false }];
    const uses = (structure.uses.get(name) ?? []).filter(({ consumer }) => !isCondition(consumer));
    if (uses.length === 0 || !told.has(name)) return [{ name, formula: 'zero', adds: false }];
    return uses.map((use, i) => ({
      name,
      formula: contribution(use),
      adds: i > 0,
      rule: `${dvar(name)} ${i > 0 ? '+=' : '='} ${symbols(trace, name, use, uses.length > 1)}`,
    }));
  });
}

function symbols(trace: Trace, name: string, { consumer }: Use, isFork: boolean): string {
  const local = localName(name, { consumer: consumer.name }, isFork);
  return consumer.name === trace.output ? local : `${dvar(consumer.name)} · ${local}`;
}

const edge = (consumer: string, slot: number): string => `${slot} ${consumer}`;

/** The local derivatives at the trace's own inputs, by edge; those of branches that were not taken are not told. */
const toldLocals = (trace: Trace): ReadonlyMap<string, Value> =>
  new Map(
    trace.backward.flatMap(({ contributions }) =>
      contributions.map(({ consumer, slot, local }) => [edge(consumer, slot), local] as const),
    ),
  );

/**
 * Upstream gradient · local derivative. Where the latter may not exist, an upstream gradient of 0 gives 0 all the same:
 * the branch was not taken, or what comes after does not move.
 */
function contributionOf(quantities: Quantities, stops: Stops, locals: ReadonlyMap<string, Value>) {
  const values = valuesOf(quantities.trace);
  return (use: Use): Expression => {
    const { consumer, slot } = use;
    const upstream = variable(consumer.name, 'dvar');
    const local = localDerivative(use, quantities);
    if (isAlwaysThere(local, quantities)) return operation('multiply', [upstream, local]);
    const told = locals.get(edge(consumer.name, slot));
    const isSingular = told !== undefined && !Number.isFinite(told);
    const isLarge = consumer.operands.some((name) => Math.abs(values.get(name) ?? 0) > LARGE);
    const mayStop = stops === 'all' && told !== undefined && (isSingular || isLarge);
    const factor = mayStop ? operation('attempt', [local, literal(told)]) : local;
    const product = operation('multiply', [upstream, factor]);
    const mayBeNothing = isSingular || !quantities.isAlwaysNeeded(consumer.name);
    return mayBeNothing && consumer.name !== quantities.trace.output
      ? operation('select', [operation('unequal', [upstream, numeral(0)]), product, numeral(0)])
      : product;
  };
}

/** Whether a local derivative is a number whatever branch is taken: fixed numbers, or a quantity that has a value in all. */
const isAlwaysThere = (local: Expression, quantities: Quantities): boolean =>
  isBounded(local) || (local.kind === 'variable' && quantities.isAlwaysThere(local.name));

const valuesOf = (trace: Trace): ReadonlyMap<string, Value> =>
  new Map([
    ...Object.entries(trace.inputs),
    ...trace.forward.map(({ name, value }) => [name, value] as const),
  ]);

/** ∂consumer/∂operand by its rule in the op table, over the variables of the code. */
function localDerivative({ consumer, slot }: Use, quantities: Quantities): Expression {
  const { name, op, operands } = consumer;
  const operand = (index: number) => {
    const at = operands[index];
    return at === undefined ? undefined : quantities.expression(at);
  };
  if (op.arity === 'many') {
    return quantities.reader.read(op.formula(slot, operands.length), (parameter) =>
      parameter === 'out' ? quantities.variable(name) : operand(Number(parameter.slice(1)) - 1),
    );
  }
  const rule = op.partials[slot]?.formula ?? '0';
  const constants = operands.map((of) => quantities.structure.nodes.get(of)?.value);
  return quantities.reader.read(typeof rule === 'string' ? rule : rule(constants), (parameter) =>
    parameter === 'out' ? quantities.variable(name) : operand(['x', 'y', 'z'].indexOf(parameter)),
  );
}
