import { type Block, derivative, formula, gap, line, prose, sign, type Span, title } from '../document.ts';
import { tellBackwardStep, tellForward, tellHeader } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import type { OperationWords } from '../i18n/operations/en.ts';
import { exampleOf } from './example.ts';
import type { Operation } from './operations.ts';
import type { Constant } from './spelled.ts';

/** Letters of a rule that fit beside a name on a page of 80. */
const WIDEST = 58;

/** du/dx, and ∂u/∂x where there are other operands. */
const symbolFor = ({ operands }: Operation, operand: string): string =>
  operands.length > 1 ? `∂u/∂${operand}` : `du/d${operand}`;

const rules = (operation: Operation): string[] =>
  operation.rules.map((rule) => `${symbolFor(operation, rule.operand)} = ${rule.formula}`);

/** The table: a row a rule, and below it where the operation exists and where it has a kink. */
export function tellOperations(operations: readonly Operation[], words: OperationWords): Block[] {
  const rows = operations.flatMap((operation): (readonly Span[])[][] => {
    const { written, domain, kink } = operation;
    const conditions = [
      ...domain.map((condition) => words.where(condition)),
      ...(kink === undefined ? [] : [words.kinkAt(kink)]),
    ];
    const said: Span[] = [
      ...rules(operation).flatMap((rule) => folded(rule)),
      ...conditions.flatMap((text) => folded(text)).map((text) => ({ role: 'muted' as const, text })),
    ];
    return said.map((text, i) => [[i === 0 ? { role: 'code', text: written } : ''], [text]]);
  });
  return [
    prose(0, words.intro),
    gap,
    { kind: 'table', indent: 0, gap: 2, rows },
    gap,
    prose(0, { role: 'muted', text: words.more }),
  ];
}

/** A long formula in pieces, each broken before an operator. */
function folded(text: string): string[] {
  if (text.length <= WIDEST) return [text];
  const at = text.slice(0, WIDEST).search(/ (?:[+]|or) (?!.* (?:[+]|or) )/u);
  return at < 0 ? [text] : [text.slice(0, at), ...folded(`  ${text.slice(at)}`)];
}

const fact = (head: string, ...spans: Span[]): Block => line(2, { role: 'muted', text: head }, ' ', ...spans);

/** One operation: what it does, its rule, where it exists, and a small example worked out. */
export function tellOperation(operation: Operation, t: Messages, words: OperationWords): Block[] {
  const { written, domain, kink, aliases, defaults, anyNumber } = operation;
  return [
    title(`u = ${written}`),
    prose(2, words.what[operation.name] ?? ''),
    ...(anyNumber ? [prose(2, words.anyNumber)] : []),
    gap,
    ...operation.rules.map((rule) =>
      fact(words.rule, derivative(symbolFor(operation, rule.operand)), sign(' = '), formula(rule.formula)),
    ),
    ...(domain.length === 0 ? [fact(words.domain, words.everywhere)] : []),
    ...domain.map((condition) => fact(words.domain, formula(condition))),
    fact(words.kink, kink === undefined ? words.noKink : formula(kink)),
    ...(kink === undefined ? [] : [prose(4, words.convention)]),
    ...(aliases.length === 0 ? [] : [fact(words.also, aliases.join(', '))]),
    ...defaults.map(({ operand, value }) => prose(2, words.leftOut(operand, String(value)))),
    gap,
    ...tellExample(operation, t, words),
  ];
}

/** A constant: what it is, and what that means for a derivative. */
export function tellConstant({ name, value }: Constant, words: OperationWords): Block[] {
  return [
    line(0, { role: 'title', text: name }, ` = ${value}`),
    prose(2, words.constants[name] ?? ''),
    prose(2, words.constant(name)),
    gap,
    prose(2, words.tryIt),
    line(4, { role: 'code', text: `gradtutor run "J = ${name} * a^2" --at a=2` }),
  ];
}

function tellExample(operation: Operation, t: Messages, words: OperationWords): Block[] {
  const { source, at, trace } = exampleOf(operation);
  return [
    title(words.example),
    ...tellHeader(trace, t),
    ...tellForward(trace, t),
    gap,
    title(t.backwardTitle),
    ...trace.backward
      .filter(({ contributions }) => contributions.length > 0)
      .flatMap((step) => [...tellBackwardStep(trace, step, t)]),
    gap,
    prose(2, words.tryIt),
    line(4, { role: 'code', text: `gradtutor run "${source}" --at ${at}` }),
  ];
}

const code = (text: string): string => `\`${text}\``;

/** The table in Markdown, ending with a line end. */
export function operationsInMarkdown(operations: readonly Operation[], words: OperationWords): string {
  const { operation, derivative, domain, kink } = words.head;
  const rows = operations.map((entry) => [
    code(entry.written),
    rules(entry).map(code).join('<br>'),
    entry.domain.length === 0 ? words.everywhere : entry.domain.map(code).join('<br>'),
    entry.kink === undefined ? '' : code(entry.kink),
  ]);
  const table = [[operation, derivative, domain, kink], ['---', '---', '---', '---'], ...rows];
  return `${words.intro}\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
