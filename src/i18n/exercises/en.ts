/** Words of generated exercises, beside the tutor's own. */
export const en = {
  title: (level: number) => `Backpropagation exercises, level ${level}`,
  /** The folder, category or deck that a set goes into. */
  level: (level: number) => `Level ${level}`,
  exercise: (number: number) => `Exercise ${number}`,
  item: (level: number, number: number, dvar: string) => `Level ${level}, exercise ${number}: ${dvar}`,
  find: 'Find these, from the output back:',
  rounding: 'A long decimal may be rounded to three digits.',
  made: (command: string) => `Made with ${command}`,
  solutions: 'Solutions',

  wrong: (dvar: string) => `Wrong answers for ${dvar}, and what is behind them:`,
};

export type ExerciseWords = typeof en;
