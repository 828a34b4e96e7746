import { parseAt } from '../core/at.ts';
import { study } from '../core/trace.ts';
import type { Kind } from '../tutor/kinds.ts';
import { questionsFor } from '../tutor/questions.ts';
import type { Problem } from '../tutor/series.ts';
import { anySeed } from './seed.ts';

/** What is asked; enough to pose the same problems again. */
export interface Posed {
  readonly expression?: string;
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly ask: readonly Kind[];
  readonly level: number;
  readonly count: number;
  readonly seed: number;
}

export interface Asked extends Posed {
  readonly tries: number;
}

/** Whether a saved session is one of a quiz, and whole. */
export function isAsked(about: unknown): about is Asked {
  if (typeof about !== 'object' || about === null) return false;
  const { ask: asked, level, count, seed, tries } = about as Partial<Asked>;
  return Array.isArray(asked) && [level, count, seed, tries].every((value) => typeof value === 'number');
}

type Wanted = Omit<Posed, 'expression' | 'seed'> & { readonly seed?: number };

/** What a command line asks for; the seed is any, unless it says one. */
export const pose = (
  { at, wrt, ask, level, count, seed }: Wanted,
  expression: string | undefined,
): Posed => ({
  ...(expression === undefined ? {} : { expression }),
  ...(at ? { at } : {}),
  ...(wrt ? { wrt } : {}),
  ask,
  level,
  count,
  seed: seed ?? anySeed(),
});

/** The problems of a quiz: the learner's own, or a series made for a level. */
export async function prepare({ expression, at, wrt, ask, level, count, seed }: Posed): Promise<Problem[]> {
  if (expression === undefined) {
    const { makeSeries } = await import('../tutor/series.ts');
    return makeSeries({ level, count, seed, ask });
  }
  const own = study(expression, { at: parseAt(at ?? []), ...(wrt ? { wrt } : {}) });
  return [{ study: own, questions: questionsFor(own, ask, seed), worked: [] }];
}
