import { wordsIn } from '../words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** Words of generated exercises. */
export const exerciseWords = wordsIn({ en, ko });
