import * as v from 'valibot';
import { mistakes } from '../tutor/mistakes.ts';

const name = v.pipe(v.string(), v.nonEmpty());
const names = v.pipe(v.array(name), v.nonEmpty());

/** An expression or program with a value for every input. */
const problem = v.strictObject({
  program: name,
  at: v.record(name, v.union([v.number(), name])),
  wrt: v.optional(names),
  nudge: v.optional(v.number()),
});

/** What can be shown of a problem. */
const wholes = ['program', 'graph', 'kinks', 'gradient'] as const;
/** What can be shown of some variables only. */
const rows = ['forward', 'nudges', 'backward'] as const;
export const shows = [...wholes, ...rows] as const;

/** What can be asked about variables. */
const asks = ['value', 'nudge', 'local', 'path', 'gradient'] as const;

const step = v.union([
  v.strictObject({ say: name }),
  v.strictObject({ show: v.picklist(wholes), of: name }),
  v.strictObject({ show: v.picklist(rows), of: name, only: v.optional(names) }),
  v.strictObject({ ask: v.picklist(asks), of: name, about: names, hint: v.optional(name) }),
  v.strictObject({ bug: v.picklist(mistakes.map(({ id }) => id)), of: name, in: name }),
]);

/** What stands in a lesson.yaml. The published JSON Schema is made from it. */
export const lessonSchema = v.strictObject({
  format: v.literal(1),
  trains: v.strictObject({
    ops: v.array(name),
    mistakes: v.array(v.picklist(mistakes.map(({ id }) => id))),
  }),
  problems: v.record(name, problem),
  steps: v.pipe(v.array(step), v.nonEmpty()),
});

export type LessonData = v.InferOutput<typeof lessonSchema>;
export type LessonStep = LessonData['steps'][number];
export type LessonProblem = LessonData['problems'][string];
