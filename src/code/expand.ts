import { inlined, parametersOf } from './definitions.ts';
import { type Expression, numeral, operation } from './expression.ts';
import { type FormulaReader, LONGEST_CHAIN } from './read.ts';

/** The expression in operations that every language has a word for: squares as powers, short sums as signs. */
export function expand(expression: Expression, reader: FormulaReader): Expression {
  if (expression.kind !== 'operation') return expression;
  const { op } = expression;
  const operands = expression.operands.map((operand) => expand(operand, reader));
  const [first, ...rest] = operands as [Expression, ...Expression[]];
  const chain = (sign: string, name: string) =>
    operands.length > LONGEST_CHAIN
      ? operation(name, operands)
      : rest.reduce((so, far) => operation(sign, [so, far]), first);
  switch (op) {
    case 'sum':
      return chain('add', op);
    case 'prod':
      return chain('multiply', op);
    case 'mean':
      return operation('divide', [chain('add', 'sum'), numeral(operands.length)]);
    case 'max':
    case 'min':
      return rest.length === 0 ? first : operation(op, operands);
    case 'hypot':
      return operation(rest.length === 0 ? 'abs' : op, operands);
    default: {
      const formula = inlined.get(op) ?? inlined.get(`${op} of ${operands.length}`);
      return formula === undefined ? operation(op, operands) : instance(formula, operands, reader);
    }
  }
}

/** A definition with operands in place of its parameters. */
export function instance(
  formula: string,
  operands: readonly Expression[],
  reader: FormulaReader,
): Expression {
  const parameters = parametersOf(formula);
  return reader.read(formula, (name) => operands[parameters.indexOf(name)]);
}
