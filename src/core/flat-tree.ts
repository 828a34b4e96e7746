import type { Tree } from './parse.ts';
import { childrenOf } from './print.ts';

/** A tree as a list, parents first: what is copied from one thread to another must not be nested deeply. */
export type FlatTree = readonly FlatNode[];

interface FlatNode {
  /** The node without its operands. */
  readonly node: Tree;
  /** Where its operands are in the list. */
  readonly operands: readonly number[];
}

/** No recursion, so depth costs nothing. What the language does not know keeps its type and nothing else. */
export function flatten(root: Tree): FlatTree {
  const trees = [root];
  const flat: FlatNode[] = [];
  for (let next = 0; next < trees.length; next++) {
    const tree = trees[next] as Tree;
    const operands = partsOf(tree).map((operand) => trees.push(operand) - 1);
    flat.push({ node: withOperands(tree, []), operands });
  }
  return flat;
}

export function restore(flat: FlatTree): Tree {
  const trees: Tree[] = [];
  for (let next = flat.length - 1; next >= 0; next--) {
    const { node, operands } = flat[next] as FlatNode;
    trees[next] = withOperands(
      node,
      operands.map((at) => trees[at] as Tree),
    );
  }
  return trees[0] as Tree;
}

/** All that hangs below a node, in the order in which `withOperands` takes it: also what is no operand. */
function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.type) {
    case 'FunctionNode':
      return [tree.fn, ...tree.args];
    case 'AssignmentNode':
      return tree.index === null ? [tree.object, tree.value] : [tree.object, tree.value, tree.index];
    case 'FunctionAssignmentNode':
      return [tree.expr];
    case 'BlockNode':
      return tree.blocks.map(({ node }) => node);
    default:
      return childrenOf(tree);
  }
}

/** A plain copy of a node, over other operands. */
function withOperands(tree: Tree, operands: Tree[]): Tree {
  const [first, second, third] = operands as [Tree, Tree, Tree];
  switch (tree.type) {
    case 'ConstantNode':
      return { type: tree.type, value: tree.value };
    case 'SymbolNode':
      return { type: tree.type, name: tree.name };
    case 'OperatorNode': {
      const { type, op, fn, implicit, isPercentage } = tree;
      return { type, op, fn, implicit, isPercentage, args: operands };
    }
    case 'FunctionNode':
      return { type: tree.type, fn: first, args: operands.slice(1) };
    case 'ParenthesisNode':
      return { type: tree.type, content: first };
    case 'ConditionalNode':
      return { type: tree.type, condition: first, trueExpr: second, falseExpr: third };
    case 'RelationalNode':
      return { type: tree.type, conditionals: tree.conditionals, params: operands };
    case 'AssignmentNode':
      return { type: tree.type, object: first, value: second, index: third ?? null };
    case 'FunctionAssignmentNode':
      return { type: tree.type, name: tree.name, params: tree.params, expr: first };
    case 'BlockNode':
      return { type: tree.type, blocks: operands.map((node) => ({ node })) };
    default:
      return { type: tree.type };
  }
}
