import { GradtutorError } from './errors.ts';
import type { Value } from './value.ts';

/**
 * Values as they are typed: `a=5,b=1/3`, in one text or several.
 * @throws GradtutorError `bad-at`, or `set-twice` for a name that comes up again
 */
export function parseAt(texts: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const part of texts.flatMap(splitTopLevel)) {
    if (part.trim() === '') continue;
    const [, rawName, value] = /^\s*([^=\s]+)\s*[=＝]\s*(\S.*?)\s*$/su.exec(part) ?? [];
    if (rawName === undefined || value === undefined)
      throw new GradtutorError('bad-at', { text: part.trim() });
    const name = rawName.normalize('NFC');
    if (values.has(name)) throw new GradtutorError('set-twice', { name });
    values.set(name, value);
  }
  return values;
}

/** Values in an object of JSON, as in `{"a": 5, "b": "1/3"}`; undefined where it is none, or one of them is no value. */
export function valuesOf(at: unknown): ReadonlyMap<string, Value | string> | undefined {
  if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined;
  const entries: [string, unknown][] = Object.entries(at);
  return entries.every(isValue) ? new Map(entries) : undefined;
}

const isValue = (entry: [string, unknown]): entry is [string, Value | string] =>
  typeof entry[1] === 'number' || typeof entry[1] === 'string';

/** Splits at commas that are not inside brackets: `a=max(1,2),b=3` has two parts. */
export function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === '(') depth++;
    if (c === ')') depth--;
    if (i === text.length || (c === ',' && depth === 0) || c === '，') {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return parts;
}
