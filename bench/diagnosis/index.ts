import { GradtutorError } from '../../src/core/errors.ts';
import { study, type Study } from '../../src/core/trace.ts';
import { readAnswer } from '../../src/tutor/answer.ts';
import { assessGradient } from '../../src/tutor/assess.ts';
import { diagnosticInputs } from '../../src/tutor/inputs.ts';
import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { Random } from '../../src/core/random.ts';
import { type View, viewOf } from '../../src/tutor/view.ts';
import { programs } from './graphs.ts';
import { type Learner, learners } from './learners.ts';
import { type JudgedForm, judgeRight } from './right.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import {
  type Counts,
  emptyCounts,
  type Example,
  type Outcome,
  printExcess,
  printReport,
  totalOf,
} from './report.ts';

const SEED = 20261122;
const LARGEST = 1e6;

/** How a learner types a number: all of it, or six digits of it. */
const typings: readonly ((value: number) => string)[] = [
  (value) => String(value),
  (value) => {
    const whole = Math.floor(Math.log10(Math.abs(value) || 1)) + 1;
    const text = value.toPrecision(Math.min(21, Math.max(6, whole + 1)));
    return Number(text) === value || text.includes('e') ? String(value) : text;
  },
];

/**
 * The inputs a learner is given: the lecture's 5, 3, 2, …, any small numbers, or ones chosen to tell
 * mistakes apart.
 */
const choosers = {
  default: () => undefined,
  random: (source: string, random: Random) => {
    const names = Object.keys(study(source).trace.inputs);
    return new Map(names.map((name) => [name, random.pick([-4, -3, -2, -1, 0.5, 1.5, 2, 3, 4, 5, 7])]));
  },
  diagnostic: (source: string, random: Random) => diagnosticInputs(source, random),
  /** Chosen like those, but of numbers with long tails, where nothing is equal by chance: no inputs hide less. */
  floor: (source: string, random: Random) =>
    diagnosticInputs(source, random, () => (random.next() < 0.5 ? -1 : 1) * (0.2 + 3 * random.next())),
} satisfies Record<string, (source: string, random: Random) => ReadonlyMap<string, number> | undefined>;

type Inputs = keyof typeof choosers;

function studyOf(source: string, inputs: Inputs, random: Random): Study | undefined {
  try {
    const at = choosers[inputs](source, random);
    if (at === undefined && inputs !== 'default') return undefined;
    const result = study(source, at ? { at } : {});
    const { value, gradients } = result.trace;
    const numbers = [value, ...Object.values(gradients)];
    return numbers.every((number) => Math.abs(number) <= LARGEST) ? result : undefined;
  } catch (error) {
    if (!(error instanceof GradtutorError)) crashes.set(`choosing inputs: ${String(error)}`, source);
    return undefined;
  }
}

/** Errors that the tutor throws, each with a program that makes it. */
const crashes = new Map<string, string>();

/** The tolerance of the table of misconceptions: what makes two numbers the same to the tutor. */
function tolerance(text: string, value: number): number {
  const decimals = /^-?\d*\.(\d+)$/u.exec(text)?.[1];
  const rounding = decimals === undefined ? 0 : 10 ** -decimals.length / 2;
  return Math.max(1e-6 * Math.max(1, Math.abs(value)), rounding);
}

/** What the tutor makes of a number typed for one gradient; many learners type the same number. */
function judgeOf(view: View, source: string): (text: string) => Judged {
  const known = new Map<string, Judged>();
  return (text) => {
    const judged = known.get(text) ?? judge(view, source, text);
    known.set(text, judged);
    return judged;
  };
}

interface Judged {
  readonly verdict: string;
  readonly ids: readonly MistakeId[];
}

function judge(view: View, source: string, text: string): Judged {
  try {
    const answer = readAnswer(text, new Map());
    if (answer.kind !== 'value') return { verdict: answer.kind, ids: [] };
    const { comparison, found } = assessGradient(view, answer);
    return { verdict: comparison, ids: found.map(({ id }) => id) };
  } catch (error) {
    crashes.set(`diagnosing: ${String(error)}`, `d${view.name} in ${source}`);
    return { verdict: 'crash', ids: [] };
  }
}

function outcomeOf(verdict: string, ids: readonly MistakeId[], accepted: readonly MistakeId[]): Outcome {
  if (verdict !== 'wrong') return 'close';
  if (ids.length === 0) return 'unnamed';
  if (!ids.some((id) => accepted.includes(id))) return 'misnamed';
  return ids.every((id) => accepted.includes(id)) ? 'alone' : 'tied';
}

interface Run {
  readonly graphs: number;
  readonly gradients: number;
  readonly counts: ReadonlyMap<Learner, Counts>;
  readonly examples: readonly Example[];
  readonly right: readonly JudgedForm[];
}

function run(inputs: Inputs, graphs: number): Run {
  const random = new Random(SEED + 1);
  const counts = new Map(learners.map((learner) => [learner, emptyCounts()]));
  const examples: Example[] = [];
  const right: JudgedForm[] = [];
  let done = 0;
  let gradients = 0;
  for (const source of programs(SEED)) {
    if (done === graphs) break;
    const found = studyOf(source, inputs, random);
    if (!found) continue;
    done++;
    const sheet = sheetOf(found.trace);
    for (const name of sheet.asked) {
      gradients++;
      judgeLearners(found, sheet, name, counts, examples);
      right.push(...judgeRight(sheet, viewOf(found, name)));
    }
  }
  return { graphs, gradients, counts, examples, right };
}

function judgeLearners(
  found: Study,
  sheet: Sheet,
  name: string,
  counts: ReadonlyMap<Learner, Counts>,
  examples: Example[],
): void {
  const view = viewOf(found, name);
  const judgeText = judgeOf(view, sheet.trace.source);
  const t = sheet.gradient(name);
  let turn = 0;
  for (const learner of learners) {
    const count = counts.get(learner) as Counts;
    for (const { value, also = [] } of learner.types(sheet, name)) {
      const text = (typings[turn++ % typings.length] as (value: number) => string)(value);
      count.cases++;
      if (Math.abs(Number(text) - t) <= tolerance(text, value)) {
        count.hidden++;
        continue;
      }
      const { verdict, ids } = judgeText(text);
      const outcome = outcomeOf(verdict, ids, [...learner.ids, ...also]);
      count[outcome]++;
      if (outcome !== 'alone' && outcome !== 'tied')
        examples.push({
          learner,
          outcome,
          source: sheet.trace.source,
          inputs: sheet.trace.inputs,
          name,
          text,
          t,
          ids,
        });
    }
  }
}

const [graphs = '2000', which = 'default,diagnostic', examples = '0'] = process.argv.slice(2);
const isInputs = (name: string): name is Inputs => name in choosers;
const totals = new Map<string, Counts>();
for (const inputs of which.split(',')) {
  if (!isInputs(inputs)) throw new Error(`no such inputs: ${inputs}`);
  const start = performance.now();
  const result = run(inputs, Number(graphs));
  const seconds = (performance.now() - start) / 1000;
  printReport({ title: `Inputs: ${inputs}`, ...result, seconds, shown: Number(examples) });
  totals.set(inputs, totalOf(result.counts));
}
printExcess(totals, totals.get('floor') ?? totalOf(run('floor', Number(graphs)).counts));
for (const [error, source] of crashes) console.log(`- CRASH ${error} in ${source}`);
