import type { Line } from '../batch/lines.ts';
import { GradtutorError } from '../core/errors.ts';
import { Ahead } from './ahead.ts';
import { readRows } from './csv.ts';
import type { InputFormat } from './formats.ts';
import { Names } from './names.ts';
import { GradingError, type UnknownName, unreadable } from './problem.ts';
import { readJson, type Student, type Submission } from './submission.ts';
import { type Header, isEmptyRow, readHeader, readTableRow } from './table.ts';

/** What is wrong with a line: with the hand-in, or with its expression. */
export type Problem = GradingError | GradtutorError;

/** One line of hand-ins by its number: what was handed in, or why it cannot be read. */
export type Incoming = { readonly line: number; readonly student?: Student } & (
  | { readonly submission: Submission; readonly problem?: never }
  | { readonly problem: Problem; readonly submission?: never }
);

export interface IncomingOptions {
  /** Absent where the first line is to tell: JSON begins with a brace. */
  readonly format?: InputFormat;
  /** That of every line without one of its own. */
  readonly expression?: string;
  /** Is told of columns of a table that hold nothing to be graded, and of the dvar that may have been meant. */
  readonly onUnused: (columns: readonly UnknownName[]) => void;
}

export const isProblem = (error: unknown): error is Problem =>
  error instanceof GradingError || error instanceof GradtutorError;

/**
 * Hand-ins one by one, from lines of JSON or from a table in CSV. A line that cannot be read costs no other.
 * @throws GradingError where the header of a table cannot be used
 */
export async function* readHandIns(
  lines: AsyncIterable<Line>,
  options: IncomingOptions,
): AsyncGenerator<Incoming, void, void> {
  const source = new Ahead(lines);
  const format = options.format ?? (await formatOf(source));
  yield* format === 'csv' ? readTable(source, options) : readLinesOfJson(source);
}

/** The format that the first line with something in it has. */
async function formatOf(source: Ahead<Line>): Promise<InputFormat> {
  for (let line = await source.next(); line; line = await source.next()) {
    if (line.text?.trim() === '') continue;
    source.giveBack([line]);
    return line.text === undefined || line.text.trimStart().startsWith('{') ? 'ndjson' : 'csv';
  }
  return 'ndjson';
}

async function* readLinesOfJson(source: Ahead<Line>): AsyncGenerator<Incoming, void, void> {
  for (let line = await source.next(); line; line = await source.next()) {
    const { number, text, problem } = line;
    if (problem) yield { line: number, problem: unreadable(problem) };
    else if (text.trim() !== '') yield attempt(number, (identify) => readJson(text, identify));
  }
}

async function* readTable(
  source: Ahead<Line>,
  { expression, onUnused }: IncomingOptions,
): AsyncGenerator<Incoming, void, void> {
  const known = new Names();
  const used = new Set<string>();
  let header: Header | undefined;
  for await (const { number, fields, problem } of readRows(source)) {
    if (fields && isEmptyRow(fields)) continue;
    if (!header) {
      if (problem) throw problem;
      header = readHeader(fields, expression, known);
      if (!header.hasExpressions) tellUnused(header.unused);
      continue;
    }
    const columns = header;
    yield problem
      ? { line: number, problem }
      : attempt(number, (identify) => {
          const { submission, perhaps } = readTableRow(columns, fields, identify);
          const variables = known.in(submission.expression ?? expression);
          const answers = perhaps.filter(({ name }) => variables.has(name));
          for (const { name } of answers) used.add(name);
          return { ...submission, answers: [...submission.answers, ...answers] };
        });
  }
  if (header?.hasExpressions)
    tellUnused([...header.unused, ...header.variables.filter((name) => !used.has(name))]);

  function tellUnused(names: readonly string[]): void {
    if (names.length === 0) return;
    onUnused(
      names.map((name) => {
        const suggestion = known.meant(name, expression);
        return suggestion === undefined ? { name } : { name, suggestion };
      }),
    );
  }
}

/** A hand-in by its number, or what is wrong with it. */
export function attempt(line: number, read: (identify: (student: Student) => void) => Submission): Incoming {
  const from: { line: number; student?: Student } = { line };
  try {
    return { submission: read((student) => (from.student = student)), ...from };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { problem: error, ...from };
  }
}
