import type { Language } from '../index.ts';
import { en, type OperationWords } from './en.ts';
import { ko } from './ko.ts';

export const operationWords: Readonly<Record<Language, OperationWords>> = { en, ko };
