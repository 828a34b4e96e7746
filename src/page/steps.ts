import { askedSteps } from '../chain.ts';
import type { Trace } from '../core/trace.ts';
import type { DiagramOptions } from '../picture/diagram.ts';

/** One step of the story: a value, the output's own 1, a dvar, or what frames them. */
export interface Step {
  readonly kind: 'begin' | 'value' | 'output' | 'dvar' | 'end';
  /** The variable whose value or dvar it shows; empty for the frame. */
  readonly name: string;
}

/** Values from left to right, then dvars in the lecture's order. */
export function stepsOf(trace: Trace): Step[] {
  const dvars = askedSteps(trace).map(({ name }): Step => ({ kind: 'dvar', name }));
  return [
    { kind: 'begin', name: '' },
    ...trace.forward.map(({ name }): Step => ({ kind: 'value', name })),
    ...(dvars.length > 0 ? [{ kind: 'output', name: trace.output } as const, ...dvars] : []),
    { kind: 'end', name: '' },
  ];
}

/** What the picture shows at a step: the values and the dvars told up to it. */
export function shownAt(
  trace: Trace,
  steps: readonly Step[],
  index: number,
): Required<Pick<DiagramOptions, 'gradients' | 'hidden'>> {
  const told = steps.slice(0, index + 1);
  const dvars = new Set(
    told.flatMap(({ kind, name }) => (kind === 'dvar' || kind === 'output' ? [name] : [])),
  );
  const later = steps.slice(index + 1);
  return {
    gradients: new Map(
      trace.backward.flatMap(({ name, gradient }) => (dvars.has(name) ? [[name, gradient] as const] : [])),
    ),
    hidden: new Set(later.flatMap(({ kind, name }) => (kind === 'value' ? [name] : []))),
  };
}
