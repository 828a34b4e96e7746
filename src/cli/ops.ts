import { suggest } from '../core/suggest.ts';
import { gap } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { operationWords } from '../i18n/operations/index.ts';
import { exampleOf } from '../reference/example.ts';
import { type Operation, operationNames, operations, operationsNamed } from '../reference/operations.ts';
import { operationsInMarkdown, tellOperation, tellOperations } from '../reference/tell.ts';
import { toJson } from '../render/json.ts';
import { markdownBody } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import type { Output } from './output.ts';

export type OpsFormat = 'text' | 'json' | 'markdown';

const wordsFor = (t: Messages) => operationWords[t.lang];

/** An operation as data, with what it does in the learner's language. */
const asData = (operation: Operation, t: Messages) => ({
  ...operation,
  description: wordsFor(t).what[operation.name],
});

/** `gradtutor ops`: every operation with its rules, its domain and its kinks. */
export function listOperations(format: OpsFormat, t: Messages, { out, style }: Output): ExitCode {
  const words = wordsFor(t);
  if (format === 'json')
    out(toJson({ version: 1, operations: operations.map((operation) => asData(operation, t)) }));
  else if (format === 'markdown') out(operationsInMarkdown(operations, words));
  else out(renderText(tellOperations(operations, words), style));
  return EXIT.done;
}

/**
 * `gradtutor explain NAME`: one operation, or two where they share a name or a sign.
 * @throws UsageError for a name that no operation has
 */
export function explainOperation(
  name: string,
  format: OpsFormat,
  t: Messages,
  { out, style }: Output,
): ExitCode {
  const words = wordsFor(t);
  const found = operationsNamed(name.replace(/\(.*\)$/su, ''));
  if (found.length === 0) throw new UsageError(words.unknown(name, suggest(name, operationNames)));
  if (format === 'json') {
    const data = found.map((operation) => {
      const { source, trace } = exampleOf(operation);
      const { inputs, value, gradients } = trace;
      return { ...asData(operation, t), example: { source, inputs, value, gradients } };
    });
    out(toJson({ version: 1, operations: data }));
    return EXIT.done;
  }
  const blocks = found.flatMap((operation, i) => [
    ...(i > 0 ? [gap] : []),
    ...tellOperation(operation, t, words),
  ]);
  out(
    format === 'markdown'
      ? `${markdownBody(blocks, { words: t, headings: 2 })}\n`
      : renderText(blocks, style),
  );
  return EXIT.done;
}
