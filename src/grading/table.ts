import { type GivenAnswer, given } from './given.ts';
import { type Field, fields, GradingError } from './problem.ts';
import { type Identify, readSubmission, refuseSlip, type Submission } from './submission.ts';

/** What each column of a table holds; nothing where it is not used. */
type Column = { readonly field: Field } | { readonly dvar: string } | undefined;

export interface Header {
  readonly columns: readonly Column[];
  readonly unused: readonly string[];
}

const isField = (name: string): name is Field => fields.some((field) => field === name);

/** `dv`, `dJ/dv` or `∂J/∂v` */
const isDvar = (name: string): boolean => /^[d∂]./u.test(name);

/**
 * The first row: the fields of a hand-in in any order. Answers are in one column, or in one for each dvar.
 * @param hasExpression whether all lines have an expression already
 * @throws GradingError where something is missing, or is there twice
 */
export function readHeader(row: readonly string[], hasExpression: boolean): Header {
  const names = row.map((cell) => cell.trim().normalize('NFC'));
  const known = names.map((name) => (isField(name.toLowerCase()) ? name.toLowerCase() : name));
  const all = new Map(known.map((name) => [name, true]));
  const twice = known.find((name, i) => name !== '' && known.indexOf(name) !== i);
  if (twice !== undefined) throw new GradingError('csv-column-twice', { name: twice });
  const isInOne = all.has('answers');
  const columns = known.map((name): Column => {
    if (isField(name)) return { field: name };
    return !isInOne && isDvar(name) ? { dvar: name } : undefined;
  });
  for (const [i, name] of known.entries()) if (!columns[i]) refuseSlip(name, all);
  if (!hasExpression && !all.has('expression')) throw new GradingError('csv-no-expression', {});
  if (!columns.some((column) => column && ('dvar' in column || column.field === 'answers')))
    throw new GradingError('csv-no-answers', {});
  return { columns, unused: names.filter((name, i) => name !== '' && !columns[i]) };
}

/**
 * One row. An empty field is one that is missing.
 * @throws GradingError or GradtutorError for what cannot be read
 */
export function readTableRow({ columns }: Header, row: readonly string[], identify: Identify): Submission {
  const raw = new Map<string, string>();
  const answers: GivenAnswer[] = [];
  for (const [i, column] of columns.entries()) {
    const cell = (row[i] ?? '').trim();
    if (column && 'dvar' in column) answers.push(...given(column.dvar, cell));
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
  return { ...submission, answers: [...submission.answers, ...answers] };
}
