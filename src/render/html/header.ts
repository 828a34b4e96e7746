import type { Trace } from '../../core/trace.ts';
import type { Span } from '../../document.ts';
import { tellHeader } from '../../explain.ts';
import type { Messages } from '../../i18n/en.ts';
import { spansToHtml } from './blocks.ts';

const linesOf = (trace: Trace, t: Messages): (readonly Span[])[] =>
  tellHeader({ ...trace, chosen: [] }, t).flatMap((block) => (block.kind === 'line' ? [block.spans] : []));

/** The statements, a line each. */
export const statementsOf = (trace: Trace, t: Messages): (readonly Span[])[] =>
  linesOf(trace, t).slice(0, trace.statements.length);

/** The statements as a heading, and the values of the inputs under it. */
export function headerToHtml(trace: Trace, t: Messages): string {
  const values = linesOf(trace, t).slice(trace.statements.length);
  return [
    `<h1>${statementsOf(trace, t).map(spansToHtml).join('<br>')}</h1>`,
    ...values.map((spans) => `<p class="values">${spansToHtml(spans)}</p>`),
  ].join('');
}
