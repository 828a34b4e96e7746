import { type ParseError, parse } from 'jsonc-parser';

/** The data of a text; none where it is not JSON, and then, if it can be told, where it stops being JSON. */
export interface Json {
  readonly data?: unknown;
  /** In UTF-16 units. */
  readonly errorAt?: number;
}

/** JSON.parse is fast, and does not tell every time where a text stops being JSON. */
export function parseJson(text: string): Json {
  try {
    return { data: JSON.parse(text) as unknown };
  } catch {
    const errorAt = placeOfError(text);
    return errorAt === undefined ? {} : { errorAt };
  }
}

function placeOfError(text: string): number | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested too deeply for a parser that recurses
    throw error;
  }
  return errors[0]?.offset;
}
