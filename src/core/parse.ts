import {
  createAccessorNode,
  createArrayNode,
  createAssignmentNode,
  createBlockNode,
  createConditionalNode,
  createConstantNode,
  createFunctionAssignmentNode,
  createFunctionNode,
  createIndexNode,
  createNode,
  createObjectNode,
  createOperatorNode,
  createParenthesisNode,
  createParse,
  createRangeNode,
  createRelationalNode,
  createSymbolNode,
} from 'mathjs/number';
import { deepestPlace } from './depth.ts';
import { GradtutorError } from './errors.ts';
import { originalOffset, type Source } from './source.ts';

/** The parts of mathjs' expression tree that the rest of the core reads. */
export type Tree =
  | { type: 'ConstantNode'; value: unknown }
  | { type: 'SymbolNode'; name: string }
  | { type: 'OperatorNode'; op: string; fn: string; args: Tree[]; implicit: boolean; isPercentage: boolean }
  | { type: 'FunctionNode'; fn: Tree; args: Tree[] }
  | { type: 'ParenthesisNode'; content: Tree }
  | { type: 'ConditionalNode'; condition: Tree; trueExpr: Tree; falseExpr: Tree }
  | { type: 'RelationalNode'; conditionals: string[]; params: Tree[] }
  | { type: 'AssignmentNode'; object: Tree; index: Tree | null; value: Tree }
  | { type: 'FunctionAssignmentNode'; name: string; params: string[]; expr: Tree }
  | { type: 'BlockNode'; blocks: { node: Tree }[] }
  | { type: 'ArrayNode' | 'ObjectNode' | 'AccessorNode' | 'IndexNode' | 'RangeNode' };

type MathParser = ((text: string) => Tree) & {
  isAlpha: (c: string, before: string, after: string) => boolean;
};

/** What evaluation would need; trees are only read here, never evaluated. */
const unused = () => {
  throw new Error('mathjs is used as a parser only');
};

function createMathParser(): MathParser {
  const config = { number: 'number' };
  const base = {
    config,
    math: {},
    typed: unused,
    matrix: unused,
    size: unused,
    subset: unused,
    ResultSet: unused,
    isBounded: Number.isFinite,
    Node: createNode({ mathWithTransform: {} }),
  };
  const SymbolNode = createSymbolNode(base);
  const parse = createParse({
    config,
    numeric: Number,
    typed: Object.assign((_: string, signatures: Record<string, unknown>) => signatures['string'], {
      addConversion: () => undefined,
    }),
    SymbolNode,
    AccessorNode: createAccessorNode(base),
    ArrayNode: createArrayNode(base),
    AssignmentNode: createAssignmentNode(base),
    BlockNode: createBlockNode(base),
    ConditionalNode: createConditionalNode(base),
    ConstantNode: createConstantNode(base),
    FunctionAssignmentNode: createFunctionAssignmentNode(base),
    FunctionNode: createFunctionNode({ ...base, SymbolNode }),
    IndexNode: createIndexNode(base),
    ObjectNode: createObjectNode(base),
    OperatorNode: createOperatorNode(base),
    ParenthesisNode: createParenthesisNode(base),
    RangeNode: createRangeNode(base),
    RelationalNode: createRelationalNode(base),
  }) as MathParser;
  parse.isAlpha = isNameCharacter;
  return parse;
}

/** Letters of any script, their marks, _ and $; digits may follow. */
function isNameCharacter(c: string, before: string, after: string): boolean {
  const code = c.charCodeAt(0);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;
  if (code >= 0xd800 && code <= 0xdbff) return /^[\p{L}\p{M}]$/u.test(c + after);
  if (code >= 0xdc00 && code <= 0xdfff) return /^[\p{L}\p{M}]$/u.test(before + c);
  return /^[\p{L}\p{M}]$/u.test(c);
}

let parser: MathParser | undefined;

/**
 * mathjs' tree of a program. Throws a GradtutorError with the position for anything it cannot read: `too-deep` where the
 * stack is too small for its recursion, and a larger one would do.
 */
export function parseSource(source: Source): Tree {
  parser ??= createMathParser();
  try {
    return parser(source.normalised);
  } catch (error) {
    throw translate(error, source);
  }
}

function tooDeep(source: Source): GradtutorError {
  const index = originalOffset(source, deepestPlace(source.normalised));
  return new GradtutorError('too-deep', {}, { source: source.text, index });
}

function translate(error: unknown, source: Source): unknown {
  if (error instanceof RangeError) return tooDeep(source);
  const parameter = error instanceof Error && /^Duplicate parameter name "(.*)"$/u.exec(error.message)?.[1];
  if (typeof parameter === 'string') return parameterTwice(source, parameter);
  if (!(error instanceof SyntaxError)) return error;
  const index = ((error as SyntaxError & { char?: number }).char ?? 1) - 1;
  const position = { source: source.text, index: originalOffset(source, index) };
  const detail = error.message.replace(/ \(char \d+\)$/u, '');
  const part = /"(.*)"$/su.exec(detail)?.[1] ?? /operator (.*)$/su.exec(detail)?.[1] ?? '';
  const first = Array.from(part)[0] ?? '';
  if (/^Parenthesis . expected|^End of matrix/u.test(detail)) {
    return new GradtutorError('syntax-close', { bracket: detail.includes(')') ? ')' : ']' }, position);
  }
  if (detail.startsWith('End of string')) {
    return new GradtutorError('unsupported', { construct: 'string', text: '"' }, position);
  }
  const foreign = foreignSign(source);
  if (foreign) return foreign;
  if (detail.startsWith('Unexpected end')) return new GradtutorError('syntax-end', {}, position);
  if (detail === 'Value expected') return new GradtutorError('syntax-value', {}, position);
  if (detail.startsWith('Digit expected')) return new GradtutorError('syntax-exponent', { part }, position);
  if (detail.startsWith('Invalid left hand side')) return new GradtutorError('syntax-assign', {}, position);
  if (detail.startsWith('Syntax error in part'))
    return new GradtutorError('syntax-character', { part: first }, position);
  if (detail.startsWith('Unexpected')) return new GradtutorError('syntax-unexpected', { part }, position);
  return new GradtutorError('syntax-other', { detail }, position);
}

/** The first sign, outside of comments, that is something else in other languages: bars, and `||` or `&&` after an operand. */
function foreignSign(source: Source): GradtutorError | undefined {
  const text = source.normalised.replaceAll(/#[^\n]*/gu, (comment) => ' '.repeat(comment.length));
  const found = /(?<=[\p{L}\p{M}\p{N}_$.)\]]\s*)(?:\|\||&&)|\|/u.exec(text);
  if (!found) return undefined;
  const [sign] = found;
  const construct = sign === '|' ? 'bars' : 'logic';
  const index = originalOffset(source, found.index);
  return new GradtutorError('unsupported', { construct, text: sign }, { source: source.text, index });
}

/** mathjs does not say which function it is: the first whose parameters repeat the name. */
function parameterTwice(source: Source, parameter: string): GradtutorError {
  for (const match of source.normalised.matchAll(/([\p{L}\p{M}\p{N}_$]+)\s*\(([^()]*)\)\s*=(?!=)/gu)) {
    const [, name = '', parameters = ''] = match;
    if (parameters.split(',').filter((text) => text.trim() === parameter).length > 1) {
      const position = { source: source.text, index: originalOffset(source, match.index) };
      return new GradtutorError('function-parameter-twice', { name, parameter }, position);
    }
  }
  return new GradtutorError('function-parameter-twice', { name: '', parameter });
}
