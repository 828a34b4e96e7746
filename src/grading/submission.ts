import { parseJson } from '../batch/json.ts';
import { parseAt, valuesOf } from '../core/at.ts';
import { suggest } from '../core/suggest.ts';
import type { Value } from '../core/value.ts';
import { type GivenAnswer, given, readAnswers } from './given.ts';
import { type Field, fields, GradingError } from './problem.ts';

/** Who handed something in. */
export type Student = string | number;

/** One hand-in, as it came. */
export interface Submission {
  /** Absent where all lines have one expression. */
  readonly expression?: string;
  readonly at: ReadonlyMap<string, Value | string>;
  readonly wrt?: readonly string[];
  readonly answers: readonly GivenAnswer[];
}

/** Is told who it is from, before anything else is read: an error needs it too. */
export type Identify = (student: Student) => void;

/** Fields by name, as JSON or a row has them. */
export type Raw = ReadonlyMap<string, unknown>;

/**
 * One line of JSON: `{"student": …, "expression": …, "at": …, "answers": …}`. Other fields are let be, unless one is a slip
 * for one of these.
 * @throws GradingError or GradtutorError for what cannot be read
 */
export function readJson(text: string, identify: Identify): Submission {
  return readFields(new Map(Object.entries(parseObject(text))), identify);
}

/** The same of an object that has been read. */
export function readFields(raw: Raw, identify: Identify): Submission {
  for (const name of raw.keys()) refuseSlip(name, raw);
  return readSubmission(raw, identify);
}

function parseObject(text: string): object {
  const { data, errorAt } = parseJson(text);
  if (data === undefined)
    throw new GradingError(
      'not-json',
      {},
      errorAt === undefined ? undefined : { source: text, index: errorAt },
    );
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new GradingError('not-an-object', {});
  return data;
}

/** A field that is not there, under a name that is one slip off: nobody's values may be lost unseen. */
export function refuseSlip(name: string, all: ReadonlyMap<string, unknown>): void {
  if (fields.some((field) => field === name)) return;
  const suggestion = suggest(
    name,
    fields.filter((field) => !all.has(field)),
  );
  if (suggestion !== undefined) throw new GradingError('unknown-key', { name, suggestion });
}

export function readSubmission(raw: Raw, identify: Identify): Submission {
  const student = raw.get('student') ?? undefined;
  if (student !== undefined && typeof student !== 'string' && typeof student !== 'number') refuse('student');
  if (student !== undefined) identify(student);
  const expression = raw.get('expression') ?? undefined;
  if (expression !== undefined && typeof expression !== 'string') refuse('expression');
  const wrt = namesIn(raw.get('wrt') ?? undefined);
  return {
    ...(expression === undefined || expression.trim() === '' ? {} : { expression }),
    at: valuesIn(raw.get('at') ?? ''),
    ...(wrt === undefined || wrt.length === 0 ? {} : { wrt }),
    answers: answersIn(raw.get('answers') ?? undefined),
  };
}

function refuse(field: Field): never {
  throw new GradingError('bad-field', { field });
}

function valuesIn(at: unknown): ReadonlyMap<string, Value | string> {
  return typeof at === 'string' ? parseAt([at]) : (valuesOf(at) ?? refuse('at'));
}

function answersIn(answers: unknown): readonly GivenAnswer[] {
  if (answers === undefined) throw new GradingError('no-answers', {});
  if (typeof answers === 'string') return readAnswers(answers);
  if (typeof answers !== 'object' || answers === null) return refuse('answers');
  // What is null was left open: an answer that is missing.
  const written = Object.entries(answers).filter(([, value]) => value !== null);
  const values = Array.isArray(answers) ? undefined : valuesOf(Object.fromEntries(written));
  if (!values) return refuse('answers');
  return [...values].flatMap(([name, value]) => given(name, String(value)));
}

function namesIn(wrt: unknown): readonly string[] | undefined {
  if (wrt === undefined) return undefined;
  const names: unknown = typeof wrt === 'string' ? wrt.split(/[,\s，]+/u).filter(Boolean) : wrt;
  return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : refuse('wrt');
}
