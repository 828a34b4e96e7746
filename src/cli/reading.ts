import { GradtutorError } from '../core/errors.ts';
import type { ParsedText } from '../core/program.ts';
import { type Study, study, type Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import { parseAt } from '../core/at.ts';
import { STDIN } from './files.ts';
import { readStdin } from './input.ts';
import type { Output } from './output.ts';
import { reportPartial } from './report.ts';

/** What an expression is read with. */
export interface ReadingOptions {
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly nudge?: string;
}

/**
 * Reads an expression and tells on stderr what may not have been meant.
 * @param expression the text, or `-` for standard input
 * @param showsPartial where a value is missing on the way, what came before it is shown before the error is thrown
 */
export async function readStudy(
  expression: string,
  options: ReadingOptions,
  t: Messages,
  output: Output,
  showsPartial: boolean,
): Promise<Study> {
  const source = expression === STDIN ? await readStdin() : expression;
  const studied = await studyDeeply(source, options, t, output, showsPartial);
  const { unused, chosen } = studied.trace;
  for (const { name, suggestion } of unused)
    output.err(`${t.warning}${printable(t.unusedValue(name, suggestion))}\n`);
  for (const name of chosen.filter(looksLikeProduct)) {
    output.err(`${t.warning}${t.oneName(name, Array.from(name).join('*'))}\n`);
  }
  for (const statement of withoutPart(studied.trace))
    output.err(`${t.warning}${printable(t.noPart(statement))}\n`);
  return studied;
}

/** As much of a statement as a note shows. */
const LONGEST = 60;

const nameIn = (statement: string): string | undefined => /^(.*?) = /su.exec(statement)?.[1];

/** Statements that no other can use, since they have no name, and that are not what is worked on: x^2 in `x^2; y^2`. */
function withoutPart({ statements, inputs }: Trace): string[] {
  const worked = statements.findLastIndex((statement) => {
    const name = nameIn(statement);
    return name === undefined || !(name.includes('(') || Object.hasOwn(inputs, name));
  });
  return statements
    .filter((statement, i) => i !== worked && nameIn(statement) === undefined)
    .map((statement) => (statement.length > LONGEST ? `${statement.slice(0, LONGEST)}…` : statement));
}

/** Two plain letters that nobody gave a value: a times b, as it is written on paper? */
const looksLikeProduct = (name: string): boolean => /^[a-z]{2}$/u.test(name);

/** What reads a text that is nested too deeply for the stack is loaded where one is met. */
async function studyDeeply(
  source: string,
  ...how: [options: ReadingOptions, t: Messages, output: Output, showsPartial: boolean]
): Promise<Study> {
  try {
    return studyOrPartial(source, ...how);
  } catch (error) {
    if (!(error instanceof GradtutorError && error.is('too-deep'))) throw error;
    const { readParsed } = await import('./deep.ts');
    return readParsed(source, (parsed) => studyOrPartial(parsed, ...how), error);
  }
}

function studyOrPartial(
  source: string | ParsedText,
  options: ReadingOptions,
  t: Messages,
  { out, style }: Output,
  showsPartial: boolean,
): Study {
  try {
    return study(source, {
      at: parseAt(options.at ?? []),
      ...(options.nudge === undefined ? {} : { nudge: parseNudge(options.nudge) }),
      ...(options.wrt ? { wrt: options.wrt } : {}),
    });
  } catch (error) {
    const isPartial = error instanceof GradtutorError && error.is('domain') && error.args.before.length > 0;
    if (isPartial && showsPartial) out(reportPartial(error, t, style));
    throw error;
  }
}

/** The step of the nudge check. */
export function parseNudge(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text.replace('−', '-'));
  if (!Number.isFinite(value) || value === 0) throw new GradtutorError('bad-nudge', { text });
  return value;
}
