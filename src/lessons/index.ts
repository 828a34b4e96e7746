/** Lessons as data: read them, prove them, and put them on the stage. Nothing here touches a file. */
export { checkLesson } from './check.ts';
export type { LessonData, LessonProblem, LessonStep, Show } from './data.ts';
export type { Finding, FindingArgs, FindingCode, Findings } from './finding.ts';
export { DATA_FILE, type Lesson, type LessonFiles, type Read, readLesson } from './lesson.ts';
export type { Prose, Section } from './prose.ts';
export { type Part, type Scene, stage, type Staged } from './scenes.ts';
