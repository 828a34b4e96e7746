import type { Language } from '../index.ts';
import { en, type ManualWords } from './en.ts';
import { ko } from './ko.ts';

export const manualWords: Readonly<Record<Language, ManualWords>> = { en, ko };
