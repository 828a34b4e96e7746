import type { Study } from '../../src/core/trace.ts';
import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { learners, type Typed } from '../diagnosis/learners.ts';
import { type Sheet, sheetOf } from '../diagnosis/sheet.ts';

const sheets = new WeakMap<Study, Sheet>();
const known = new WeakMap<Study, Map<string, readonly Typed[]>>();
const SAME = 1e-6;

/**
 * The numbers, other than the right one, that whoever makes this mistake types for a gradient; none where it does not show.
 * They come from the learners of the diagnosis report, who know nothing of the tutor's own table.
 */
export function slipsAt(study: Study, name: string, mistake: MistakeId): readonly Typed[] {
  const cache = known.get(study) ?? known.set(study, new Map()).get(study)!;
  const key = `${mistake} ${name}`;
  const found = cache.get(key) ?? compute(study, name, mistake);
  cache.set(key, found);
  return found;
}

function compute(study: Study, name: string, mistake: MistakeId): Typed[] {
  const sheet = sheets.get(study) ?? sheetOf(study.trace);
  sheets.set(study, sheet);
  const right = sheet.gradient(name);
  return learners
    .filter(({ ids }) => ids[0] === mistake)
    .flatMap(({ types }) => types(sheet, name))
    .filter(({ value }) => Math.abs(value - right) > SAME * Math.max(1, Math.abs(right)));
}
