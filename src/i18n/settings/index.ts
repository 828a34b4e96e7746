import type { Language } from '../index.ts';
import { en, type SettingWords } from './en.ts';
import { ko } from './ko.ts';

export const settingWords: Readonly<Record<Language, SettingWords>> = { en, ko };
