import { dvar } from '../chain.ts';
import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type Question, questionsFor } from '../tutor/questions.ts';

/** What hand-ins of one expression are held against. */
export interface AnswerKey {
  readonly study: Study;
  /** The dvars that are asked for, in the order of telling. */
  readonly asked: readonly Question[];
  /** Dvars that may be written down all the same: the output's 1, those left out by --wrt, those that are 0 anyway. */
  readonly others: readonly Question[];
  /** Questions by each name that an answer may have: `dv`, `dJ/dv`, `v`. */
  readonly byName: ReadonlyMap<string, Question>;
  /** Values that an answer may use besides the learner's own dvars. */
  readonly values: ReadonlyMap<string, Value>;
}

export function answerKey(study: Study): AnswerKey {
  const { output, gradients, forward, inputs } = study.trace;
  const asked = questionsFor(study, ['gradient']);
  const names = new Set(asked.map(({ name }) => name));
  const others = Object.entries(gradients)
    .filter(([name, gradient]) => !names.has(name) && Number.isFinite(gradient))
    .map(([name, expected]): Question => ({ kind: 'gradient', name, label: dvar(name), expected }));
  const byName = new Map<string, Question>();
  // A variable may be called dv: its name then means the dvar of v, and its own is ddv.
  for (const naming of namings(output))
    for (const question of [...asked, ...others])
      if (!byName.has(naming(question))) byName.set(naming(question), question);
  return {
    study,
    asked,
    others,
    byName,
    values: new Map([
      ...forward.map(({ name, value }) => [name, value] as const),
      ...Object.entries(inputs),
      [dvar(output), 1],
    ]),
  };
}

const namings = (output: string): readonly ((question: Question) => string)[] => [
  ({ label }) => label,
  ({ name }) => `d${output}/d${name}`,
  ({ name }) => `∂${output}/∂${name}`,
  ({ name }) => name,
];
