import { en, type Messages } from './en.ts';

/**
 * The languages a learner can choose. To add one: a file beside `en.ts`, and a line here. English is part of the
 * program, and so of its code cache; the others are loaded when they are spoken.
 */
const languages = {
  en: async () => en,
  ko: async () => (await import('./ko.ts')).ko,
} satisfies Record<string, () => Promise<Messages>>;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as readonly Language[];

export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

/** The words of one language. */
export const loadMessages = (language: Language): Promise<Messages> => languages[language]();
