import { GradtutorError } from '../../src/core/errors.ts';
import { study, type Study } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import { diagnosticInputs } from '../../src/tutor/inputs.ts';
import { type Question, questionsFor } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import { type Attempt, startSession } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';
import { programs } from './graphs.ts';
import { type Slip, slipsAt } from './other-slips.ts';
import { sheetOf } from './sheet.ts';

const SEED = 20261122;
const KINDS = ['value', 'nudge', 'local', 'path'] as const;

interface Counts {
  cases: number;
  alone: number;
  tied: number;
  hidden: number;
  close: number;
  misnamed: number;
  unnamed: number;
}

const columns: readonly (keyof Counts)[] = [
  'cases',
  'alone',
  'tied',
  'hidden',
  'close',
  'misnamed',
  'unnamed',
];

/** A study at diagnostic inputs, if there are such. */
function studyOf(source: string, random: Random): Study | undefined {
  try {
    const at = diagnosticInputs(source, random);
    return at && study(source, { at });
  } catch (error) {
    if (error instanceof GradtutorError) return undefined;
    throw error;
  }
}

/** What the session makes of a first answer: an attempt that counts, or none where the answer is close. */
function attemptAt(studied: Study, question: Question, text: string): Attempt | undefined {
  const { session, done } = answer(startSession(studied, [question], 2), text);
  return (done?.attempts ?? session.attempts).at(-1);
}

function outcomeOf(attempt: Attempt | undefined, { ids }: Slip): keyof Counts {
  if (attempt?.comparison === 'right') return 'hidden';
  if (!attempt) return 'close';
  const { mistakes } = attempt;
  if (mistakes.length === 0) return 'unnamed';
  if (!mistakes.some((id) => ids.includes(id))) return 'misnamed';
  return mistakes.every((id) => ids.includes(id)) ? 'alone' : 'tied';
}

const [graphs = '300', shown = '0'] = process.argv.slice(2);
const random = new Random(SEED + 1);
const table = new Map<string, Counts>();
const failures = new Map<string, string[]>();
let right = 0;
const called: string[] = [];
let done = 0;
for (const source of programs(SEED)) {
  if (done === Number(graphs)) break;
  const studied = studyOf(source, random);
  if (!studied) continue;
  done++;
  const sheet = sheetOf(studied.trace);
  for (const question of questionsFor(studied, KINDS)) {
    const { kind, label, expected } = question;
    const texts = [String(expected), `(${expected}) * 1`];
    // Six digits do not always tell a nudged output from the old one.
    if (kind !== 'nudge') texts.push(formatValue(expected));
    for (const text of texts) {
      right++;
      if (attemptAt(studied, question, text)?.comparison !== 'right')
        called.push(`${label} = ${text} in ${source}`);
    }
    for (const slip of slipsAt(sheet, question)) {
      const key = `${kind}: ${slip.name}`;
      const counts =
        table.get(key) ??
        table
          .set(key, { cases: 0, alone: 0, tied: 0, hidden: 0, close: 0, misnamed: 0, unnamed: 0 })
          .get(key)!;
      counts.cases++;
      const attempt = attemptAt(studied, question, String(slip.value));
      const outcome = outcomeOf(attempt, slip);
      counts[outcome]++;
      if (outcome !== 'misnamed' && outcome !== 'unnamed') continue;
      const text = `${outcome} ${label} = ${slip.value} (${expected}) as ${attempt?.mistakes.join(', ')}: ${source} at ${JSON.stringify(studied.trace.inputs)}`;
      failures.set(key, [...(failures.get(key) ?? []), text]);
    }
  }
}
console.log(`${done} graphs, diagnostic inputs.\n`);
console.log(`| slip | ${columns.join(' | ')} |\n|---|${columns.map(() => '--:').join('|')}|`);
const sorted = [...table].toSorted(([a], [b]) => (a < b ? -1 : 1));
for (const [key, counts] of sorted)
  console.log(`| ${key} | ${columns.map((column) => counts[column]).join(' | ')} |`);
const all = columns.map((column) => sorted.reduce((sum, [, counts]) => sum + counts[column], 0));
console.log(`| **all** | ${all.join(' | ')} |`);
console.log(`\nRight answers called anything else: ${called.length} of ${right}.`);
for (const text of called.slice(0, Number(shown))) console.log(`- ${text}`);
for (const [key, texts] of failures)
  for (const text of texts.slice(0, Number(shown))) console.log(`- ${key}: ${text}`);
