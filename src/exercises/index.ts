/** Exercises with answers, worked solutions and diagnosed wrong answers. */
import { exerciseWords } from '../i18n/exercises/index.ts';
import { type Language, loadMessages } from '../i18n/index.ts';
import { HIGHEST_LEVEL } from '../tutor/kinds.ts';
import { type ExercisesData, exercisesData } from './data.ts';
import { makeExercises } from './exercise.ts';
import { MOST_EXERCISES } from './limits.ts';
import { operationsAskedFor, writtenAs } from './operations.ts';

export type { MistakeId } from '../tutor/mistakes.ts';
export type { ExerciseData, ExercisesData, QuestionData, WrongAnswerData } from './data.ts';
export type { Language } from '../i18n/index.ts';

/** What a set of exercises is made from: the same options make the same set. */
export interface GenerateOptions {
  /** From 1, one step, to 7, a network of two layers. */
  readonly level: number;
  /** How many exercises, from 1 to 1000. */
  readonly count: number;
  /** A whole number from 0 to 2³² − 1. A longer set begins like a shorter one of the same seed. */
  readonly seed: number;
  /** Operations by their names or signs, as `exp` or `*`: every exercise has at least one of them. */
  readonly ops?: readonly string[];
  /** The language of the sentences: English, unless given. */
  readonly lang?: Language;
}

const MOST_SEED = 2 ** 32 - 1;

/**
 * Makes exercises, as `gradtutor generate --format json` does.
 * @throws RangeError for a level, count, seed or operation that there is not
 */
export async function generateExercises(options: GenerateOptions): Promise<ExercisesData> {
  const { level, count, seed, ops, lang = 'en' } = options;
  checkWhole('level', level, 1, HIGHEST_LEVEL);
  checkWhole('count', count, 1, MOST_EXERCISES);
  checkWhole('seed', seed, 0, MOST_SEED);
  const recipe = { level, count, seed, ...(ops ? { ops: namesOf(ops, level) } : {}) };
  const t = await loadMessages(lang);
  return exercisesData(makeExercises(recipe), { t, x: exerciseWords[lang] });
}

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${name} is a whole number from ${least} to ${most}, not ${value}`);
}

function namesOf(ops: readonly string[], level: number): string[] {
  const names = operationsAskedFor(ops, level, (text, _, ofLevel) => {
    const there = ofLevel.map(writtenAs).join(', ');
    throw new RangeError(`no exercise of level ${level} uses ${text}; there are: ${there}`);
  });
  if (names.length === 0) throw new RangeError('ops is a list of at least one operation');
  return names;
}
