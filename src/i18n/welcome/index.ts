import type { Language } from '../index.ts';
import { en, type WelcomeWords } from './en.ts';
import { ko } from './ko.ts';

export const welcomeWords: Readonly<Record<Language, WelcomeWords>> = { en, ko };
