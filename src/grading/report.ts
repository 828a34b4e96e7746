import type { Value } from '../core/value.ts';
import type { MistakeId } from '../tutor/mistakes.ts';
import { creditFor, type CreditRule } from './credit.ts';
import { type Graded, type HandIn, type Outcome, outcomes } from './grade.ts';
import type { AnswerKey } from './key.ts';
import type { UnknownName } from './problem.ts';

/** How many of the dvars that were asked for came out how, and what that is worth. */
export interface Score {
  readonly rule: CreditRule;
  /** From 0 to `total`. */
  readonly credit: number;
  readonly total: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** A graded hand-in as plain data. */
export interface GradeReport {
  readonly version: 1;
  readonly source: string;
  readonly inputs: Readonly<Record<string, Value>>;
  readonly output: string;
  /** In the order of telling. */
  readonly answers: readonly {
    readonly name: string;
    readonly label: string;
    readonly expected: Value;
    readonly asked: boolean;
    readonly outcome: Outcome;
    /** What was written; absent where nothing was. */
    readonly text?: string;
    /** Absent where no number could be read. */
    readonly value?: Value;
    /** One is a diagnosis, several are a tie. */
    readonly mistakes: readonly MistakeId[];
    /** What it follows from: the first wrong dvar behind it. */
    readonly first?: string;
    readonly feedback: string;
  }[];
  /** The first dvar that came out wrong by itself, in the order of telling; absent where none did. */
  readonly firstWrong?: string;
  /** Names that lead nowhere. */
  readonly unknown: readonly UnknownName[];
  readonly score: Score;
}

/** @param feedback what to say about one answer, in words */
export function gradeReport(
  { study: { trace } }: AnswerKey,
  handIn: HandIn,
  rule: CreditRule,
  feedback: (graded: Graded) => string,
): GradeReport {
  const firstWrong = firstWrongIn(handIn);
  return {
    version: 1,
    source: trace.source,
    inputs: trace.inputs,
    output: trace.output,
    answers: handIn.graded.map((graded) => {
      const { question, isAsked, outcome, text, value, mistakes } = graded;
      const { name, label, expected } = question;
      const first = followedFrom(graded);
      return {
        name,
        label,
        expected,
        asked: isAsked,
        outcome,
        ...(text === undefined ? {} : { text }),
        ...(value === undefined ? {} : { value }),
        mistakes,
        ...(first === undefined ? {} : { first }),
        feedback: feedback(graded),
      };
    }),
    ...(firstWrong === undefined ? {} : { firstWrong }),
    unknown: handIn.unknown,
    score: scoreOf(handIn, rule),
  };
}

function followedFrom({ messages }: Graded): string | undefined {
  const [message] = messages;
  return message?.key === 'follows-from' ? message.args.first : undefined;
}

/** The dvar where the work first went wrong. */
export const firstWrongIn = ({ graded }: HandIn): string | undefined =>
  graded.find(({ outcome }) => outcome === 'wrong' || outcome === 'close')?.question.label;

export function scoreOf({ graded }: HandIn, rule: CreditRule): Score {
  const asked = graded.filter(({ isAsked }) => isAsked);
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, asked.filter((one) => one.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  const credit = asked.reduce((sum, { outcome }) => sum + creditFor(outcome, rule), 0);
  return { rule, credit, total: asked.length, outcomes: counts };
}

/** Whether all that was asked for is right, and nothing else is wrong. */
export const isAllRight = ({ graded, unknown }: HandIn): boolean =>
  unknown.length === 0 && graded.every(({ outcome }) => outcome === 'right');
