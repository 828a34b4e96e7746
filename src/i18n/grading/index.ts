import type { Language } from '../index.ts';
import { en, type GradingWords } from './en.ts';
import { ko } from './ko.ts';

/** Words of grading, in every language. */
export const gradingWords: Readonly<Record<Language, GradingWords>> = { en, ko };
