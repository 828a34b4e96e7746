import * as v from 'valibot';
import { mistakes } from '../tutor/mistakes.ts';
import { asks, rows, wholes } from './data.ts';

const name = v.pipe(v.string(), v.nonEmpty());
const names = v.pipe(v.array(name), v.nonEmpty());

/** An expression or program with a value for every input. */
const problem = v.strictObject({
  program: name,
  at: v.record(name, v.union([v.number(), name])),
  wrt: v.optional(names),
  nudge: v.optional(v.number()),
});

const step = v.union([
  v.strictObject({ say: name }),
  v.strictObject({ show: v.picklist(wholes), of: name }),
  v.strictObject({ show: v.picklist(rows), of: name, only: v.optional(names) }),
  v.strictObject({ ask: v.picklist(asks), of: name, about: names, hint: v.optional(name) }),
  v.strictObject({ bug: v.picklist(mistakes.map(({ id }) => id)), of: name, in: name }),
]);

/**
 * What stands in a lesson.yaml. The published JSON Schema is made from it.
 * @internal its type needs the library that checks it
 */
export const lessonSchema = v.strictObject({
  format: v.literal(1),
  trains: v.strictObject({
    ops: v.array(name),
    mistakes: v.array(v.picklist(mistakes.map(({ id }) => id))),
  }),
  problems: v.record(name, problem),
  steps: v.pipe(v.array(step), v.nonEmpty()),
});
