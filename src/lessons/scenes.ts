import { type Study, study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { plantAt } from '../tutor/bug.ts';
import type { Kind } from '../tutor/kinds.ts';
import { aboutBug, type Question, questionsFor } from '../tutor/questions.ts';
import type { Result } from '../tutor/session.ts';
import type { LessonProblem, LessonStep, Show } from './data.ts';
import type { Lesson } from './lesson.ts';
import { SUMMARY } from './prose.ts';

/** Something to read before there is something to do. */
export type Part =
  | { readonly kind: 'say'; readonly section: string; readonly problem: string | undefined }
  | {
      readonly kind: 'show';
      readonly show: Show;
      readonly problem: string;
      readonly only?: readonly string[];
    };

/** A screenful, and then questions about one problem; none in the last scene, which is the summary. */
export interface Scene {
  readonly parts: readonly Part[];
  readonly problem?: string;
  readonly questions: readonly Question[];
}

/** A lesson whose problems have been worked out. */
export interface Staged {
  readonly lesson: Lesson;
  readonly studies: ReadonlyMap<string, Study>;
  readonly scenes: readonly Scene[];
}

/** The trace of a problem. Throws as `study` does. */
export const studyOf = ({ program, at, wrt, nudge }: LessonProblem): Study =>
  study(program, {
    at,
    ...(wrt === undefined ? {} : { wrt }),
    ...(nudge === undefined ? {} : { nudge }),
  });

/**
 * Puts a lesson on the stage. A problem is introduced when it first comes up.
 * @throws GradtutorError for a problem that cannot be worked out
 */
export function stage(lesson: Lesson): Staged {
  const { problems, steps } = lesson.data;
  const studies = new Map(Object.entries(problems).map(([name, problem]) => [name, studyOf(problem)]));
  const scenes: Scene[] = [];
  let parts: Part[] = [];
  let at: string | undefined;
  const met = new Set<string>();
  for (const step of steps) {
    if ('say' in step) {
      parts.push({ kind: 'say', section: step.say, problem: at });
      continue;
    }
    at = step.of;
    const studied = studies.get(at);
    if (!studied) continue;
    const isTold = 'show' in step && step.show === 'program';
    if (!met.has(at) && !isTold) parts.push({ kind: 'show', show: 'program', problem: at });
    met.add(at);
    if ('show' in step) {
      const only = 'only' in step ? step.only : undefined;
      parts.push({ kind: 'show', show: step.show, problem: at, ...(only === undefined ? {} : { only }) });
    } else {
      scenes.push({ parts, problem: at, questions: questionsIn(studied, step) });
      parts = [];
    }
  }
  const summary: Part = { kind: 'say', section: SUMMARY, problem: at };
  return { lesson, studies, scenes: [...scenes, { parts: [...parts, summary], questions: [] }] };
}

/** The questions of one step, in the order of its variables. */
export function questionsIn(studied: Study, step: Extract<LessonStep, { of: string }>): readonly Question[] {
  if ('bug' in step) return aboutBug(studied, plantAt(studied, step.bug, step.in));
  if (!('ask' in step)) return [];
  const kind: Kind = step.ask;
  const all = questionsFor(studied, [kind]);
  return step.about.flatMap((name) =>
    all
      .filter((question) => question.name === name)
      .map((question, i) =>
        step.hint === undefined || i > 0 ? question : { ...question, ownHint: step.hint },
      ),
  );
}

/**
 * Gradients of the scene's problem that were found in an earlier scene, or are worked in this one.
 * @param known by problem; the scene's own are added to it
 */
export function knownIn(
  { problem = '', parts }: Scene,
  studies: Staged['studies'],
  known: Map<string, Map<string, Value>>,
): Map<string, Value> {
  const found = known.get(problem) ?? new Map<string, Value>();
  known.set(problem, found);
  const gradients = new Map(Object.entries(studies.get(problem)?.trace.gradients ?? {}));
  for (const part of parts) {
    if (part.kind !== 'show' || part.problem !== problem) continue;
    if (part.show !== 'backward' && part.show !== 'nudges') continue;
    for (const name of part.only ?? gradients.keys()) found.set(name, gradients.get(name) as Value);
  }
  return found;
}

/** Adds the gradients that were answered, or shown. */
export function keepFound(found: Map<string, Value>, results: readonly Result[]): void {
  for (const { question, outcome } of results)
    if (question.kind === 'gradient' && outcome !== 'skipped') found.set(question.name, question.expected);
}
