import type { Language } from '../index.ts';
import { type BatchWords, en } from './en.ts';

const languages: Readonly<Record<Language, () => Promise<BatchWords>>> = {
  en: async () => en,
  ko: async () => (await import('./ko.ts')).ko,
};

/** The words of batches in one language. */
export const loadBatchWords = (language: Language): Promise<BatchWords> => languages[language]();
