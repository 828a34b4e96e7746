import { isLanguage } from '../index.ts';
import { en, type LearnerWords } from './en.ts';
import { ko } from './ko.ts';

const words = { en, ko };

/** Words about a learner's progress, for the commands that tell of it. */
export const learnerWords = ({ lang }: { readonly lang: string }): LearnerWords =>
  words[isLanguage(lang) ? lang : 'en'];
