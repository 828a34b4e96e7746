import { wordsIn } from '../words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** Words of the page: it brings them all along. */
export const pageWords = wordsIn({ en, ko });
