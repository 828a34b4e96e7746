import { type Study, study } from '../core/trace.ts';
import { generate, writtenOut } from './generate.ts';
import type { Kind } from './kinds.ts';
import { type Question, questionsFor } from './questions.ts';
import { Random } from '../core/random.ts';

/** An expression, and what is asked about it. */
export interface Problem {
  readonly study: Study;
  readonly questions: readonly Question[];
  /** Questions that are shown worked out instead of asked. */
  readonly worked: readonly Question[];
}

/**
 * A series of problems of one level. When only gradients are asked it fades: the first problem is worked out but for its
 * last step, each next one less, the last not at all (Renkl 2002).
 * @param seed the same seed makes the same problems
 */
export function makeSeries({
  level,
  count,
  seed,
  ask,
  ops,
}: {
  readonly level: number;
  readonly count: number;
  readonly seed: number;
  readonly ask: readonly Kind[];
  /** Only problems with one of these operations. */
  readonly ops?: ReadonlySet<string>;
}): Problem[] {
  const random = new Random(seed);
  const had = new Set<string>();
  const fades = count > 1 && ask.length === 1 && ask[0] === 'gradient';
  return Array.from({ length: count }, (_, i) => {
    const exercise = generate(level, random, had, ops);
    had.add(exercise.source).add(writtenOut(exercise));
    const made = study(exercise.source, { at: exercise.at });
    const questions = questionsFor(made, ask, seed + i);
    const shown = fades ? Math.ceil((questions.length - 1) * (1 - i / (count - 1))) : 0;
    return { study: made, questions: questions.slice(shown), worked: questions.slice(0, shown) };
  });
}
