import type { Outcome } from '../../grading/grade.ts';
import type { Field, ProblemArgs, UnknownName } from '../../grading/problem.ts';
import { plural } from '../plural.ts';
import type { Sentences } from '../words.ts';

const formOf: Readonly<Record<Field, string>> = {
  student: 'a text or a number',
  expression: 'a text, as in "3*(a+b*c)"',
  at: 'a text or an object, as in "a=5,b=3" or {"a": 5, "b": 3}',
  wrt: 'a text or a list, as in "a,b" or ["a", "b"]',
  answers: 'a text or an object, as in "dv=3,da=3" or {"dv": 3, "da": 3}',
};

const problems: Sentences<ProblemArgs> = {
  'line-too-long': ({ limit }) => `This line is longer than ${limit} bytes.`,
  'not-utf8': () => 'This line is not text in UTF-8. Save the file as UTF-8; in a spreadsheet, as CSV UTF-8.',
  'not-json': () => 'This line is not JSON.',
  'not-an-object': () =>
    'This line is not a JSON object. Write {"student": …, "expression": …, "at": …, "answers": …}',
  'unknown-key': ({ name, suggestion }) => `There is no field ${name}. Did you mean ${suggestion}?`,
  'bad-field': ({ field }) => `${field} must be ${formOf[field]}.`,
  'no-expression': () => 'There is no expression here. Add one, or give one to all with --expression.',
  'no-answers': () => 'There are no answers here. Add them as in "answers": "dv=3,da=3".',
  'bad-answer': ({ text }) => `Answers are written dvar=number, as in dv=3,da=3. I cannot read: ${text}`,
  'answered-twice': ({ label }) => `${label} is answered twice. Keep one of the two.`,
  'nothing-asked': ({ output }) => `${output} has no variable in it, so there is nothing to answer.`,
  'csv-quote': () =>
    'The quotation marks do not match. A field with a comma stands in quotation marks, and one inside it is doubled: ""',
  'csv-columns': ({ expected, got }) =>
    `There ${got === 1 ? 'is' : 'are'} ${plural(got, 'field')} here, and the header has ${expected}. ${got < expected ? 'Leave a field empty where there is no answer, and keep its comma.' : 'Put fields with a comma in quotation marks.'}`,
  'csv-column-twice': ({ name }) => `The header has the column ${name} twice. Keep one of the two.`,
  'csv-no-expression': () =>
    'The header has no column expression. Add one, or give one expression to all with --expression.',
  'csv-no-answers': ({ name, suggestion }) =>
    `The header has no column answers, nor one for a dvar, such as dv.${name === undefined || suggestion === undefined ? '' : ` There is ${name}: did you mean ${suggestion}?`}`,
};

/** Words of grading alone; English is the source of the keys. */
export const en = {
  missing: (label: string, definition?: string) =>
    `${label} is missing${definition === undefined ? '' : ` (${definition})`}.`,
  unknown: (name: string, suggestion?: string) =>
    `There is no ${name} here.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
  unknownInAnswer: (name: string, names: readonly string[]) =>
    `There is no ${name} to work with. An answer may use ${names.join(', ')} and the dvars in your other answers.`,
  formatOfSummary:
    'Reports are written as ndjson or csv. For text or json, the class summed up, add --summary.',
  formatWithSummary:
    'The summary is written as text or json. Reports beside it go to a file: -o reports.ndjson or -o gradebook.csv.',
  refused: (refused: number, total: number) => `${refused} of ${plural(total, 'line')} could not be graded.`,
  noHandIns: 'There are no hand-ins here.',
  unusedColumns: (columns: readonly UnknownName[]) =>
    `Columns that are not used: ${columns.map(({ name, suggestion }) => (suggestion === undefined ? name : `${name} (did you mean ${suggestion}?)`)).join(', ')}.`,
  credit: (credit: string, total: string) => `Credit: ${credit} of ${total}.`,
  rightButMore: (total: number) => `You found ${total} of ${total}. Look again at what else you wrote.`,
  problems,
  summary: {
    title: 'The class',
    handIns: (count: number) => plural(count, 'hand-in'),
    allRight: (count: number) => `${count} with everything right`,
    mean: (percent: string, rule: string) => `mean credit ${percent} % (${rule})`,
    dvar: 'dvar',
    first: 'first wrong',
    mistakes: 'What came up:',
    /** How often a mistake was the only one that fits, and how often it was one of several. */
    times: (alone: number, tied: number) =>
      [
        ...(alone > 0 ? [plural(alone, 'time')] : []),
        ...(tied > 0 ? [`perhaps ${alone > 0 ? `${tied} more` : plural(tied, 'time')}`] : []),
      ].join(', '),
    refused: 'Not graded:',
    refusal: (lines: number, first: number) =>
      lines === 1 ? `line ${first}:` : `${lines} lines, the first is line ${first}:`,
    more: (count: number) =>
      `${plural(count, 'hand-in')} of further expressions are counted above and not listed.`,
  },
  outcomes: {
    right: 'right',
    follows: 'follows',
    close: 'close',
    wrong: 'wrong',
    missing: 'missing',
  } satisfies Record<Outcome, string> as Readonly<Record<Outcome, string>>,
};

export type GradingWords = typeof en;
