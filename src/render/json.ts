/**
 * Data as JSON, ending with a line end. JSON has no infinities: they are the strings "Infinity", "-Infinity" and "NaN",
 * never null.
 */
export const toJson = (data: unknown): string => `${indented(data)}\n`;

/** The same on one line. */
export const toJsonLine = (data: unknown): string => `${stringified(data)}\n`;

/** `toJson` in pieces, one after the other: an item of a list that is in the data or in an object of it, or a part of a long item. */
export function* jsonPieces(data: object): Generator<string, void, void> {
  yield* membersOf(data, '', 1);
  yield '\n';
}

const LONG = 1000;

/** @param levels so many levels of objects are gone into; what lies deeper is one piece */
function* membersOf(data: object, margin: string, levels: number): Generator<string, void, void> {
  const inner = `${margin}  `;
  let before = '{';
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue;
    yield `${before}\n${inner}${JSON.stringify(name)}: `;
    if (Array.isArray(value)) yield* itemsOf(value, inner);
    else if (levels > 0 && typeof value === 'object' && value !== null)
      yield* membersOf(value as object, inner, levels - 1);
    else yield within(value, inner);
    before = ',';
  }
  yield before === '{' ? '{}' : `\n${margin}}`;
}

function* itemsOf(list: readonly unknown[], margin: string): Generator<string, void, void> {
  const inner = `${margin}  `;
  let before = '[';
  for (const item of list) {
    const start = `${before}\n${inner}`;
    if (hasLongList(item)) {
      yield start;
      yield* membersOf(item, inner, 0);
    } else {
      yield start + within(item, inner);
    }
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${margin}]`;
}

/** Whether an item is better written in pieces too: a variable that is used everywhere has as many contributions. */
const hasLongList = (item: unknown): item is object =>
  typeof item === 'object' &&
  item !== null &&
  Object.values(item).some((value) => Array.isArray(value) && value.length > LONG);

/** Line ends of JSON stand between its parts only: within a string they are escaped. */
const within = (data: unknown, margin: string): string => indented(data).replaceAll('\n', `\n${margin}`);

const indented = (data: unknown): string => stringified(data, 2);

/** What asks about every number takes twice the time: it is done where a null stands, or what looks like one. */
function stringified(data: unknown, indent?: number): string {
  const text = JSON.stringify(data, undefined, indent);
  return text.includes('null') ? JSON.stringify(data, keepNumber, indent) : text;
}

const keepNumber = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
