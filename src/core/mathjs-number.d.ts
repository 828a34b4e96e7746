import 'mathjs/number';

/** mathjs publishes these factories, but its types leave them out. */
declare module 'mathjs/number' {
  export type NodeFactory = (dependencies: Record<string, unknown>) => unknown;
  export const createAccessorNode: NodeFactory;
  export const createArrayNode: NodeFactory;
  export const createAssignmentNode: NodeFactory;
  export const createBlockNode: NodeFactory;
  export const createConditionalNode: NodeFactory;
  export const createConstantNode: NodeFactory;
  export const createFunctionAssignmentNode: NodeFactory;
  export const createFunctionNode: NodeFactory;
  export const createIndexNode: NodeFactory;
  export const createNode: NodeFactory;
  export const createObjectNode: NodeFactory;
  export const createOperatorNode: NodeFactory;
  export const createParenthesisNode: NodeFactory;
  export const createParse: NodeFactory;
  export const createRangeNode: NodeFactory;
  export const createRelationalNode: NodeFactory;
  export const createSymbolNode: NodeFactory;
}
