import { askedSteps } from '../chain.ts';
import type { BackwardStep, Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type MistakeId, mistakes } from './mistakes.ts';
import type { Random } from '../core/random.ts';
import type { MistakeArgs } from './signature.ts';
import { viewOf } from './view.ts';

/** A worked backward pass in which one line is wrong, and what follows from it is worked out from there. */
export interface PlantedBug {
  readonly name: string;
  readonly mistake: MistakeId;
  /** What the sentence about the mistake mentions. */
  readonly args: MistakeArgs;
  /** Every line's value, in the order of telling. */
  readonly lines: readonly { readonly name: string; readonly value: Value }[];
}

/** Slips that a person makes on paper; a value in place of a derivative would be seen at once. */
const PLANTED: ReadonlySet<MistakeId> = new Set([
  'one-branch',
  'local-only',
  'upstream-only',
  'factors-swapped',
  'branches-multiplied',
  'branches-averaged',
  'added',
  'sign',
  'sum-halves',
  'wrong-route',
  'power-rule',
  'quotient-rule',
  'derivative-from-input',
]);

/** At least so much, of the right value, must a planted line be off. */
const VISIBLE = 0.05;

/** Plants one slip of the table somewhere in the backward pass; nothing where no slip would show. */
export function plantBug(study: Study, random: Random): PlantedBug | undefined {
  const candidates = askedSteps(study.trace).flatMap((step) =>
    visibleSlips(study, step).filter(({ mistake }) => PLANTED.has(mistake)),
  );
  return candidates.length === 0 ? undefined : workedFrom(study, random.pick(candidates));
}

/** Plants this mistake at this variable; nothing where it would not show. */
export function plantAt(study: Study, mistake: MistakeId, name: string): PlantedBug | undefined {
  const step = askedSteps(study.trace).find((candidate) => candidate.name === name);
  const slip = step && visibleSlips(study, step).find((candidate) => candidate.mistake === mistake);
  return slip && workedFrom(study, slip);
}

interface VisibleSlip {
  readonly name: string;
  readonly mistake: MistakeId;
  readonly value: Value;
  readonly args: MistakeArgs;
}

/** What each mistake would make of a gradient, where that is plainly another number. */
function visibleSlips(study: Study, { name, gradient }: BackwardStep): VisibleSlip[] {
  const view = viewOf(study, name);
  const isVisible = (value: Value) =>
    Number.isFinite(value) && Math.abs(value - gradient) > VISIBLE * Math.max(0.2, Math.abs(gradient));
  return mistakes.flatMap(({ id, find }) =>
    find(view).flatMap(({ value, args }) => (isVisible(value) ? [{ name, mistake: id, value, args }] : [])),
  );
}

/** The backward pass with that line, and what follows from it. */
function workedFrom(study: Study, { name, mistake, value, args }: VisibleSlip): PlantedBug {
  const steps = askedSteps(study.trace);
  const values = new Map<string, Value>([[study.trace.output, 1]]);
  for (const step of steps) {
    const follows = step.contributions.reduce(
      (sum, { consumer, upstream, local }) => sum + (values.get(consumer) ?? upstream) * local,
      0,
    );
    values.set(step.name, step.name === name ? value : follows);
  }
  const lines = steps.map((step) => ({ name: step.name, value: values.get(step.name) as Value }));
  return { name, mistake, args, lines };
}
