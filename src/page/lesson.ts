import type { Trace, TraceOptions } from '../core/trace.ts';
import type { Language } from '../i18n/language.ts';

/** What a page is about: all that it takes to study the expression again, as plain data. */
export interface Lesson {
  readonly lang: Language;
  readonly source: string;
  /** Values of the inputs; a list, because a name may be any word. */
  readonly at: readonly (readonly [name: string, value: number])[];
  readonly wrt: readonly string[];
  readonly nudge: number;
}

export const lessonOf = (trace: Trace, lang: Language): Lesson => ({
  lang,
  source: trace.source,
  at: Object.entries(trace.inputs),
  wrt: trace.wrt,
  nudge: trace.nudge,
});

/** How the core is asked to study a lesson at other values, or with another nudge. */
export const optionsFor = (
  { wrt, nudge }: Lesson,
  at: ReadonlyMap<string, number>,
  step = nudge,
): TraceOptions => ({ at, wrt, nudge: step, replace: true });

/** Data for a `<script type="application/json">`: nothing in it can end the element or open a comment. */
export const toScriptData = (lesson: Lesson): string =>
  JSON.stringify(lesson)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
