import { atom, write, type Written } from './notation.ts';
import { opcodesNamed, opOf, takes } from './lookup.ts';
import type { Tree } from './parse.ts';

/** mathjs' element-wise operators, which for scalars are the plain ones. */
const SCALAR_NAMES = new Map([
  ['dotMultiply', 'multiply'],
  ['dotDivide', 'divide'],
  ['dotPow', 'pow'],
]);

/** The row a mathjs operator or function stands for, if the table has one. */
export function opcodeOf(name: string, count: number): number | undefined {
  for (const opcode of opcodesNamed(name)) if (takes(opOf(opcode), count)) return opcode;
  const scalar = SCALAR_NAMES.get(name);
  return scalar === undefined ? undefined : opcodeOf(scalar, count);
}

/** The operands of a tree node as the table counts them. */
export function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.type) {
    case 'OperatorNode':
    case 'FunctionNode':
      return tree.args;
    case 'ParenthesisNode':
      return [tree.content];
    case 'ConditionalNode':
      return [tree.condition, tree.trueExpr, tree.falseExpr];
    case 'RelationalNode':
      return tree.params;
    default:
      return [];
  }
}

/** Every node of a tree below and including it, parents first. No recursion, so depth costs nothing. */
export function* walk(root: Tree): Generator<Tree> {
  const stack = [root];
  for (let tree = stack.pop(); tree; tree = stack.pop()) {
    yield tree;
    for (const child of childrenOf(tree)) stack.push(child);
  }
}

/** A result for a tree from those of its operands, brackets left out. No recursion, so depth costs nothing. */
export function fold<T>(root: Tree, assemble: (tree: Tree, operands: T[]) => T): T {
  const results: T[] = [];
  const tasks: { tree: Tree; ready: boolean }[] = [{ tree: root, ready: false }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    let { tree } = task;
    while (tree.type === 'ParenthesisNode') tree = tree.content;
    const children = childrenOf(tree);
    if (task.ready || children.length === 0) {
      results.push(assemble(tree, results.splice(results.length - children.length)));
    } else {
      tasks.push({ tree, ready: true });
      for (let i = children.length - 1; i >= 0; i--) tasks.push({ tree: children[i] as Tree, ready: false });
    }
  }
  return results[0] as T;
}

/**
 * The expression as understood: implicit multiplication made visible, brackets only where they help.
 * Parsing the result gives the same graph.
 */
export const print = (root: Tree): string => fold(root, assemble).text;

function assemble(tree: Tree, operands: Written[]): Written {
  switch (tree.type) {
    case 'ConstantNode':
      return atom(String(tree.value));
    case 'SymbolNode':
      return atom(tree.name);
    case 'ConditionalNode':
      return write({ name: '', notation: { kind: 'conditional' } }, operands);
    case 'RelationalNode': {
      const symbols = tree.conditionals.map((name) => notationNamed(name));
      const parts = operands.map((operand) => (operand.precedence <= 3 ? `(${operand.text})` : operand.text));
      return { ...atom(parts.reduce((text, part, i) => `${text} ${symbols[i - 1]} ${part}`)), precedence: 3 };
    }
    case 'FunctionNode': {
      const name = tree.fn.type === 'SymbolNode' ? tree.fn.name : '';
      return write({ name, notation: { kind: 'call' } }, operands);
    }
    case 'OperatorNode': {
      if (tree.fn === 'unaryPlus') return operands[0] as Written;
      const opcode = opcodeOf(tree.fn, operands.length);
      return opcode === undefined
        ? write({ name: '', notation: { kind: 'infix', symbol: tree.op, precedence: 4 } }, operands)
        : write(opOf(opcode), operands);
    }
    default:
      return atom('…');
  }
}

function notationNamed(name: string): string {
  const [opcode] = opcodesNamed(name);
  const notation = opcode === undefined ? undefined : opOf(opcode).notation;
  return notation?.kind === 'infix' ? notation.symbol : name;
}
