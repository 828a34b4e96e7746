import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggest } from '../core/suggest.ts';
import type { Messages } from '../i18n/en.ts';
import { languageNames } from '../i18n/index.ts';
import type { Finding } from '../lessons/finding.ts';
import { DATA_FILE, type Lesson, type LessonFiles, readLesson } from '../lessons/lesson.ts';
import type { Prose } from '../lessons/prose.ts';
import { UsageError } from './exit.ts';
import { readText } from './files.ts';
import { quoted } from './manual/quote.ts';

/** The lessons that come with the program; built, this file is as deep below the root as it is here. */
const builtIn = fileURLToPath(new URL('../../lessons', import.meta.url));

const LESSON = /^\d/u;

/** The folder of a course: that of a teacher, or the built-in one. */
export const courseFolder = (from: string | undefined): string => from ?? builtIn;

/** What may stand where a lesson can. */
export const LESSON_WORDS: readonly string[] = ['list', 'next', 'reset'];

/** The lessons in a folder, in order. Throws what node:fs throws for a folder that cannot be read. */
export const lessonIds = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && LESSON.test(entry.name))
    .map(({ name }) => name)
    .toSorted();

/** The files of every lesson in a folder, in order. Throws as `lessonIds` does. */
export const readCourse = (folder: string): LessonFiles[] =>
  lessonIds(folder).map((id) => ({ id, files: filesOf(join(folder, id)) }));

function filesOf(folder: string): Map<string, string> {
  const names = [DATA_FILE, ...languageNames.map((language) => `${language}.md`)];
  return new Map(
    names
      .map((name) => [name, join(folder, name)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => [name, readText(file)]),
  );
}

interface Course {
  readonly lessons: readonly Lesson[];
  readonly findings: readonly Finding[];
}

/** A course to learn from: each lesson in the languages it has. */
function openCourse(from: string | undefined, t: Messages): Course {
  const lessons: Lesson[] = [];
  const findings: Finding[] = [];
  for (const files of readCourse(courseFolder(from))) {
    const there = languageNames.filter((language) => files.files.has(`${language}.md`));
    const read = readLesson(files, there.length > 0 ? there : [t.lang]);
    if (read.lesson) lessons.push(read.lesson);
    findings.push(...read.findings.list);
  }
  return { lessons, findings };
}

/**
 * The lessons of a course that can be used.
 * @throws UsageError for any other
 */
export function openSoundCourse(from: string | undefined, t: Messages): readonly Lesson[] {
  const { lessons, findings } = openCourse(from, t);
  if (findings.length > 0 || lessons.length === 0)
    throw new UsageError(t.learn.brokenCourse(courseFolder(from)));
  return lessons;
}

/** What a lesson is called in a learner's progress: that of a teacher's course by its place too. */
export const lessonKey = (from: string | undefined, id: string): string =>
  from === undefined ? id : `${resolve(from)}/${id}`;

/** What a learner types to go on in a course, or to play a lesson of it. */
export const learnCommand = (from: string | undefined, lesson?: string): string =>
  [
    'gradtutor learn',
    ...(from === undefined ? [] : ['--from', shellWord(from)]),
    ...(lesson ? [lesson] : []),
  ].join(' ');

/** In quotes too where a full stop that follows would be taken for part of it. */
const shellWord = (text: string): string => (/[^\p{L}\p{N}_@%+=:,./-]|\.$/u.test(text) ? quoted(text) : text);

/**
 * The lesson that is meant by `04-backward`, `backward` or `4`.
 * @throws UsageError for none
 */
export function findLesson(lessons: readonly Lesson[], text: string, t: Messages): Lesson {
  const found = lessons.find(({ id }) => {
    const [number, name] = [id.slice(0, 2), id.slice(3)];
    return text === id || text === name || (/^\d+$/u.test(text) && Number(text) === Number(number));
  });
  if (found) return found;
  const names = lessons.flatMap(({ id }) => [id, id.slice(3)]);
  throw new UsageError(t.learn.unknown(text, suggest(text, names)));
}

/** The words of a lesson in the learner's language, else in one it has. */
export const proseOf = ({ prose: words }: Lesson, t: Messages): Prose =>
  (words.get(t.lang) ?? [...words.values()][0]) as Prose;

/** `4. Backward: from the output to every input` */
export const heading = ({ id }: Lesson, { title: text }: Prose): string =>
  `${Number(id.slice(0, 2))}. ${text}`;
