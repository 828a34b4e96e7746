import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { toleranceFor } from '../tutor/answer.ts';
import { type Question, questionsFor } from '../tutor/questions.ts';
import { makeSeries } from '../tutor/series.ts';
import { type WrongAnswer, wrongAnswers } from './wrong-answers.ts';

/** One number to find, with all that an answer key holds. */
export interface Item {
  /** Letters, digits and hyphens; the same for the same exercise, always. */
  readonly id: string;
  readonly question: Question;
  /** How far an answer may be off. */
  readonly tolerance: Value;
  readonly wrong: readonly WrongAnswer[];
}

/** An expression with inputs, and its gradients to be found from the output back. */
export interface Exercise {
  readonly id: string;
  /** Its place in the set, from 1. */
  readonly number: number;
  readonly study: Study;
  readonly items: readonly Item[];
}

/** What a set is made from; the same recipe makes the same set. */
export interface Recipe {
  readonly level: number;
  readonly count: number;
  readonly seed: number;
  /** Names of operations, of which every exercise has at least one. */
  readonly ops?: readonly string[];
}

/** A set of exercises, without a word in a language yet. */
export interface ExerciseSet {
  readonly id: string;
  readonly recipe: Recipe;
  readonly exercises: readonly Exercise[];
}

/** The exercises of a level, with inputs that tell mistakes apart. */
export function makeExercises(recipe: Recipe): ExerciseSet {
  const { level, count, seed, ops } = recipe;
  const id = ['gradtutor', `l${level}`, `s${seed}`, ...(ops ?? [])].join('-');
  const problems = makeSeries({
    level,
    count,
    seed,
    ask: ['gradient'],
    ...(ops ? { ops: new Set(ops) } : {}),
  });
  const exercises = problems.map(({ study }, i) => exerciseOf(study, `${id}-${i + 1}`, i + 1));
  return { id, recipe, exercises };
}

/** Every gradient of an expression as an exercise. */
export function exerciseOf(study: Study, id: string, number: number): Exercise {
  const questions = questionsFor(study, ['gradient']);
  const items = questions.map((question, i): Item => {
    const settled = new Set(questions.slice(0, i).map(({ name }) => name));
    return {
      id: `${id}-${i + 1}`,
      question,
      tolerance: toleranceFor(question.expected),
      wrong: wrongAnswers(study, question, settled),
    };
  });
  return { id, number, study, items };
}
