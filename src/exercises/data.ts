import type { Value } from '../core/value.ts';

import type { MistakeId } from '../tutor/mistakes.ts';
import type { Question } from '../tutor/questions.ts';
import type { Exercise, ExerciseSet, Item } from './exercise.ts';
import {
  plainText,
  tellHints,
  tellQuestion,
  tellRight,
  tellSolution,
  tellWrong,
  titleOf,
  type Wording,
} from './tell.ts';

/** A set of exercises as plain data; `schema/exercises.json` describes the same in JSON. */
export interface ExercisesData {
  readonly version: 1;
  readonly id: string;
  /** The language of every sentence in it. */
  readonly lang: string;
  readonly level: number;
  readonly seed: number;
  /** Names of operations, of which every exercise has at least one; absent where none were asked for. */
  readonly ops?: readonly string[];
  readonly exercises: readonly ExerciseData[];
}

/** An expression with its inputs and forward pass, and a question for every gradient, from the output back. */
export interface ExerciseData {
  readonly id: string;
  /** The expression, as `trace` reads it. */
  readonly source: string;
  readonly statements: readonly string[];
  readonly inputs: Readonly<Record<string, Value>>;
  readonly output: string;
  readonly value: Value;
  readonly forward: readonly {
    readonly name: string;
    readonly formula: string;
    readonly numbers: string;
    readonly value: Value;
  }[];
  readonly questions: readonly QuestionData[];
}

/** One number to find, with all that an answer key holds. */
export interface QuestionData {
  /** Letters, digits and hyphens; the same for the same exercise, always. */
  readonly id: string;
  readonly title: string;
  readonly kind: Question['kind'];
  /** The variable: `b`. */
  readonly name: string;
  /** Its gradient's name: `db`. */
  readonly label: string;
  readonly prompt: string;
  readonly expected: Value;
  /** How far an answer may be off. */
  readonly tolerance: Value;
  /** What is said to the right answer. */
  readonly right: string;
  /** The smallest first. */
  readonly hints: readonly string[];
  readonly solution: string;
  readonly wrong: readonly WrongAnswerData[];
}

/** A number that a known mistake leads to. */
export interface WrongAnswerData {
  readonly value: Value;
  /** An answer within this of the value is this one: never the right one, and no other wrong one. */
  readonly tolerance: Value;
  /** The mistakes that lead to it; more than one is a tie. */
  readonly mistakes: readonly MistakeId[];
  readonly feedback: string;
}

/** The set with its sentences. */
export function exercisesData(set: ExerciseSet, words: Wording): ExercisesData {
  const { level, seed, ops } = set.recipe;
  return {
    version: 1,
    id: set.id,
    lang: words.t.lang,
    level,
    seed,
    ...(ops ? { ops } : {}),
    exercises: set.exercises.map((exercise) => exerciseData(set, exercise, words)),
  };
}

function exerciseData(set: ExerciseSet, exercise: Exercise, words: Wording): ExerciseData {
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
    questions: exercise.items.map((item) => questionData(set, exercise, item, words)),
  };
}

function questionData(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): QuestionData {
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
