import { wordsIn } from '../words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** Words about a learner's progress, for the commands that tell of it. */
export const learnerWords = wordsIn({ en, ko });
