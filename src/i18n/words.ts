import type { Language } from './language.ts';

/** The words of a part of the program in every language. English is the source of the keys. */
export const wordsIn = <W>(
  words: { readonly en: W } & Readonly<Record<Language, NoInfer<W>>>,
): Readonly<Record<Language, W>> => words;

/** The same where a start must not wait for words that nobody reads: all but English are loaded when they are spoken. */
export const wordsOnDemand =
  <W>(
    en: W,
    others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<NoInfer<W>>>>,
  ): ((language: Language) => Promise<W>) =>
  async (language) =>
    language === 'en' ? en : others[language]();

/** A sentence for each code, made of what the code carries. */
export type Sentences<Args> = { readonly [Code in keyof Args]: (args: Args[Code]) => string };

export const inWords = <Args, Code extends keyof Args>(
  sentences: Sentences<Args>,
  code: Code,
  args: Args[Code],
): string => sentences[code](args);
