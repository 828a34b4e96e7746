/** What is said to someone who types the program's name alone. */
export const en = {
  hello: (version: string) => `gradtutor ${version}: learn backpropagation by predicting it.`,
  try: 'Try first',
  learn: 'the course: read a little, predict a number, see it tested',
  run: 'one expression from end to end',
  quiz: 'problems of a level, 1 to 7',
  leftLesson: (title: string, done: number, total: number) =>
    `You were in lesson ${title} (${done} of ${total}).`,
  nextLesson: (title: string) => `Next is lesson ${title}.`,
  leftQuiz: 'You left a quiz.',
  goOn: 'Go on with:',
  more: 'All commands: gradtutor --help. To stop anything: Ctrl+C.',
};

export type WelcomeWords = typeof en;
