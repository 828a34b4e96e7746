import { problemOf } from '../../src/learner/answered.ts';
import { type Skill, skillKey } from '../../src/learner/evidence.ts';
import { type Fresh, freshFor } from '../../src/learner/fresh.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { Random } from '../../src/core/random.ts';

/**
 * Fresh problems by skill. Making one takes the time of several thousand answers, so the class shares them: whoever is
 * asked for a skill for the third time gets the third of its problems.
 */
export class Exercises {
  readonly #lessons: readonly Lesson[];
  readonly #random: Random;
  readonly #made = new Map<string, (Fresh | undefined)[]>();

  constructor(lessons: readonly Lesson[], seed: number) {
    this.#lessons = lessons;
    this.#random = new Random(seed);
  }

  /** @param times how often the learner was asked for the skill before */
  at(skill: Skill, times: number): Fresh | undefined {
    const made = this.#made.get(skillKey(skill)) ?? this.#made.set(skillKey(skill), []).get(skillKey(skill))!;
    while (made.length <= times) {
      const had = new Set(made.flatMap((fresh) => (fresh ? [problemOf(fresh.study)] : [])));
      made.push(freshFor(skill, this.#lessons, this.#random, had));
    }
    return made[times];
  }
}
