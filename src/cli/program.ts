import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { Command } from 'commander';
import type { Messages } from '../i18n/en.ts';
import { textWidth } from '../render/layout.ts';
import { addCompletion } from './commands/completion.ts';
import { addConfig } from './commands/config.ts';
import { addGraph } from './commands/graph.ts';
import { addLearn } from './commands/learn.ts';
import { addLessons } from './commands/lessons.ts';
import { addOps } from './commands/ops.ts';
import { addQuiz } from './commands/quiz.ts';
import { addRun } from './commands/run.ts';
import { terminalWidth } from './terminal.ts';
import { noteMistakes } from './usage.ts';

/** The commands and their options, with help in the learner's language. */
export function buildProgram(t: Messages): Command {
  const program = new Command('gradtutor')
    .description(t.cli.description)
    .version(__VERSION__, '-V, --version', t.cli.version)
    .helpOption('-h, --help', t.cli.help)
    .helpCommand(false)
    .configureHelp({
      displayWidth: (text) => textWidth(stripVTControlCharacters(text)),
      optionDescription: (option) => option.description,
      styleTitle: (title) => t.cli.titles[title] ?? title,
      helpWidth: terminalWidth(process.stdout.columns),
    })
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined });
  addRun(program, t);
  addQuiz(program, t);
  addGraph(program, t);
  addLearn(program, t);
  addLessons(program, t);
  addOps(program, t);
  addConfig(program, t);
  addCompletion(program, t);
  noteMistakes(program);
  return program.addHelpText('after', `\n${t.cli.exitCodes}`);
}
