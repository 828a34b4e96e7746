import { type ErrorArgs, type ErrorCode, GradtutorError } from './errors.ts';
import { originalOffset, type Source } from './source.ts';

/** Longer texts than this are found as they stand, not as words. */
const LONGEST_WORD = 200;

/**
 * Throws, pointing at the first place where `text` stands in the source as a word of its own; nowhere for ''.
 */
export function refuse<C extends ErrorCode>(
  source: Source,
  code: C,
  args: ErrorArgs[C],
  text: string,
): never {
  const index =
    text === ''
      ? -1
      : text.length > LONGEST_WORD
        ? source.normalised.indexOf(text)
        : source.normalised.search(pattern(text));
  const position = index < 0 ? undefined : { source: source.text, index: originalOffset(source, index) };
  throw new GradtutorError(code, args, position);
}

function pattern(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const isWord = /^[\p{L}\p{M}\p{N}_$]+$/u.test(text);
  return new RegExp(isWord ? `(?<![\\p{L}\\p{M}_$])${escaped}(?![\\p{L}\\p{M}\\p{N}_$])` : escaped, 'u');
}
