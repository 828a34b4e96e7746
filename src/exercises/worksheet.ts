import { formatValue, type Value } from '../core/value.ts';
import { type Block, prose, title } from '../document.ts';
import { tellHeader } from '../explain.ts';
import type { Exercise, ExerciseSet, Item } from './exercise.ts';
import {
  commandOf,
  listOf,
  listWrong,
  tellProblem,
  tellQuestion,
  tellSolution,
  type Wording,
} from './tell.ts';

/** Wrong answers told of on paper for one question: those that come to mind first. */
const MOST_WRONG = 5;
const FEW_DIGITS = 3;

/** Exercises to be solved on paper, and the sheet that goes with them. */
export interface Worksheet {
  readonly title: string;
  readonly exercises: readonly Block[];
  readonly solutionsTitle: string;
  readonly solutions: readonly Block[];
}

export function worksheetOf({ recipe, exercises }: ExerciseSet, words: Wording): Worksheet {
  const { t, x } = words;
  const expected = exercises.flatMap(({ items }) => items.map(({ question }) => question.expected));
  return {
    title: x.title(recipe.level),
    exercises: [
      ...exercises.flatMap((exercise) => exerciseBlocks(exercise, words)),
      ...(expected.some(isLong) ? [prose(0, x.rounding)] : []),
      prose(0, { role: 'muted', text: x.made(commandOf(recipe, t.lang)) }),
    ],
    solutionsTitle: x.solutions,
    solutions: exercises.flatMap((exercise) => [
      title(x.exercise(exercise.number)),
      ...tellHeader(exercise.study.trace, t),
      ...exercise.items.flatMap((item) => solutionBlocks(exercise, item, words)),
    ]),
  };
}

const isLong = (value: Value): boolean => formatValue(value) !== formatValue(value, FEW_DIGITS);

const exerciseBlocks = (exercise: Exercise, words: Wording): Block[] => [
  title(words.x.exercise(exercise.number)),
  ...tellProblem(exercise, words),
  prose(0, words.x.find),
  listOf(exercise.items.map((item) => tellQuestion(exercise, item, words))),
];

function solutionBlocks(exercise: Exercise, item: Item, words: Wording): Block[] {
  const told = item.wrong.slice(0, MOST_WRONG);
  return [
    ...tellSolution(exercise, item, words),
    ...(told.length === 0 ? [] : [prose(0, words.x.wrong(item.question.label)), listWrong(told, words)]),
  ];
}
