import { wordsIn } from '../words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** Words of grading. */
export const gradingWords = wordsIn({ en, ko });
