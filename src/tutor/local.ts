import { GradtutorError } from '../core/errors.ts';
import { type Study, study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { partViewOf, type View } from './view.ts';

/**
 * A local derivative as the gradient of a program of its own: the one operation, at the same values.
 * @returns undefined where the operation cannot stand alone, or has not this derivative then
 */
export function localViewOf(whole: Study, name: string, consumer: string, slot: number): View | undefined {
  const outer = partViewOf(whole, name, consumer, slot);
  const alone = outer && aloneOf(whole, consumer);
  const view = alone && partViewOf(alone, name, consumer, slot);
  const local = outer?.uses[0]?.local;
  if (!view || view.gradient !== local) return undefined;
  return { ...view, part: { whole: outer.gradient, others: [] } };
}

function aloneOf({ trace }: Study, consumer: string): Study | undefined {
  const step = trace.forward.find(({ name }) => name === consumer);
  const node = trace.graph.nodes.find(({ name }) => name === consumer);
  if (!step || !node) return undefined;
  const values = new Map<string, Value>(Object.entries(trace.inputs));
  for (const { name, value } of trace.forward) values.set(name, value);
  const at = new Map(
    node.operands.flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  try {
    return study(`${consumer} = ${step.formula}`, { at, nudge: trace.nudge });
  } catch (error) {
    if (error instanceof GradtutorError) return undefined;
    throw error;
  }
}
