import { parseAt } from '../core/at.ts';
import { study } from '../core/trace.ts';
import type { Kind } from '../tutor/kinds.ts';
import { questionsFor } from '../tutor/questions.ts';
import { makeSeries, type Problem } from '../tutor/series.ts';
import { anySeed } from './seed.ts';

/** What is asked; enough to ask it again. */
export interface Asked {
  readonly expression?: string;
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly ask: readonly Kind[];
  readonly level: number;
  readonly count: number;
  readonly seed: number;
  readonly tries: number;
}

/** Whether a saved session is one of a quiz, and whole. */
export function isAsked(about: unknown): about is Asked {
  if (typeof about !== 'object' || about === null) return false;
  const { ask: asked, level, count, seed, tries } = about as Partial<Asked>;
  return Array.isArray(asked) && [level, count, seed, tries].every((value) => typeof value === 'number');
}

type AskedFor = Omit<Asked, 'expression' | 'seed'> & { readonly seed?: number };

/** What a command line asks for; the seed is any, unless it says one. */
export const pick = (
  { at, wrt, ask, level, count, seed, tries }: AskedFor,
  expression: string | undefined,
): Asked => ({
  ...(expression === undefined ? {} : { expression }),
  ...(at ? { at } : {}),
  ...(wrt ? { wrt } : {}),
  ask,
  level,
  count,
  tries,
  seed: seed ?? anySeed(),
});

/** The problems of a quiz: the learner's own, or a series made for a level. */
export function prepare({ expression, at, wrt, ask, level, count, seed }: Asked): Problem[] {
  if (expression === undefined) return makeSeries({ level, count, seed, ask });
  const own = study(expression, { at: parseAt(at ?? []), ...(wrt ? { wrt } : {}) });
  return [{ study: own, questions: questionsFor(own, ask, seed), worked: [] }];
}
