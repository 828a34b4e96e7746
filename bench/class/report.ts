import type { MistakeId } from '../../src/tutor/mistakes.ts';
import {
  loadOn,
  neverSeen,
  questionsIn,
  type Reviewed,
  reviewsOfGates,
  reviewsOfMistakes,
  unaskedIn,
} from './asked.ts';
import { foundIn, namedIn, precisionAtOwn } from './found.ts';
import { calibrationIn, knownAt } from './known.ts';
import type { Course } from './play.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const WEEK = 7;

export function printReport(courses: readonly Course[], days: number, trained: readonly MistakeId[]): void {
  printFound(courses);
  console.log('## Reviews, mastery and load\n');
  printReviews(courses, days);
  printMastery(courses, days);
  printLoad(courses, days);
  printCalibration(courses);
  const never = neverSeen(courses, trained);
  if (never.length > 0) console.log(`Trained, but never in evidence in the lessons: ${never.join(', ')}\n`);
  const unasked = [...unaskedIn(courses)].map(([key, learners]) => `${key} (${learners} learners)`);
  if (unasked.length > 0) console.log(`Due, but without a question: ${unasked.join(', ')}\n`);
}

/** The same class, with a review after each lesson, too. */
export function printFromStart(courses: readonly Course[], days: number): void {
  console.log('## The same with a review every evening from the first lesson on\n');
  printReviews(courses, days);
  printMastery(courses, days);
  printLoad(courses, days);
}

function printFound(courses: readonly Course[]): void {
  console.log('## Mistakes found in the lessons\n');
  printTable(
    ['counts as found', 'precision', 'recall', 'exactly the own'],
    [1, 2, 3].map((least) => {
      const { precision, recall, exact } = foundIn(courses, least);
      return [
        least === 1 ? 'diagnosed once' : `diagnosed ${least} times`,
        ...[precision, recall, exact].map(percent),
      ];
    }),
  );
  console.log(
    `As many as the learner has, diagnosed most often: ${percent(precisionAtOwn(courses))} are the own.\n`,
  );
  console.log('### What wrong answers were called, in lessons and reviews\n');
  printTable(
    [
      'cause',
      'learners',
      'made',
      'named alone',
      'the same by rule',
      'in a tie',
      'another',
      'nothing',
      'mostly which other',
    ],
    namedIn(courses).map(({ cause, learners, made, alone, same, tied, other, none, mostly }) => [
      cause,
      cause === 'slip' ? 'all' : String(learners),
      String(made),
      ...[alone, same, tied, other, none].map((count) => percent(count / made)),
      mostly,
    ]),
  );
}

const reviewRow = (name: string, { skills, asked, first, reviews }: Reviewed) => [
  name,
  String(skills),
  percent(asked),
  Number.isFinite(first) ? String(first) : 'never',
  reviews.toFixed(2),
];

function printReviews(courses: readonly Course[], days: number): void {
  const { own, others } = reviewsOfMistakes(courses);
  const { weak, strong } = reviewsOfGates(courses);
  printTable(
    ['skills', 'number', 'asked for', 'median day of the first', `reviews in ${days} days`],
    [
      reviewRow('own mistakes', own),
      reviewRow("others' mistakes", others),
      reviewRow('gates, right below 80 % in the course', weak),
      reviewRow('other gates', strong),
    ],
  );
}

function printMastery(courses: readonly Course[], days: number): void {
  const weeks = Array.from({ length: Math.floor(days / WEEK) + 1 }, (_, week) => week * WEEK);
  printTable(
    [
      'days of review',
      'known: own mistakes',
      "known: others'",
      'area under ROC',
      'own mistakes still made',
      'true chance of an own mistake',
    ],
    weeks.map((day) => {
      const { own, others, area, made, chance } = knownAt(courses, day);
      return [
        String(day),
        own.toFixed(3),
        others.toFixed(3),
        area.toFixed(3),
        String(made),
        chance.toFixed(3),
      ];
    }),
  );
}

function printCalibration(courses: readonly Course[]): void {
  console.log('## Calibration\n');
  for (const kind of ['mistake', 'gate'] as const) {
    printTable(
      [`${kind}: answers`, 'right, foretold', 'right'],
      calibrationIn(courses, kind).map(({ answers, foretold, right }) => [
        String(answers),
        percent(foretold),
        percent(right),
      ]),
    );
  }
}

function printLoad(courses: readonly Course[], days: number): void {
  console.log(`Questions in the lessons, per learner: ${questionsIn(courses).toFixed(0)}\n`);
  const starts = [1, ...Array.from({ length: Math.ceil((days - 1) / WEEK) }, (_, week) => week * WEEK + 2)];
  printTable(
    ['days of review', 'due a day', 'asked a day'],
    starts.map((from) => {
      const to = from === 1 ? 1 : Math.min(days, from + WEEK - 1);
      const { due, asked } = loadOn(courses, from, to);
      return [from === to ? String(from) : `${from} to ${to}`, due.toFixed(1), asked.toFixed(1)];
    }),
  );
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(line(head));
  console.log(line(head.map((_, i) => (i === 0 ? '---' : '--:'))));
  for (const row of rows) console.log(line(row));
  console.log('');
}
