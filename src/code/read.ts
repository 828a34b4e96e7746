import { opOf } from '../core/lookup.ts';
import { parseSource, type Tree } from '../core/parse.ts';
import { opcodeOf } from '../core/print.ts';
import { readSource } from '../core/source.ts';
import { asNumber, constant, type Expression, numeral, operation } from './expression.ts';

/** What a name in a formula stands for; a name without a meaning is a constant such as pi. */
export type Meaning = (name: string) => Expression | undefined;

/** A product of more factors is a call: some compilers read each sign of a chain one level deeper. */
export const LONGEST_CHAIN = 8;

/** Reads formulas in gradtutor's own language, such as the rules of the op table. The same text is parsed once. */
export class FormulaReader {
  readonly #trees = new Map<string, Tree>();

  read(formula: string, meaning: Meaning = () => undefined): Expression {
    let tree = this.#trees.get(formula);
    if (!tree) this.#trees.set(formula, (tree = parseSource(readSource(formula))));
    return asNumber(convert(tree, meaning));
  }
}

function convert(tree: Tree, meaning: Meaning): Expression {
  const all = (parts: readonly Tree[]) => parts.map((part) => convert(part, meaning));
  switch (tree.type) {
    case 'ConstantNode':
      return numeral(String(tree.value));
    case 'SymbolNode':
      return meaning(tree.name) ?? constant(tree.name);
    case 'ParenthesisNode':
      return convert(tree.content, meaning);
    case 'ConditionalNode':
      return operation('select', all([tree.condition, tree.trueExpr, tree.falseExpr]));
    case 'FunctionNode':
      return call(tree.fn.type === 'SymbolNode' ? tree.fn.name : '', all(tree.args));
    case 'OperatorNode': {
      const factors = factorsOf(tree);
      return factors.length > LONGEST_CHAIN ? operation('prod', all(factors)) : call(tree.fn, all(tree.args));
    }
    default:
      throw new Error(`a formula has no ${tree.type}`);
  }
}

/** An operation under the name that the table has for it. */
function call(name: string, operands: readonly Expression[]): Expression {
  const opcode = opcodeOf(name, operands.length);
  return operation(opcode === undefined ? name : opOf(opcode).name, operands);
}

/** The factors of `x1 * x2 * … * xn`; of anything else, itself. */
function factorsOf(tree: Tree): readonly Tree[] {
  const factors: Tree[] = [];
  let rest = tree;
  for (; rest.type === 'OperatorNode' && rest.fn === 'multiply'; rest = rest.args[0] as Tree) {
    factors.push(rest.args[1] as Tree);
  }
  return [rest, ...factors.toReversed()];
}
