import { askedSteps } from '../chain.ts';
import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type MistakeId, mistakes } from './mistakes.ts';
import type { Random } from './random.ts';
import { viewOf } from './view.ts';

/** A worked backward pass in which one line is wrong, and what follows from it is worked out from there. */
export interface PlantedBug {
  readonly name: string;
  readonly mistake: MistakeId;
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
  const steps = askedSteps(study.trace);
  const candidates = steps.flatMap(({ name, gradient }) => {
    const view = viewOf(study, name);
    return mistakes
      .filter(({ id }) => PLANTED.has(id))
      .flatMap(({ id, find }) => find(view).map(({ value }) => ({ name, id, value })))
      .filter(
        ({ value }) =>
          Number.isFinite(value) && Math.abs(value - gradient) > VISIBLE * Math.max(0.2, Math.abs(gradient)),
      );
  });
  if (candidates.length === 0) return undefined;
  const { name, id, value } = random.pick(candidates);
  const values = new Map<string, Value>([[study.trace.output, 1]]);
  for (const step of steps) {
    const follows = step.contributions.reduce(
      (sum, { consumer, upstream, local }) => sum + (values.get(consumer) ?? upstream) * local,
      0,
    );
    values.set(step.name, step.name === name ? value : follows);
  }
  const lines = steps.map((step) => ({ name: step.name, value: values.get(step.name) as Value }));
  return { name, mistake: id, lines };
}
