import { marked } from '../../document.ts';

/** Words of generated exercises, beside the tutor's own. */
export const en = {
  title: (level: number) => `Backpropagation exercises, level ${level}`,
  /** The folder, category or deck that a set goes into. */
  level: (level: number) => `Level ${level}`,
  exercise: (number: number) => `Exercise ${number}`,
  item: (level: number, number: number, dvar: string) => `Level ${level}, exercise ${number}: ${dvar}`,
  find: (name: string, output: string) =>
    `Find these, from the output back. d${marked(name)} is short for d${marked(output)}/d${marked(name)}.`,
  /** To be filled in by hand. */
  byHand: { name: 'Name', date: 'Date', working: 'your steps', answer: 'answer' },
  rounding: 'A long decimal may be rounded to three digits.',
  made: (command: string) => `Made with ${command}`,
  sheets: {
    solutions: 'Solutions',
    mistakes: 'What wrong answers tell',
  },
  columns: { right: 'right', wrong: 'wrong', behind: 'what is behind it' },

  wrong: (dvar: string) => `Wrong answers for ${dvar}, and what is behind them:`,
};

export type ExerciseWords = typeof en;
