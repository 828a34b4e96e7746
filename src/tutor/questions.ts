import { askedSteps } from '../chain.ts';
import type { BackwardStep, NudgeStep, Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type PlantedBug, plantBug } from './bug.ts';
import type { Kind } from './kinds.ts';
import { Random } from '../core/random.ts';

/** One question with its answer. */
export interface Question {
  readonly kind: Kind | 'mend';
  /** The variable it is about; for `value` the node itself. */
  readonly name: string;
  /** For `local` and `path`: the node that uses the variable, and as which operand. */
  readonly consumer?: string;
  readonly slot?: number;
  /** What the answer is called: `db`, `du/db`, `u`, `J`. */
  readonly label: string;
  readonly expected: Value;
  /** A first hint from whoever put the question; the ladder of hints comes after it. */
  readonly ownHint?: string;
  /** For `bug` and `mend`: the worked pass with the wrong line. */
  readonly bug?: PlantedBug;
}

/**
 * The questions about an expression: values left to right, then, from the output back, nudges, local derivatives, the
 * parts of a fork, and each dvar; last, a worked pass in which one line is wrong. One step before the output the local
 * derivative is the dvar, and is asked once.
 * @param seed decides which line
 */
export function questionsFor(study: Study, asked: readonly Kind[], seed = 1): Question[] {
  const { trace } = study;
  const wants = new Set(asked);
  const questions: Question[] = [];
  if (wants.has('value')) {
    for (const { name, value, skipped } of trace.forward) {
      if (!skipped) questions.push({ kind: 'value', name, label: name, expected: value });
    }
  }
  const nudges = new Map(trace.nudges.map((nudge) => [nudge.name, nudge]));
  for (const step of askedSteps(trace)) {
    if (wants.has('nudge')) questions.push(...aboutNudge(trace.output, nudges.get(step.name)));
    const [first, second] = step.contributions;
    const isTwice = wants.has('gradient') && first?.consumer === trace.output && second === undefined;
    if (wants.has('local') && !isTwice) questions.push(...aboutLocals(step));
    if (wants.has('path') && step.contributions.length > 1) questions.push(...aboutPaths(step));
    if (wants.has('gradient')) {
      questions.push({ kind: 'gradient', name: step.name, label: `d${step.name}`, expected: step.gradient });
    }
  }
  if (wants.has('bug')) questions.push(...aboutBug(study, plantBug(study, new Random(seed))));
  return questions.filter(({ expected }) => Number.isFinite(expected));
}

/** Which line is wrong, and what should it say? */
export function aboutBug(study: Study, bug: PlantedBug | undefined): Question[] {
  const expected = bug && study.trace.gradients[bug.name];
  if (!bug || expected === undefined) return [];
  const about = { name: bug.name, expected, bug };
  return [
    { ...about, kind: 'bug', label: '?' },
    { ...about, kind: 'mend', label: `d${bug.name}` },
  ];
}

function aboutNudge(output: string, nudge: NudgeStep | undefined): Question[] {
  const last = nudge?.chain.at(-1);
  return nudge && last ? [{ kind: 'nudge', name: nudge.name, label: output, expected: last.to }] : [];
}

const aboutLocals = (step: BackwardStep): Question[] =>
  step.contributions.map(({ consumer, slot, local }) => ({
    kind: 'local',
    name: step.name,
    consumer,
    slot,
    label: step.contributions.length > 1 ? `∂${consumer}/∂${step.name}` : `d${consumer}/d${step.name}`,
    expected: local,
  }));

const aboutPaths = (step: BackwardStep): Question[] =>
  step.contributions.map(({ consumer, slot, product }) => ({
    kind: 'path',
    name: step.name,
    consumer,
    slot,
    label: `d${step.name}`,
    expected: product,
  }));
