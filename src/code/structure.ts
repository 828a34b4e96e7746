import type { Op } from '../core/ops.ts';
import { opOf } from '../core/lookup.ts';
import { opcodeOf } from '../core/print.ts';
import type { Trace, TraceNode } from '../core/trace.ts';

/** An operation that leads to the output. */
export interface Step {
  readonly name: string;
  readonly op: Op;
  readonly operands: readonly string[];
}

/** Step `consumer` takes a quantity as its operand number `slot`. */
export interface Use {
  readonly consumer: Step;
  readonly slot: number;
}

/** The part of a trace's graph that leads to the output, branches that were not taken among it. */
export interface Structure {
  readonly nodes: ReadonlyMap<string, TraceNode>;
  /** In order of evaluation; the output is the last. */
  readonly steps: readonly Step[];
  /** Every quantity's uses, in order of consumer, then slot. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
}

export function structureOf(trace: Trace): Structure {
  const nodes = new Map(trace.graph.nodes.map((node) => [node.name, node]));
  const reaching = new Set([trace.output]);
  for (const { name, operands } of trace.graph.nodes.toReversed()) {
    if (reaching.has(name)) for (const operand of operands) reaching.add(operand);
  }
  const steps = trace.graph.nodes
    .filter(({ name, kind }) => kind === 'operation' && reaching.has(name))
    .map(({ name, op, operands }) => ({ name, op: rowOf(op, operands.length), operands }));
  const uses = new Map<string, Use[]>();
  for (const consumer of steps) {
    for (const [slot, operand] of consumer.operands.entries()) {
      const known = uses.get(operand);
      if (known) known.push({ consumer, slot });
      else uses.set(operand, [{ consumer, slot }]);
    }
  }
  return { nodes, steps, uses };
}

function rowOf(name: string | undefined, count: number): Op {
  const opcode = name === undefined ? undefined : opcodeOf(name, count);
  if (opcode === undefined) throw new Error(`the table has no ${name} of ${count}`);
  return opOf(opcode);
}

export const isCondition = ({ op }: Step): boolean => op.arity !== 'many' && op.isCondition === true;

/**
 * The quantities whose dvars lead to the ones asked for, in the order of telling, the lecture's: from the output back, a
 * step's operands in order once all of their consumers are done. Unlike the trace, which tells the branch that was
 * taken, these are right whichever branch is.
 */
export function backwardOrder(trace: Trace, { nodes, steps, uses }: Structure): string[] {
  const stepNamed = new Map(steps.map((step) => [step.name, step]));
  const varies = leadingFrom(
    trace.graph.nodes.filter(({ kind }) => kind === 'input').map(({ name }) => name),
    steps,
  );
  const isWanted = leadingFrom(trace.wrt, steps);
  const waiting = new Map<string, number>();
  const order = [trace.output];
  for (let next = 0; next < order.length; next++) {
    for (const operand of nodes.get(order[next] as string)?.operands ?? []) {
      const left = (waiting.get(operand) ?? uses.get(operand)?.length ?? 0) - 1;
      waiting.set(operand, left);
      if (left === 0 && varies.has(operand)) order.push(operand);
    }
  }
  return order.filter((name) => {
    const step = stepNamed.get(name);
    return (name === trace.output || isWanted.has(name)) && !(step && isCondition(step));
  });
}

/** Some names, and every step that depends on one of them. */
function leadingFrom(names: readonly string[], steps: readonly Step[]): Set<string> {
  const leading = new Set(names);
  for (const { name, operands } of steps) {
    if (operands.some((operand) => leading.has(operand))) leading.add(name);
  }
  return leading;
}
