/**
 * Data as JSON, ending with a line end. JSON has no infinities: they are the strings "Infinity", "-Infinity" and "NaN",
 * never null.
 */
export const toJson = (data: unknown): string => `${JSON.stringify(data, keepNumber, 2)}\n`;

/** The same on one line. */
export const toJsonLine = (data: unknown): string => `${JSON.stringify(data, keepNumber)}\n`;

const keepNumber = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
