/** The languages a learner can choose. To add one: its name here, and a file beside every `en.ts`; the types ask for each. */
export const languageNames = ['en', 'ko'] as const;

export type Language = (typeof languageNames)[number];

export const isLanguage = (name: string): name is Language => languageNames.some((known) => known === name);
