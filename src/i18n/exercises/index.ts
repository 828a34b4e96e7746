import type { Language } from '../index.ts';
import { en, type ExerciseWords } from './en.ts';
import { ko } from './ko.ts';

export type { ExerciseWords } from './en.ts';

/** Words of generated exercises, in every language. */
export const exerciseWords: Readonly<Record<Language, ExerciseWords>> = { en, ko };
