import { dvar } from '../chain.ts';
import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { variablesNamed } from '../core/variables.ts';
import { type Question, questionsFor } from '../tutor/questions.ts';

/** What hand-ins of one expression are held against. */
export interface AnswerKey {
  readonly study: Study;
  /** Every dvar that may be written down, in the order of telling: the output's 1 and those that are 0 anyway go first. */
  readonly questions: readonly Question[];
  /** Those of them that are asked for, in the same order. */
  readonly asked: readonly Question[];
  /** What the variables are that have their names from the reader, not from the learner: `a + u` by `v`. */
  readonly formulas: ReadonlyMap<string, string>;
  /** Questions by each name that an answer may have: `dv`, `dJ/dv`, `v`. */
  readonly byName: ReadonlyMap<string, Question>;
  /** Values that an answer may use besides the learner's own dvars. */
  readonly values: ReadonlyMap<string, Value>;
}

/**
 * @param wrt the variables that are asked for; all that lie on the way from the output back, unless given
 * @throws GradtutorError `unknown-wrt`
 */
export function answerKey(study: Study, wrt?: readonly string[]): AnswerKey {
  const { output, gradients, forward, inputs } = study.trace;
  const told = questionsFor(study, ['gradient']);
  const names = new Set(told.map(({ name }) => name));
  const others = Object.entries(gradients)
    .filter(([name, gradient]) => !names.has(name) && Number.isFinite(gradient))
    .map(([name, expected]): Question => ({ kind: 'gradient', name, label: dvar(name), expected }));
  const questions = [...others, ...told];
  const chosen = wrt && namesOf(study, wrt);
  const byName = new Map<string, Question>();
  // A variable may be called dv: its name then means the dvar of v, and its own is ddv.
  for (const naming of namings(output))
    for (const question of questions)
      if (!byName.has(naming(question))) byName.set(naming(question), question);
  return {
    study,
    questions,
    asked: chosen ? questions.filter(({ name }) => chosen.has(name)) : told,
    formulas: formulasOf(study),
    byName,
    values: new Map([
      ...forward.map(({ name, value }) => [name, value] as const),
      ...Object.entries(inputs),
      [dvar(output), 1],
    ]),
  };
}

function namesOf({ evaluation: { graph } }: Study, wrt: readonly string[]): ReadonlySet<string> {
  const nodes = variablesNamed(
    graph,
    wrt.map((name) => name.normalize('NFC')),
  );
  return new Set(nodes.map((node) => graph.names[node] as string));
}

function formulasOf({ trace: { statements, forward } }: Study): ReadonlyMap<string, string> {
  const named = new Set(statements.map((statement) => /^(.*?) = /su.exec(statement)?.[1]));
  return new Map(
    forward.filter(({ name }) => !named.has(name)).map(({ name, formula }) => [name, formula] as const),
  );
}

const namings = (output: string): readonly ((question: Question) => string)[] => [
  ({ label }) => label,
  ({ name }) => `d${output}/d${name}`,
  ({ name }) => `∂${output}/∂${name}`,
  ({ name }) => name,
];
