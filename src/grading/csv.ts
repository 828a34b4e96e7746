import Papa from 'papaparse';
import type { Line } from '../batch/lines.ts';
import type { Ahead } from './ahead.ts';
import { GradingError, unreadable } from './problem.ts';

/** A row by the number of its first line: its fields, or why there are none. */
export type Row =
  | { readonly number: number; readonly fields: readonly string[]; readonly problem?: never }
  | { readonly number: number; readonly problem: GradingError; readonly fields?: never };

/** A field in quotation marks may go on for so many lines and characters. */
const MOST_LINES = 50;
const LONGEST_ROW = 1 << 16;

/** What is written between fields, tried in this order. */
const DELIMITERS = [',', ';', '\t'];

type TextLine = Line & { readonly text: string };

/**
 * The rows of a table in CSV (RFC 4180), divided by commas, semicolons or tabs, whichever the first row has. A quotation
 * mark that is left open costs its own row only: the lines after it are read as if it had been closed.
 */
export async function* readRows(source: Ahead<Line>): AsyncGenerator<Row, void, void> {
  let delimiter: string | undefined;
  for (let line = await source.next(); line; line = await source.next()) {
    const { number } = line;
    if (line.problem) {
      yield { number, problem: unreadable(line.problem) };
      continue;
    }
    if (line.text.trim() === '') continue;
    delimiter ??= Papa.parse(line.text, { delimitersToGuess: DELIMITERS }).meta.delimiter;
    const fields = await readRow(line, delimiter, source);
    yield fields ? { number, fields } : { number, problem: new GradingError('csv-quote', {}) };
  }
}

/** The fields of the row that begins in this line; undefined where its quotation marks do not match. */
async function readRow(
  first: TextLine,
  delimiter: string,
  source: Ahead<Line>,
): Promise<string[] | undefined> {
  const taken: Line[] = [];
  let { text } = first;
  let row = parseRow(text, delimiter);
  while (row === 'open' && taken.length < MOST_LINES && text.length < LONGEST_ROW) {
    const line = await source.next();
    if (!line) break;
    taken.push(line);
    if (line.problem) break;
    text += `\n${line.text}`;
    if (line.text.includes('"')) row = parseRow(text, delimiter);
  }
  if (typeof row === 'object') return row;
  source.giveBack(taken);
  return undefined;
}

function parseRow(text: string, delimiter: string): string[] | 'open' | 'broken' {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (errors.length === 0) return data[0] ?? [];
  return errors.every(({ code }) => code === 'MissingQuotes') ? 'open' : 'broken';
}
