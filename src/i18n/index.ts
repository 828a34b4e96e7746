import type { Messages } from './en.ts';

/** The languages a learner can choose. To add one: a file beside `en.ts`, and a line here. */
const languages = {
  en: async () => (await import('./en.ts')).en,
  ko: async () => (await import('./ko.ts')).ko,
} satisfies Record<string, () => Promise<Messages>>;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as readonly Language[];

export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

/** The words of one language: only that one is loaded. */
export const loadMessages = (language: Language): Promise<Messages> => languages[language]();
