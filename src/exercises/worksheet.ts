import { askedSteps, sumChain } from '../chain.ts';
import { formatValue, type Value } from '../core/value.ts';
import { type Block, dvarSpan, formula, line, prose, sentence, sign, type Span } from '../document.ts';
import { tellHeader } from '../explain.ts';
import type { Exercise, ExerciseSet, Item } from './exercise.ts';
import { commandOf, tellBehind, tellForwardPass, type Wording } from './tell.ts';

/** Wrong answers told of on paper for one question: those that come to mind first. */
const MOST_WRONG = 3;
const FEW_DIGITS = 3;

/** An exercise in the parts that sheets of paper are made of. */
export interface Task {
  readonly title: string;
  /** The expression and its inputs. */
  readonly header: readonly Block[];
  readonly forward: readonly Block[];
  /** What is to be done. */
  readonly find: Block;
  /** `dv = `, to be gone on with, for every question. */
  readonly blanks: readonly (readonly Span[])[];
  /** All the answers in one line. */
  readonly key: Block;
  /** The backward pass, a line a dvar. */
  readonly backward: readonly Block[];
  /** What wrong answers are the sign of: a table. */
  readonly mistakes: readonly Block[];
}

/** Exercises to be solved on paper, and the sheets that go with them. */
export interface Worksheet {
  readonly title: string;
  readonly tasks: readonly Task[];
  /** What stands under the questions. */
  readonly notes: readonly Block[];
}

export function worksheetOf({ recipe, exercises }: ExerciseSet, words: Wording): Worksheet {
  const { t, x } = words;
  const expected = exercises.flatMap(({ items }) => items.map(({ question }) => question.expected));
  return {
    title: x.title(recipe.level),
    tasks: exercises.map((exercise) => taskOf(exercise, words)),
    notes: [
      ...(expected.some(isLong) ? [prose(0, x.rounding)] : []),
      prose(0, { role: 'muted', text: x.made(commandOf(recipe, t.lang)) }),
    ],
  };
}

const isLong = (value: Value): boolean => formatValue(value) !== formatValue(value, FEW_DIGITS);

function taskOf(exercise: Exercise, words: Wording): Task {
  const { study, items, number } = exercise;
  const { trace } = study;
  const answers = items.map(({ question }) => [
    dvarSpan(question.name),
    sign(' = '),
    formula(formatValue(question.expected), 'backward'),
  ]);
  return {
    title: words.x.exercise(number),
    header: tellHeader(trace, words.t),
    forward: tellForwardPass(exercise, words),
    find: prose(0, ...sentence(words.x.find(items[0]?.question.name ?? trace.output, trace.output))),
    blanks: items.map(({ question }) => [dvarSpan(question.name), sign(' = ')]),
    key: prose(0, ...answers.flatMap((spans, i): Span[] => (i === 0 ? spans : [', ', ...spans]))),
    backward: askedSteps(trace).map((step) =>
      line(
        0,
        dvarSpan(step.name),
        sign(' = '),
        ...sumChain(trace, step).flatMap((spans) => [...spans, sign(' = ')]),
        formula(formatValue(step.gradient), 'backward'),
      ),
    ),
    mistakes: mistakesTable(items, words),
  };
}

/** A row a mistake: the question, where another one begins, the wrong answer, and what is behind it. */
function mistakesTable(items: readonly Item[], words: Wording): Block[] {
  const rows = items.flatMap(({ question, wrong }) =>
    wrong.slice(0, MOST_WRONG).flatMap((answer, i) =>
      tellBehind(answer, words).map((text, j): Span[][] => {
        const isFirst = i === 0 && j === 0;
        const right = [dvarSpan(question.name), sign(' = '), formula(formatValue(question.expected))];
        return [isFirst ? right : [], j === 0 ? [formula(formatValue(answer.value))] : [], [text]];
      }),
    ),
  );
  if (rows.length === 0) return [];
  const { right, wrong, behind } = words.x.columns;
  return [{ kind: 'table', indent: 2, gap: 2, head: [[right], [wrong], [behind]], rows }];
}
