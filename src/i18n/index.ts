import { en } from './en.ts';
import { wordsOnDemand } from './words.ts';

export { isLanguage, type Language, languageNames } from './language.ts';

/** The words of one language. English is part of the program, and so of its code cache. */
export const loadMessages = wordsOnDemand(en, { ko: async () => (await import('./ko.ts')).ko });
