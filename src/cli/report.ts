import type { ErrorArgs, ErrorCode, GradtutorError, Position } from '../core/errors.ts';
import { tellForward } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { textWidth } from '../render/layout.ts';
import { renderText, type TextStyle } from '../render/text.ts';

/** Columns of source shown on either side of the caret. */
const CONTEXT = 30;
/** Characters of one text within a sentence, and names in a list. */
const LONGEST = 100;

/** The sentence for an error, without a place. */
function sentence(error: GradtutorError, t: Messages): string {
  const say = t.errors[error.code] as (args: ErrorArgs[ErrorCode]) => string;
  return printable(say(shortened(error.args) as ErrorArgs[ErrorCode]));
}

/** Long texts cut, wherever they stand in the arguments: a sentence must stay one. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.slice(0, LONGEST).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}

/** What is wrong, where, and how to mend it: for a person, on stderr. */
export function reportError(error: GradtutorError, t: Messages, style: TextStyle): string {
  const lines = [`${style.paint('bad', t.error)}${sentence(error, t)}`];
  if (error.position) lines.push(...caret(error.position));
  return `${lines.join('\n')}\n`;
}

/** What could be computed before a value was missing: the forward pass up to there. */
export function reportPartial(error: GradtutorError<'domain'>, t: Messages, style: TextStyle): string {
  const blocks = tellForward({ forward: error.args.before }, t);
  return renderText(blocks.slice(1), style);
}

/** The line of the source, and a caret under the place; long lines are cut around it. */
function caret({ source, index }: Position): string[] {
  const start = source.lastIndexOf('\n', index - 1) + 1;
  const end = source.indexOf('\n', index);
  const text = source.slice(start, end < 0 ? undefined : end);
  const at = index - start;
  const from = at > 2 * CONTEXT ? at - CONTEXT : 0;
  const to = Math.min(text.length, Math.max(at + CONTEXT, from + 2 * CONTEXT));
  const before = (from > 0 ? '…' : '') + printable(text.slice(from, at));
  const after = printable(text.slice(at, to)) + (to < text.length ? '…' : '');
  return [`  ${before}${after}`, `  ${' '.repeat(textWidth(before))}^`];
}

/** Control characters made visible, so that no input can send the terminal a command. */
export const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (c) =>
    c === '\t' ? ' ' : '�',
  );
