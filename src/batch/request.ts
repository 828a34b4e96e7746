import { valuesOf } from '../core/at.ts';
import { suggest } from '../core/suggest.ts';
import type { Value } from '../core/value.ts';
import { parseJson } from './json.ts';
import { LineError } from './problems.ts';

/** What a line asks for. */
export interface Request {
  /** Given back with the result. */
  readonly id?: string | number | undefined;
  readonly source: string;
  readonly at: ReadonlyMap<string, Value | string>;
}

const KEYS = ['id', 'expression', 'at'];
const NOTHING_GIVEN: ReadonlyMap<string, Value | string> = new Map();

/** Whether a line asks for nothing: it is blank, or a comment. */
export const isBlank = (text: string): boolean => /^\s*(?:#|$)/u.test(text);

/**
 * Reads one line: an object of JSON, or anything else as an expression.
 * @param identify is told the id as soon as it is known, so that an error can carry it
 * @throws LineError for an object that is no request
 */
export function readRequest(text: string, identify: (id: string | number) => void): Request {
  if (!/^\s*\{/u.test(text)) return { id: undefined, source: text, at: NOTHING_GIVEN };
  const object = readObject(text);
  const id = object.id ?? undefined;
  if (id !== undefined && !isId(id)) throw new LineError('bad-id', {});
  if (id !== undefined) identify(id);
  for (const name of Object.keys(object)) if (!KEYS.includes(name)) refuseKey(name);
  const source = object.expression;
  if (typeof source !== 'string') throw new LineError('no-expression', {});
  return { id, source, at: valuesIn(object.at) };
}

/** Numbers that JSON's readers would change cannot name anything. */
const isId = (id: unknown): id is string | number =>
  typeof id === 'string' ||
  (typeof id === 'number' && Number.isFinite(id) && !(Number.isInteger(id) && !Number.isSafeInteger(id)));

function valuesIn(at: unknown): ReadonlyMap<string, Value | string> {
  if (at === undefined || at === null) return NOTHING_GIVEN;
  const values = valuesOf(at);
  if (!values) throw new LineError('bad-values', {});
  return values;
}

function refuseKey(name: string): never {
  const suggestion = suggest(name, KEYS);
  throw new LineError('unknown-key', suggestion === undefined ? { name } : { name, suggestion });
}

function readObject(text: string): {
  readonly id?: unknown;
  readonly expression?: unknown;
  readonly at?: unknown;
} {
  const { data, errorAt } = parseJson(text);
  if (data === undefined)
    throw new LineError('not-json', {}, errorAt === undefined ? undefined : { index: errorAt });
  return data as object;
}
