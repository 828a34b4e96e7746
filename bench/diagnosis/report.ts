import type { MistakeId } from '../../src/tutor/mistakes.ts';
import type { Learner } from './learners.ts';
import type { JudgedForm } from './right.ts';

/** What becomes of a number that a learner types: named alone, or among others; called close or right; or not named. */
export type Outcome = 'alone' | 'tied' | 'close' | 'misnamed' | 'unnamed';

export type Counts = Record<Outcome | 'cases' | 'hidden', number>;

export const emptyCounts = (): Counts => ({
  cases: 0,
  alone: 0,
  tied: 0,
  hidden: 0,
  close: 0,
  misnamed: 0,
  unnamed: 0,
});

export interface Example {
  readonly learner: Learner;
  readonly outcome: Outcome;
  readonly source: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly name: string;
  readonly text: string;
  readonly t: number;
  readonly ids: readonly MistakeId[];
}

export interface Report {
  readonly title: string;
  readonly graphs: number;
  readonly gradients: number;
  readonly seconds: number;
  readonly counts: ReadonlyMap<Learner, Counts>;
  readonly examples: readonly Example[];
  readonly right: readonly JudgedForm[];
  /** How many examples to show of each thing that went wrong. */
  readonly shown: number;
}

const COLUMNS = ['cases', 'alone', 'tied', 'hidden', 'close', 'misnamed', 'unnamed'] as const;

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;

export function printReport(report: Report): void {
  const { title, graphs, gradients, counts, right, shown, seconds } = report;
  console.log(`## ${title}\n\n${graphs} graphs, ${gradients} gradients.\n`);
  const entries = [...counts];
  printTable(entries.filter(([learner]) => learner.isInTable));
  console.log(
    'The same slips where the table of misconceptions writes no number down: in parts of a fork, and at small steps.\n',
  );
  printTable(entries.filter(([learner]) => !learner.isInTable));
  printRight(right);
  if (shown > 0) printExamples(report, shown);
  console.error(`${title}: ${seconds.toFixed(1)} s`);
}

function sumOf(counts: readonly Counts[]): Counts {
  const all = emptyCounts();
  for (const count of counts) for (const column of COLUMNS) all[column] += count[column];
  return all;
}

/** All that the table of misconceptions writes down. */
export const totalOf = (counts: ReadonlyMap<Learner, Counts>): Counts =>
  sumOf([...counts].filter(([{ isInTable }]) => isInTable).map(([, count]) => count));

/**
 * How much each kind of inputs hides or ties above what no inputs can help.
 * @param totals by inputs; `default` is what the others are measured by
 */
export function printExcess(totals: ReadonlyMap<string, Counts>, floor: Counts): void {
  const share = ({ hidden, tied, cases }: Counts) => (hidden + tied) / cases;
  const above = (total: Counts) => share(total) - share(floor);
  const most = totals.get('default');
  console.log('## Hidden and tied, above the floor\n');
  console.log('| inputs | hidden | in a tie | together | above the floor | of what default inputs give |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const [inputs, total] of new Map([...totals, ['floor', floor] as const])) {
    const { hidden, tied, cases } = total;
    const ofMost = most ? percent(above(total), above(most)) : '–';
    const excess = percent(above(total), 1);
    console.log(
      `| ${inputs} | ${percent(hidden, cases)} | ${percent(tied, cases)} | ${percent(hidden + tied, cases)} | ${excess} | ${ofMost} |`,
    );
  }
}

function printTable(entries: readonly (readonly [Learner, Counts])[]): void {
  console.log(`| # | mistake | ${COLUMNS.join(' | ')} | named |`);
  console.log(`|--:|---|${COLUMNS.map(() => '--:').join('|')}|--:|`);
  for (const [{ row, name, where }, count] of entries)
    console.log(line(String(row), where === '' ? name : `${name} (${where})`, count));
  const all = sumOf(entries.map(([, count]) => count));
  console.log(line('', '**all**', all));
  const seen = all.cases - all.hidden;
  const judged = seen - all.close;
  const named = all.alone + all.tied;
  console.log(`
- named, alone or in a tie: ${percent(named, seen)} of what is not hidden (goal: 99 % or more); ${percent(named, judged)} of what is not called close either
- misnamed: ${percent(all.misnamed, seen)} of what is not hidden (goal: 0.5 % or less); ${percent(all.misnamed, judged)} of what is not called close either
- hidden: ${percent(all.hidden, all.cases)}; in a tie: ${percent(all.tied, all.cases)}; together ${percent(all.hidden + all.tied, all.cases)}
`);
}

function printRight(right: readonly JudgedForm[]): void {
  console.log('| a right answer, typed as | typed | right | close | wrong or unread | errors |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const [form, members] of groupBy(right, (each) => each.form)) console.log(rightLine(form, members));
  console.log(rightLine('**all**', right));
  console.log('');
}

function rightLine(form: string, members: readonly JudgedForm[]): string {
  const right = members.filter(({ got }) => got === 'right').length;
  const close = members.filter(({ got }) => got === 'close').length;
  const errors = members.filter(({ isError }) => isError).length;
  return `| ${form} | ${members.length} | ${right} | ${close} | ${members.length - right - close} | ${errors} |`;
}

function line(row: string, name: string, count: Counts): string {
  const named = percent(count.alone + count.tied, count.cases - count.hidden);
  return `| ${row} | ${name} | ${COLUMNS.map((column) => count[column]).join(' | ')} | ${named} |`;
}

const at = (inputs: Readonly<Record<string, number>>) =>
  Object.entries(inputs)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** The shortest examples of each thing that went wrong. */
function printExamples({ examples, right }: Report, shown: number): void {
  const groups = groupBy(
    examples,
    ({ learner, outcome }) => `${outcome}: ${learner.row} ${learner.name} ${learner.where}`,
  );
  for (const [group, members] of [...groups].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(`### ${group} (${members.length})\n`);
    for (const { source, inputs, name, text, t, ids } of shortest(members, shown))
      console.log(`- \`${source}\` at ${at(inputs)}: d${name} typed ${text}, right ${t}; ${ids.join(', ')}`);
    console.log('');
  }
  for (const [form, members] of groupBy(
    right.filter(({ isError }) => isError),
    (each) => each.form,
  )) {
    console.log(`### a right answer: ${form} (${members.length})\n`);
    for (const { source, inputs, name, text, t, got } of shortest(members, shown))
      console.log(`- \`${source}\` at ${at(inputs)}: d${name} typed ${text}, right ${t}; ${got}`);
    console.log('');
  }
}

const shortest = <T extends { source: string }>(members: readonly T[], count: number): T[] =>
  members.toSorted((a, b) => a.source.length - b.source.length).slice(0, count);

function groupBy<T>(members: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return groups;
}
