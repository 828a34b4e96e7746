import { sheetNames } from '../../exercises/sheets.ts';
import { languageNames } from '../../i18n/index.ts';
import { operationNames } from '../../reference/operations.ts';
import { constants } from '../../reference/spelled.ts';
import { opsOfLevel } from '../../tutor/generate.ts';
import { HIGHEST_LEVEL, kinds } from '../../tutor/kinds.ts';
import { commands } from '../commands/index.ts';
import { PROGRESS_WORDS } from '../commands/progress.ts';
import { courseFolder, LESSON_WORDS, lessonIds } from '../course.ts';
import { settings } from '../settings.ts';
import type { Candidates, WordsByName } from './describe.ts';

/** Nothing that a shell would read otherwise. */
const isWord = (name: string): boolean => /^\w+$/u.test(name);

/** The operations that exercises of any level have. */
function practised(): string[] {
  const levels = Array.from({ length: HIGHEST_LEVEL }, (_, i) => opsOfLevel(i + 1));
  return operationNames.filter((name) => isWord(name) && levels.some((names) => names.has(name)));
}

/** What a setting can be set to. */
function valuesOf(setting: string): Candidates {
  if (setting === 'lang') return { kind: 'words', words: languageNames };
  return setting === 'nudge' ? { kind: 'anything' } : { kind: 'words', words: ['true', 'false'] };
}

/** What can be typed where the help of a command has one of these names: `<operation>`, `[lesson...]`. */
export const wordsByName = (): WordsByName =>
  new Map<string, readonly string[] | Candidates>([
    ['command', [...commands.keys()]],
    ['kinds', { kind: 'list', words: kinds }],
    ['language', languageNames],
    ['lesson', [...LESSON_WORDS, ...lessonIds(courseFolder(undefined))]],
    ['operation', [...operationNames, ...constants.map(({ name }) => name)].filter(isWord)],
    ['operations', { kind: 'list', words: practised() }],
    ['sheets', { kind: 'list', words: sheetNames }],
    ['setting', settings.map(({ name }) => name)],
    ['value', { kind: 'behind', each: new Map(settings.map(({ name }) => [name, valuesOf(name)])) }],
    ['what', PROGRESS_WORDS],
  ]);
