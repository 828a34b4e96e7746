import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { Command } from 'commander';
import type { Messages } from '../i18n/en.ts';
import { textWidth } from '../render/layout.ts';
import { addGenerate } from './commands/generate.ts';
import { addGraph } from './commands/graph.ts';
import { addLearn } from './commands/learn.ts';
import { addLessons } from './commands/lessons.ts';
import { addProgress } from './commands/progress.ts';
import { addQuiz } from './commands/quiz.ts';
import { addReview } from './commands/review.ts';
import { addRun } from './commands/run.ts';
import { terminalWidth } from './terminal.ts';

/** The commands and their options, with help in the learner's language. */
export function buildProgram(t: Messages): Command {
  const program = new Command('gradtutor')
    .description(t.cli.description)
    .version(__VERSION__, '-V, --version', t.cli.version)
    .helpOption('-h, --help', t.cli.help)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      displayWidth: (text) => textWidth(stripVTControlCharacters(text)),
      optionDescription: (option) => option.description,
      styleTitle: (title) => t.cli.titles[title] ?? title,
      helpWidth: terminalWidth(process.stdout.columns),
    })
    .configureOutput({ outputError: () => undefined });
  addRun(program, t);
  addQuiz(program, t);
  addGraph(program, t);
  addGenerate(program, t);
  addLearn(program, t);
  addReview(program, t);
  addProgress(program, t);
  addLessons(program, t);
  return program.addHelpText('after', `\n${t.cli.exitCodes}`);
}
