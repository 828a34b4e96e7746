import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { addCheck } from './check.ts';
import { addCompletion, addMan } from './completion.ts';
import { addConfig } from './config.ts';
import { addGenerate } from './generate.ts';
import { addGrade } from './grade.ts';
import { addGraph } from './graph.ts';
import { addHelp } from './help.ts';
import { addLearn } from './learn.ts';
import { addLessons } from './lessons.ts';
import { addExplain, addOps } from './ops.ts';
import { addProgress } from './progress.ts';
import { addQuiz } from './quiz.ts';
import { addReview } from './review.ts';
import { addRun } from './run.ts';

/**
 * The commands by name, in the order of the help. To add one: a file beside this one, and a line here. That file says how the
 * command is called; what the command does is imported by its action, or every start would load it.
 */
export const commands: ReadonlyMap<string, (program: Command, t: Messages) => void> = new Map([
  ['run', addRun],
  ['quiz', addQuiz],
  ['graph', addGraph],
  ['learn', addLearn],
  ['review', addReview],
  ['progress', addProgress],
  ['check', addCheck],
  ['grade', addGrade],
  ['generate', addGenerate],
  ['lessons', addLessons],
  ['ops', addOps],
  ['explain', addExplain],
  ['config', addConfig],
  ['completion', addCompletion],
  ['man', addMan],
  ['help', addHelp],
]);
