import type { GradtutorError, Position } from '../core/errors.ts';
import { gap, prose } from '../document.ts';
import { tellForward } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { textWidth } from '../render/layout.ts';
import { printable } from '../render/printable.ts';
import { renderText, type TextStyle } from '../render/text.ts';
import { sentence } from '../sentence.ts';

/** Columns of source shown on either side of the caret. */
const CONTEXT = 30;

/** One problem in words: for a person, on stderr. */
export function reportProblem(words: string, t: Messages, style: TextStyle): string {
  return renderText([prose(0, { role: 'bad', text: t.error.trimEnd() }, ` ${printable(words)}`)], style);
}

/**
 * How to go on after Ctrl+C, below the prompt that it ended.
 * @param goOn a command; undefined for the same once more
 */
export const reportInterrupted = (goOn: string | undefined, t: Messages, style: TextStyle): string =>
  renderText([gap, prose(2, { role: 'muted', text: t.cli.interrupted(goOn) })], style);

/** What is wrong, where, and how to mend it. */
export function reportError(error: GradtutorError, t: Messages, style: TextStyle): string {
  const { position } = error;
  const line = position?.source.trimEnd().includes('\n') ? `${t.inLine(lineNumber(position))} ` : '';
  const place = position ? `${caret(position).join('\n')}\n` : '';
  return reportProblem(line + sentence(error, t), t, style) + place;
}

const lineNumber = ({ source, index }: Position): number =>
  source.slice(0, index).trimEnd().split('\n').length;

/** What could be computed before a value was missing: the forward pass up to there. */
export function reportPartial(error: GradtutorError<'domain'>, t: Messages, style: TextStyle): string {
  const blocks = tellForward({ forward: error.args.before }, t);
  return renderText(blocks.slice(1), style);
}

/** The line of the source, and a caret under the place; long lines are cut around it. */
function caret({ source, index: given }: Position): string[] {
  const index = given >= source.trimEnd().length ? source.trimEnd().length : given;
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
