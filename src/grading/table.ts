import { type GivenAnswer, given } from './given.ts';
import type { Names } from './names.ts';
import { type Field, fields, GradingError } from './problem.ts';
import { type Identify, readSubmission, refuseSlip, type Submission } from './submission.ts';

/**
 * What each column of a table holds: a field, the answer for a dvar, or what may be one if the expression has a variable of
 * this name; nothing where it is not used.
 */
type Column =
  { readonly field: Field } | { readonly dvar: string } | { readonly variable: string } | undefined;

export interface Header {
  readonly columns: readonly Column[];
  /** Names of columns that are never used, and those that may be variables. */
  readonly unused: readonly string[];
  readonly variables: readonly string[];
  /** Whether the rows have expressions of their own. */
  readonly hasExpressions: boolean;
}

const isField = (name: string): name is Field => fields.some((field) => field === name);

/** `dv`, `dJ/dv` or `∂J/∂v` */
const isDvar = (name: string): boolean => /^[d∂]./u.test(name);

/**
 * The first row: the fields of a hand-in in any order. Answers are in one column, or in one for each dvar.
 * @param expression that of all lines without one of their own
 * @throws GradingError where something is missing, or is there twice
 */
export function readHeader(row: readonly string[], expression: string | undefined, known: Names): Header {
  const names = row.map((cell) => cell.trim().normalize('NFC'));
  const fielded = names.map((name) => (isField(name.toLowerCase()) ? name.toLowerCase() : name));
  const isNameForStudent = !fielded.includes('student') && !known.in(expression).has('name');
  const lowered = fielded.map((name) =>
    isNameForStudent && name.toLowerCase() === 'name' ? 'student' : name,
  );
  const all = new Map(lowered.map((name) => [name, true]));
  const twice = lowered.find((name, i) => name !== '' && lowered.indexOf(name) !== i);
  if (twice !== undefined) throw new GradingError('csv-column-twice', { name: twice });
  const isInOne = all.has('answers');
  const hasExpressions = all.has('expression');
  const isVariable = (name: string) => hasExpressions || known.in(expression).has(name);
  const columns = lowered.map((name): Column => {
    if (isField(name)) return { field: name };
    if (isInOne || name === '') return undefined;
    if (isDvar(name)) return { dvar: name };
    return isVariable(name) ? { variable: name } : undefined;
  });
  for (const [i, name] of lowered.entries()) {
    const column = columns[i];
    // One letter is a variable rather than a slip: `a` for `at`.
    const isSure = column && (!('variable' in column) || name.length === 1 || known.in(expression).has(name));
    if (!isSure) refuseSlip(name, all);
  }
  if (expression === undefined && !hasExpressions) throw new GradingError('csv-no-expression', {});
  const unused = names.filter((name, i) => name !== '' && !columns[i]);
  if (!columns.some((column) => column && !('field' in column && column.field !== 'answers')))
    throw new GradingError('csv-no-answers', firstMeant(unused, expression, known));
  const variables = columns.flatMap((column) => (column && 'variable' in column ? [column.variable] : []));
  return { columns, unused, variables, hasExpressions };
}

function firstMeant(
  names: readonly string[],
  expression: string | undefined,
  known: Names,
): { name?: string; suggestion?: string } {
  for (const name of names) {
    const suggestion = known.meant(name, expression);
    if (suggestion !== undefined) return { name, suggestion };
  }
  return {};
}

/** A hand-in, and what is an answer too where its expression has a variable of this name. */
export interface TableRow {
  readonly submission: Submission;
  readonly perhaps: readonly GivenAnswer[];
}

/** Whether a row has nothing in it. */
export const isEmptyRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/**
 * One row. An empty field is one that is missing.
 * @throws GradingError or GradtutorError for what cannot be read
 */
export function readTableRow({ columns }: Header, row: readonly string[], identify: Identify): TableRow {
  const raw = new Map<string, string>();
  const answers: GivenAnswer[] = [];
  const perhaps: GivenAnswer[] = [];
  for (const [i, column] of columns.entries()) {
    const cell = (row[i] ?? '').trim();
    if (column && 'dvar' in column) answers.push(...given(column.dvar, cell));
    else if (column && 'variable' in column) perhaps.push(...given(column.variable, cell));
    else if (column && (cell !== '' || column.field === 'answers')) raw.set(column.field, cell);
  }
  const { length } = columns;
  if (row.length < length || row.slice(length).some((cell) => cell.trim() !== '')) {
    const student = raw.get('student');
    if (student !== undefined) identify(student);
    throw new GradingError('csv-columns', { expected: length, got: row.length });
  }
  if (!raw.has('answers')) raw.set('answers', '');
  const submission = readSubmission(raw, identify);
  return { submission: { ...submission, answers: [...submission.answers, ...answers] }, perhaps };
}
