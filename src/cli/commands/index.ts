import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';

/** Defines a command with its options and what it does. */
type Define = (program: Command, t: Messages) => void;

/**
 * The commands by name, in the order of the help. To add one: a file beside this one, and a line here. Only the command
 * that is called is loaded.
 */
export const commands: ReadonlyMap<string, () => Promise<Define>> = new Map([
  ['run', async () => (await import('./run.ts')).addRun],
  ['quiz', async () => (await import('./quiz.ts')).addQuiz],
  ['graph', async () => (await import('./graph.ts')).addGraph],
  ['learn', async () => (await import('./learn.ts')).addLearn],
  ['review', async () => (await import('./review.ts')).addReview],
  ['progress', async () => (await import('./progress.ts')).addProgress],
  ['check', async () => (await import('./check.ts')).addCheck],
  ['grade', async () => (await import('./grade.ts')).addGrade],
  ['lessons', async () => (await import('./lessons.ts')).addLessons],
]);
