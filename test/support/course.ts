import { readCourse } from '../../src/cli/course.ts';
import { readLesson } from '../../src/lessons/lesson.ts';
import { stage, type Staged } from '../../src/lessons/scenes.ts';
import { root } from './cli.ts';

/** The lessons that come with the program, put on the stage. */
export const builtInLessons: readonly Staged[] = readCourse(`${root}/lessons`).map((files) => {
  const { lesson, findings } = readLesson(files, ['en', 'ko']);
  if (!lesson) throw new Error(JSON.stringify(findings.list));
  return stage(lesson);
});
