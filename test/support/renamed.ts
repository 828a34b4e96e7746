import type { Trace } from '../../src/core/trace.ts';

/** The trace with another name for a variable: one that no expression could give it. */
export function renamed(told: Trace, from: string, to: string): Trace {
  const rename = (value: unknown): unknown => {
    if (value === from) return to;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [rename(key), rename(part)]));
  };
  return rename(told) as Trace;
}
