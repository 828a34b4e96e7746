import { describe, expect, test } from 'vitest';
import { makeExercises } from '../../src/exercises/exercise.ts';
import { toJsonSet } from '../../src/exercises/formats/json.ts';
import { generateExercises, type GenerateOptions } from '../../src/exercises/index.ts';
import { english, kept, korean } from '../support/exercises.ts';

test('makes what the format JSON has', async () => {
  expect(await generateExercises(kept.recipe)).toEqual(JSON.parse(toJsonSet(kept, english)));
  expect(await generateExercises({ ...kept.recipe, lang: 'ko' })).toEqual(
    JSON.parse(toJsonSet(kept, korean)),
  );
});

test('takes operations by their names and signs', async () => {
  const set = makeExercises({ level: 4, count: 2, seed: 1, ops: ['divide', 'exp'] });
  const options = { level: 4, count: 2, seed: 1 };
  expect(await generateExercises({ ...options, ops: ['exp', '/'] })).toEqual(
    JSON.parse(toJsonSet(set, english)),
  );
});

describe('refuses what there is not', () => {
  const options: GenerateOptions = { level: 3, count: 1, seed: 1 };
  test.each([
    [{ level: 8 }, 'level is a whole number from 1 to 7, not 8'],
    [{ level: 1.5 }, 'level is a whole number from 1 to 7, not 1.5'],
    [{ count: 0 }, 'count is a whole number from 1 to 1000, not 0'],
    [{ seed: -1 }, 'seed is a whole number from 0 to 4294967295, not -1'],
    [{ ops: [] }, 'ops is a list of at least one operation'],
    [{ ops: ['sigmoid'] }, 'no exercise of level 3 uses sigmoid; there are: +, -, *, ^'],
  ])('%j', async (wrong, message) => {
    await expect(generateExercises({ ...options, ...wrong })).rejects.toThrow(new RangeError(message));
  });
});
