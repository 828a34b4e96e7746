import { inOrder } from '../../src/learner/answered.ts';
import { evidenceIn, type Skill, skillKey } from '../../src/learner/evidence.ts';
import { knowledgeAfter, TRACING } from '../../src/learner/mastery.ts';
import { mean, sum } from './numbers.ts';
import { type Course, mistakeKey, type Snapshot } from './play.ts';

/** What is thought of own mistakes and of others', at the end of one day. */
export interface Known {
  readonly day: number;
  readonly own: number;
  readonly others: number;
  /** The chance that an own mistake that is still made stands lower than another's: the area under the ROC curve. */
  readonly area: number;
  readonly made: number;
  /** The true chance to make an own mistake where it shows. */
  readonly chance: number;
}

export function knownAt(courses: readonly Course[], day: number): Known {
  const each = courses.map(({ snapshots }) => levelsIn(snapshots[day] as Snapshot));
  return {
    day,
    own: mean(each.flatMap(({ own }) => own)),
    others: mean(each.flatMap(({ others }) => others)),
    area: mean(
      each.flatMap(({ made, others }) =>
        made.length * others.length === 0 ? [] : [areaUnder(made, others)],
      ),
    ),
    made: sum(each.map(({ made }) => made.length)),
    chance: mean(each.flatMap(({ chances }) => chances)),
  };
}

/** From this chance on a mistake is still made. */
const STILL_MADE = 0.1;

interface Levels {
  readonly own: readonly number[];
  /** Own mistakes that are still made. */
  readonly made: readonly number[];
  readonly others: readonly number[];
  readonly chances: readonly number[];
}

function levelsIn({ mastery, chances }: Snapshot): Levels {
  const chanceByKey = new Map([...chances].map(([id, chance]) => [mistakeKey(id), chance]));
  const all = [...mastery]
    .filter(([, { skill }]) => skill.kind === 'mistake')
    .map(([key, { known }]) => ({ known, chance: chanceByKey.get(key) }));
  const of = (isOf: (chance: number | undefined) => boolean) =>
    all.filter(({ chance }) => isOf(chance)).map(({ known }) => known);
  return {
    own: of((chance) => chance !== undefined),
    made: of((chance = 0) => chance >= STILL_MADE),
    others: of((chance) => chance === undefined),
    chances: [...chances.values()],
  };
}

/** The share of pairs in which the first is lower; ties count half. */
const areaUnder = (low: readonly number[], high: readonly number[]): number =>
  mean(low.flatMap((a) => high.map((b) => (a < b ? 1 : a === b ? 0.5 : 0))));

/** Answers for which about the same chance to be right was foretold. */
export interface Foretold {
  readonly answers: number;
  readonly foretold: number;
  readonly right: number;
}

const BINS = 10;

/** The chance to be right that mastery foretells for each answer, against how often it was: the calibration. */
export function calibrationIn(courses: readonly Course[], kind: Skill['kind']): Foretold[] {
  const bins = Array.from({ length: BINS }, () => ({ foretold: [] as number[], right: [] as number[] }));
  for (const { log } of courses) {
    const known = new Map<string, number>();
    for (const evidence of inOrder(log).flatMap(evidenceIn)) {
      if (evidence.skill.kind !== kind) continue;
      const key = skillKey(evidence.skill);
      const { prior, slip, guess } = TRACING[kind];
      const now = known.get(key) ?? prior;
      const chance = now * (1 - slip) + (1 - now) * guess;
      const bin = bins[Math.min(BINS - 1, Math.floor(chance * BINS))];
      bin?.foretold.push(chance);
      bin?.right.push(Number(evidence.isRight));
      known.set(key, knowledgeAfter(now, evidence));
    }
  }
  return bins.flatMap(({ foretold, right }) =>
    foretold.length === 0 ? [] : [{ answers: right.length, foretold: mean(foretold), right: mean(right) }],
  );
}
