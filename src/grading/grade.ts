import type { Value } from '../core/value.ts';
import { judgeNumber } from '../tutor/judge.ts';
import type { TutorMessage } from '../tutor/messages.ts';
import type { MistakeId } from '../tutor/mistakes.ts';
import type { Question } from '../tutor/questions.ts';
import type { Slip } from '../tutor/wrong.ts';
import type { GivenAnswer } from './given.ts';
import type { AnswerKey } from './key.ts';
import { GradingError, type UnknownName } from './problem.ts';
import { type Read, readGiven } from './read.ts';

/** What can become of a dvar in a hand-in, best first. */
export const outcomes = ['right', 'follows', 'close', 'wrong', 'missing'] as const;

export type Outcome = (typeof outcomes)[number];

/** One dvar of a hand-in. */
export interface Graded {
  readonly question: Question;
  /** Whether it was asked for; what was not counts for nothing, but may be where a mistake began. */
  readonly isAsked: boolean;
  readonly outcome: Outcome;
  /** What a missing one's variable is, where the learner did not name it: nobody can know what `v` stands for. */
  readonly formula?: string;
  /** What was written; absent where nothing was. */
  readonly text?: string;
  /** Absent where no number could be read. */
  readonly value?: Value;
  /** Mistakes that give this number: one is a diagnosis, several are a tie. */
  readonly mistakes: readonly MistakeId[];
  readonly messages: readonly TutorMessage[];
}

export interface HandIn {
  /** In the order of telling. */
  readonly graded: readonly Graded[];
  readonly unknown: readonly UnknownName[];
}

/**
 * Grades a hand-in: each dvar by itself, and given the learner's own earlier wrong ones.
 * @throws GradingError `answered-twice` where a dvar has two answers, `nothing-asked` where there is no dvar
 */
export function grade(key: AnswerKey, given: readonly GivenAnswer[]): HandIn {
  if (key.asked.length === 0) throw new GradingError('nothing-asked', { output: key.study.trace.output });
  const { read, unknown } = readGiven(key, given);
  const slips = new Map<string, Slip>();
  const graded: Graded[] = [];
  const judge = (question: Question, isAsked: boolean): void => {
    const one = { ...judgeOne(key, question, read.get(question), slips), isAsked };
    graded.push(one);
    const { outcome, value } = one;
    if (value === undefined || outcome === 'right') return;
    slips.set(question.name, { label: question.label, value, follows: outcome === 'follows' });
  };
  const asked = new Set(key.asked);
  for (const question of key.questions) {
    const isAsked = asked.has(question);
    if (isAsked || read.has(question)) judge(question, isAsked);
  }
  return { graded, unknown };
}

function judgeOne(
  { study, values, formulas }: AnswerKey,
  question: Question,
  read: Read | undefined,
  slips: ReadonlyMap<string, Slip>,
): Omit<Graded, 'isAsked'> {
  if (!read) {
    const formula = formulas.get(question.name);
    const missing = { question, outcome: 'missing', mistakes: [], messages: [] } as const;
    return formula === undefined ? missing : { ...missing, formula };
  }
  const { text, bare, answer } = read;
  switch (answer.kind) {
    case 'unreadable':
      return {
        question,
        outcome: 'wrong',
        text,
        mistakes: [],
        messages: [{ key: 'not-a-number', args: { text } }],
      };
    case 'unknown-name': {
      const args = { name: answer.name, names: [...values.keys()] };
      return { question, outcome: 'wrong', text, mistakes: [], messages: [{ key: 'unknown-name', args }] };
    }
    case 'value': {
      const { comparison, mistakes, messages } = judgeNumber(study, question, bare, answer, { slips });
      return { question, outcome: comparison, text, value: answer.value, mistakes, messages };
    }
  }
}
