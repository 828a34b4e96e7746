import { suggest } from '../core/suggest.ts';
import { gap } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { operationWords } from '../i18n/operations/index.ts';
import { exampleOf } from '../reference/example.ts';
import { type Operation, operationNames, operations } from '../reference/operations.ts';
import { constants, constantSpelled, operationsSpelled } from '../reference/spelled.ts';
import { operationsInMarkdown, tellConstant, tellOperation, tellOperations } from '../reference/tell.ts';
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
 * `gradtutor explain NAME`: one operation, or two where they share a name or a sign; or a constant.
 * @throws UsageError for what stands for none
 */
export function explainOperation(
  name: string,
  format: OpsFormat,
  t: Messages,
  { out, style }: Output,
): ExitCode {
  const words = wordsFor(t);
  const found = operationsSpelled(name);
  const constant = found.length === 0 ? constantSpelled(name) : undefined;
  if (found.length === 0 && !constant) {
    const names = [...operationNames, ...constants.map((known) => known.name)];
    throw new UsageError(words.unknown(name, suggest(name, names)));
  }
  if (format === 'json') {
    const data = found.map((operation) => {
      const { source, trace } = exampleOf(operation);
      const { inputs, value, gradients } = trace;
      return { ...asData(operation, t), example: { source, inputs, value, gradients } };
    });
    const told = constant && { ...constant, description: words.constants[constant.name] };
    out(toJson({ version: 1, operations: data, ...(told ? { constants: [told] } : {}) }));
    return EXIT.done;
  }
  const blocks = constant
    ? tellConstant(constant, words)
    : found.flatMap((operation, i) => [...(i > 0 ? [gap] : []), ...tellOperation(operation, t, words)]);
  out(
    format === 'markdown'
      ? `${markdownBody(blocks, { words: t, headings: 2 })}\n`
      : renderText(blocks, style),
  );
  return EXIT.done;
}
