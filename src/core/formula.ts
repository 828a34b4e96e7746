import { constantValue, type Graph, operandsOf, operationAt } from './graph.ts';
import { atom, write, type Written, written } from './notation.ts';
import { formatValue, type Value } from './value.ts';

/** A node as an expression over its operands' names: `a + u`; for a leaf, its name. */
export function formulaOf(graph: Graph, node: number): string {
  return writeNode(graph, node, (operand) => written(graph.names[operand] as string));
}

/** The same with the operands' values: `5 + 6`. */
export function numbersOf(graph: Graph, node: number, values: Float64Array): string {
  return writeNode(graph, node, (operand) => written(formatValue(values[operand] as Value)));
}

function writeNode(graph: Graph, node: number, operand: (id: number) => Written): string {
  if (node < graph.leaves) return operand(node).text;
  return write(operationAt(graph, node), Array.from(operandsOf(graph, node), operand)).text;
}

const PARAMETERS = ['x', 'y', 'z'];

/**
 * The local derivative ∂node/∂operand, by the operation's rule.
 * @returns over names (`a * (1 - a)`) and over values (`0.5 * (1 - 0.5)`)
 */
export function localFormula(
  graph: Graph,
  node: number,
  slot: number,
  values: Float64Array,
): { readonly formula: string; readonly numbers: string } {
  const op = operationAt(graph, node);
  const operands = operandsOf(graph, node);
  const rule =
    op.arity === 'many'
      ? op.formula(slot, operands.length)
      : ruleText(
          op.partials[slot]?.formula ?? '',
          Array.from(operands, (operand) => constantValue(graph, operand)),
        );
  const nodeOf = (parameter: string): number => {
    if (parameter === 'out') return node;
    const index = op.arity === 'many' ? Number(parameter.slice(1)) - 1 : PARAMETERS.indexOf(parameter);
    return operands[index] as number;
  };
  return {
    formula: substitute(rule, (parameter) => written(graph.names[nodeOf(parameter)] as string)),
    numbers: substitute(rule, (parameter) => written(formatValue(values[nodeOf(parameter)] as Value))),
  };
}

const ruleText = (
  formula: string | ((constants: (Value | undefined)[]) => string),
  constants: (Value | undefined)[],
): string => (typeof formula === 'string' ? formula : formula(constants));

/** Puts operands in place of a rule's parameters: whole when the rule, or a pair of its brackets, has just one, else bracketed unless atomic. */
function substitute(rule: string, operand: (parameter: string) => Written): string {
  return rule.replace(/\b(?:out|x\d+|[xyz])\b/gu, (parameter, start: number) => {
    const isBracketed = rule[start - 1] === '(' && rule[start + parameter.length] === ')';
    const { text, precedence } = operand(parameter);
    return precedence === atom('').precedence || rule === parameter || isBracketed ? text : `(${text})`;
  });
}
