import type { MistakeId } from './mistakes.ts';
import type { Question } from './questions.ts';
import type { Outcome, Result, Session } from './session.ts';

/** A session as plain data: each question, each attempt, what was diagnosed, and the score. */
export interface Report {
  readonly version: 1;
  readonly source: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly output: string;
  readonly questions: readonly {
    readonly kind: Question['kind'];
    readonly name: string;
    readonly label: string;
    readonly expected: number;
    /** `open` where no answer was given. */
    readonly outcome: Outcome | 'open';
    readonly hints: number;
    /** Seconds that a person took from the question to its last answer, to a tenth; absent where none was measured. */
    readonly seconds?: number;
    readonly attempts: readonly {
      readonly text: string;
      /** Absent where no number could be read. */
      readonly value?: number;
      readonly comparison: string;
      /** Ids of the mistakes that give this number: one is a diagnosis, several are a tie. */
      readonly mistakes: readonly MistakeId[];
    }[];
  }[];
  readonly score: { readonly right: number; readonly total: number };
}

/**
 * @param seconds for each question, in order, how long a person took; the session has no clock of its own
 */
export function report(
  { study, questions, results }: Session,
  seconds: readonly (number | undefined)[] = [],
): Report {
  const { source, inputs, output } = study.trace;
  return {
    version: 1,
    source,
    inputs,
    output,
    questions: questions.map(({ kind, name, label, expected }, i) => {
      const result = results[i];
      const taken = seconds[i];
      return {
        kind,
        name,
        label,
        expected,
        outcome: result?.outcome ?? 'open',
        hints: result?.hints ?? 0,
        ...(taken === undefined ? {} : { seconds: Math.round(10 * taken) / 10 }),
        attempts: result?.attempts ?? [],
      };
    }),
    score: { right: results.filter(({ outcome }) => outcome === 'right').length, total: questions.length },
  };
}

/** Mistakes that were diagnosed beyond doubt, the most frequent first. */
export function mistakesIn(results: readonly Result[]): MistakeId[] {
  const counts = new Map<MistakeId, number>();
  for (const { attempts } of results) {
    for (const { mistakes } of attempts) {
      const [only, second] = mistakes;
      if (only && !second) counts.set(only, (counts.get(only) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}
