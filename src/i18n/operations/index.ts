import { wordsIn } from '../words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

export const operationWords = wordsIn({ en, ko });
