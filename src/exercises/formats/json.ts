import { toJson } from '../../render/json.ts';
import { exercisesData } from '../data.ts';
import type { ExerciseSet } from '../exercise.ts';
import type { Wording } from '../tell.ts';

/** The set as plain data: `schema/exercises.json` describes it. */
export const toJsonSet = (set: ExerciseSet, words: Wording): string => toJson(exercisesData(set, words));
