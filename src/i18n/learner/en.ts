import { plural } from '../plural.ts';

const days = (count: number): string =>
  count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`;

/** What a learner knows, and when it is asked again. */
export const en = {
  review: {
    due: (count: number, asked: number) =>
      count === asked
        ? `${plural(count, 'thing')} to practise today. The numbers are new.`
        : `${plural(count, 'thing')} to practise today; here are the ${asked} you need most. The numbers are new.`,
    problem: (index: number, count: number) => `${index} of ${count}`,
    noProblem: 'What is due today comes up in no problem that I have. Go on with: gradtutor learn',
    given: (dvars: readonly string[]) => `Given: ${dvars.join(', ')}`,
    nothingYet: 'There is nothing to review yet. Begin with: gradtutor learn',
    notDue: (count: number) =>
      `Nothing is due ${count === 0 ? 'yet' : 'today'}. I will ask again ${count === 0 ? 'later today' : days(count)}. To practise all the same: gradtutor quiz`,
    again: (count: number) =>
      count === 0
        ? 'Some of this is due again today: gradtutor review'
        : `I will ask about this again ${days(count)}: gradtutor review`,
    more: (count: number) => `${plural(count, 'more thing')} left for today: gradtutor review`,
    stopped: (isKept: boolean) =>
      `Stopped.${isKept ? ' What you answered is kept.' : ''} Go on with: gradtutor review`,
  },
  progress: {
    lessons: 'Lessons',
    done: (done: number, total: number) => `${done} of ${total} done`,
    gates: 'What you can do (bar: how sure I am that you know it; then: right at once, of all answers)',
    mistakes: 'Mistakes to leave behind (bar: how sure I am that it is gone; then: times avoided)',
    count: (right: number, answers: number) => `${right} of ${answers}`,
    mastered: 'mastered',
    dueNow: 'due today',
    dueIn: (count: number) => `again ${days(count)}`,
    nothingYet: 'Nothing is answered yet. Begin with: gradtutor learn',
    dueCount: (count: number) => `${plural(count, 'thing')} to practise today: gradtutor review`,
    nextReview: (count: number) => `The next review is ${days(count)}.`,
    unknownWord: (text: string, suggestion?: string) =>
      `There is no gradtutor progress ${text}. ${suggestion === undefined ? 'It takes export, import, path or reset.' : `Did you mean ${suggestion}?`}`,
    importFile: 'Which file? Try: gradtutor progress import progress.json',
    unusable: (file: string) =>
      `${file} holds no progress that I can read. It takes what gradtutor progress export wrote. Nothing was changed.`,
    imported: (answers: number, lessons: number) =>
      `Your progress now has ${plural(answers, 'answer')} and ${plural(lessons, 'lesson')}.`,
    exported: (file: string) => `Wrote ${file}`,
    reset: (file: string) =>
      `Your progress begins anew. The old one is kept in ${file}. To take it back: gradtutor progress import ${file}`,
    nothingToReset: 'There is no progress to reset.',
  },
};

export type LearnerWords = typeof en;
