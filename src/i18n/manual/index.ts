import { wordsIn } from '../words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

export const manualWords = wordsIn({ en, ko });
