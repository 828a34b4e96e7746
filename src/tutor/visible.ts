import type { Study } from '../core/trace.ts';
import { type MistakeId, mistakes } from './mistakes.ts';
import { isNear } from './near.ts';
import { viewOf } from './view.ts';

/** The mistakes that would give, at this variable, a number other than the right one: those that can show there. */
export function visibleMistakes(study: Study, name: string): MistakeId[] {
  const view = viewOf(study, name);
  const isOther = (value: number) => Number.isFinite(value) && !isNear(value, view.gradient);
  return mistakes.filter(({ find }) => find(view).some(({ value }) => isOther(value))).map(({ id }) => id);
}
