import { wordsOnDemand } from '../words.ts';
import { en } from './en.ts';

/** The words of batches in one language. */
export const loadBatchWords = wordsOnDemand(en, { ko: async () => (await import('./ko.ts')).ko });
