import type { Trace } from '../core/trace.ts';

/**
 * The trace as JSON, ending with a line end. JSON has no infinities: they are the strings "Infinity", "-Infinity" and
 * "NaN", never null.
 */
export function renderJson(trace: Trace): string {
  return `${JSON.stringify(trace, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value), 2)}\n`;
}
