import { type Block, formula, gap, line, prose, type Span, title } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import type { GradingWords } from '../i18n/grading/en.ts';
import { outcomes } from './grade.ts';
import type { ClassSummary, DvarCount, RefusalCount } from './summary.ts';

/** Mistakes that are told of for one dvar; more would be a list to read. */
const MOST_MISTAKES = 3;
/** As much of an expression as a heading shows. */
const LONGEST = 200;

/** The class as tables: what became of each dvar, where the work first went wrong, and which mistakes came up. */
export function tellSummary(
  summary: ClassSummary,
  t: Messages,
  { summary: words, outcomes: named }: GradingWords,
): Block[] {
  const { handIns, allRight, credit, expressions, unlisted, refusals } = summary;
  const counts = [
    words.handIns(handIns),
    words.allRight(allRight),
    ...(credit.mean === undefined ? [] : [words.mean((100 * credit.mean).toFixed(0), credit.rule)]),
  ];
  const head = [words.dvar, ...outcomes.map((outcome) => named[outcome]), words.first];
  const told = expressions.flatMap(({ expression, handIns: count, dvars }): Block[] => {
    const shown = expression.length > LONGEST ? `${expression.slice(0, LONGEST)}…` : expression;
    return [
      gap,
      line(0, formula(shown), `   ${words.handIns(count)}`),
      { kind: 'table', indent: 2, gap: 3, rows: [head.map(muted), ...dvars.map(rowOf)] },
      ...tellMistakes(dvars, t, words),
    ];
  });
  return [
    title(words.title),
    prose(2, counts.join(', ')),
    ...told,
    ...(unlisted === 0 ? [] : [gap, prose(0, words.more(unlisted))]),
    ...tellRefusals(refusals, words),
  ];
}

const tellRefusals = (refusals: readonly RefusalCount[], words: GradingWords['summary']): Block[] =>
  refusals.length === 0
    ? []
    : [
        gap,
        prose(0, words.refused),
        ...refusals.map(({ code, lines, first: { line: number, message } }) =>
          prose(2, { role: 'bad', text: `${code}, ${words.refusal(lines, number)}` }, ` ${message}`),
        ),
      ];

const muted = (text: string): Span[] => [{ role: 'muted', text }];

const rowOf = ({ label, outcomes: counted, firstWrong }: DvarCount): Span[][] => [
  [{ role: 'backward', text: label }],
  ...[...outcomes.map((outcome) => counted[outcome]), firstWrong].map((count) => [String(count)]),
];

function tellMistakes(dvars: readonly DvarCount[], t: Messages, words: GradingWords['summary']): Block[] {
  const told = dvars.flatMap(({ label, mistakes }) =>
    mistakes
      .slice(0, MOST_MISTAKES)
      .map(({ id, alone, tied }) =>
        prose(4, { role: 'backward', text: label }, `: ${t.quiz.mistakes[id]} (${words.times(alone, tied)})`),
      ),
  );
  return told.length === 0 ? [] : [prose(2, words.mistakes), ...told];
}
