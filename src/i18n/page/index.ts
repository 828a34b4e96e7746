import type { Language } from '../index.ts';
import { en, type PageWords } from './en.ts';
import { ko } from './ko.ts';

/** Words of the page, in every language: a page brings them all along. */
export const pageWords: Readonly<Record<Language, PageWords>> = { en, ko };
