import { toJson } from '../../render/json.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import {
  plainText,
  tellHints,
  tellQuestion,
  tellRight,
  tellSolution,
  tellWrong,
  titleOf,
  type Wording,
} from '../tell.ts';

/** The set as plain data: `schema/exercises.json` describes it. */
export function toJsonSet(set: ExerciseSet, words: Wording): string {
  const { level, seed, ops } = set.recipe;
  return toJson({
    version: 1,
    id: set.id,
    lang: words.t.lang,
    level,
    seed,
    ...(ops ? { ops } : {}),
    exercises: set.exercises.map((exercise) => exerciseData(set, exercise, words)),
  });
}

function exerciseData(set: ExerciseSet, exercise: Exercise, words: Wording): object {
  const { source, statements, inputs, output, value, forward } = exercise.study.trace;
  return {
    id: exercise.id,
    source,
    statements,
    inputs,
    output,
    value,
    forward: forward.map(({ name, formula, numbers, value: reached }) => ({
      name,
      formula,
      numbers,
      value: reached,
    })),
    questions: exercise.items.map((item) => itemData(set, exercise, item, words)),
  };
}

function itemData(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): object {
  const { id, question, tolerance, wrong } = item;
  return {
    id,
    title: titleOf(set, exercise, item, words),
    kind: question.kind,
    name: question.name,
    label: question.label,
    prompt: plainText(tellQuestion(exercise, item, words)),
    expected: question.expected,
    tolerance,
    right: plainText(tellRight(item, words)),
    hints: tellHints(exercise, item, words).map(plainText),
    solution: plainText(tellSolution(exercise, item, words)),
    wrong: wrong.map((answer) => ({
      value: answer.value,
      tolerance: answer.tolerance,
      mistakes: answer.mistakes,
      feedback: plainText(tellWrong(answer, words)),
    })),
  };
}
