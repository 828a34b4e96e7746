import { sheetNames } from '../../exercises/sheets.ts';
import { languageNames } from '../../i18n/index.ts';
import { operationNames } from '../../reference/operations.ts';
import { kinds } from '../../tutor/kinds.ts';
import { courseFolder, LESSON_WORDS, lessonIds } from '../course.ts';
import { settings } from '../settings.ts';
import type { WordsByName } from './describe.ts';

/** What can be typed where the help of a command has one of these names: `<operation>`, `[lesson...]`. */
export const wordsByName = (): WordsByName =>
  new Map<string, readonly string[]>([
    ['kinds', kinds],
    ['language', languageNames],
    ['lesson', [...LESSON_WORDS, ...lessonIds(courseFolder(undefined))]],
    ['operation', operationNames.filter((name) => /^\w+$/u.test(name))],
    ['sheets', sheetNames],
    ['setting', settings.map(({ name }) => name)],
  ]);
