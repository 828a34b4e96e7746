import { fileURLToPath } from 'node:url';
import { trace, type Trace } from '../../src/core/trace.ts';
import { en, type Messages } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';

const languages: readonly (readonly [string, Messages])[] = [
  ['en', en],
  ['ko', ko],
];

/** The traces that are kept in every format: the lecture, the loss of one neuron, and a graph with a fork. */
const traces: readonly (readonly [string, Trace])[] = [
  ['lecture', trace('3*(a+b*c)')],
  [
    'logistic-loss',
    trace('z = w*x + b; a = sigmoid(z); L = -(y*log(a) + (1-y)*log(1-a))', {
      at: { w: 0.5, x: 2, b: 0, y: 1 },
    }),
  ],
  ['fork', trace('(a+b)*(b+1)', { at: { a: 2, b: 3 } })],
];

export interface SnapshotCase {
  /** `lecture.en` */
  readonly title: string;
  readonly told: Trace;
  readonly t: Messages;
}

/** Every trace in every language. */
export const snapshotCases: readonly SnapshotCase[] = traces.flatMap(([name, told]) =>
  languages.map(([language, t]) => ({ title: `${name}.${language}`, told, t })),
);

/** Where a format's snapshot is: for `toMatchFileSnapshot`. */
export const snapshotFile = ({ title }: SnapshotCase, ending: string): string =>
  fileURLToPath(new URL(`../snapshots/${title}.${ending}`, import.meta.url));
