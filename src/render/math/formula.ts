import type { Notation } from '../../core/ops.ts';
import { opcodesNamed, opOf } from '../../core/lookup.ts';
import { parseSource, type Tree } from '../../core/parse.ts';
import { fold, opcodeOf } from '../../core/print.ts';
import { readSource } from '../../core/source.ts';
import { callTex } from './calls.ts';
import { escapeTex } from './escape.ts';
import { nameTex } from './names.ts';
import { ATOM, atom, bracketed, COMPARISON, POWER, PREFIX, PRODUCT, SUM, type Tex } from './tex.ts';

/** Between a comparison and a sum. */
const MODULO = 3.5;

/** What a conditional says in words. */
export interface MathWords {
  readonly otherwise: string;
}

/** Operators that TeX writes otherwise than gradtutor. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['*', '\\cdot'],
  ['mod', '\\bmod'],
  ['>=', '\\ge'],
  ['<=', '\\le'],
  ['==', '='],
  ['!=', '\\ne'],
  ['and', '\\land'],
  ['or', '\\lor'],
  ['not ', '\\lnot '],
]);

const symbolTex = (symbol: string): string => SYMBOLS.get(symbol) ?? symbol;

/** A formula or statement of gradtutor's own language as LaTeX math; what cannot be read is set as text. */
export function formulaTex(text: string, words: MathWords): string {
  const tree = treeOf(text);
  if (tree === undefined) return text === '?' ? text : `\\text{${escapeTex(text)}}`;
  if (tree.type === 'AssignmentNode' && tree.object.type === 'SymbolNode')
    return `${nameTex(tree.object.name)} = ${expressionTex(tree.value, words)}`;
  if (tree.type === 'FunctionAssignmentNode') {
    const parameters = tree.params.map((name) => atom(nameTex(name)));
    return `${callTex(tree.name, parameters).tex} = ${expressionTex(tree.expr, words)}`;
  }
  return expressionTex(tree, words);
}

function treeOf(text: string): Tree | undefined {
  try {
    return parseSource(readSource(text));
  } catch {
    return undefined;
  }
}

/**
 * Brackets that are written stay, unless a fraction bar or a raised exponent stands for them; a comparison gets some, as
 * an equals sign may stand beside it.
 */
function expressionTex(tree: Tree, words: MathWords): string {
  const result = fold<Tex>(tree, (part, operands) => assemble(part, operands, words));
  const isComparison = result.precedence > 0 && result.precedence <= COMPARISON;
  const isLoose = result.precedence <= PRODUCT || result.negative;
  return bracketed(result, isComparison || (tree.type === 'ParenthesisNode' && isLoose));
}

function assemble(tree: Tree, operands: readonly Tex[], words: MathWords): Tex {
  switch (tree.type) {
    case 'ConstantNode':
      return numberTex(String(tree.value));
    case 'SymbolNode':
      return atom(nameTex(tree.name));
    case 'FunctionNode':
      return callTex(tree.fn.type === 'SymbolNode' ? tree.fn.name : '', operands);
    case 'ConditionalNode':
      return casesTex(operands, words);
    case 'RelationalNode':
      return relationTex(tree.conditionals, operands);
    case 'OperatorNode': {
      if (tree.fn === 'unaryPlus') return operands[0] as Tex;
      const opcode = opcodeOf(tree.fn, operands.length);
      const unknown: Notation = { kind: 'infix', symbol: tree.op, precedence: SUM };
      return operatorTex(opcode === undefined ? unknown : opOf(opcode).notation, operands);
    }
    default:
      return atom('\\dots');
  }
}

/** A number as a person writes it: `1.5e-7` as 1.5 · 10⁻⁷. */
function numberTex(text: string): Tex {
  if (text === 'Infinity') return atom('\\infty');
  const [, mantissa, exponent] = /^([\d.]+)e\+?(-?\d+)$/u.exec(text) ?? [];
  if (mantissa === undefined) return atom(text);
  const power = `10^{${exponent}}`;
  return { ...atom(mantissa === '1' ? power : `${mantissa} \\times ${power}`), precedence: PREFIX };
}

function operatorTex(notation: Notation, operands: readonly Tex[]): Tex {
  const [first = atom(''), second = atom('')] = operands;
  const tall = first.tall || second.tall;
  if (notation.kind === 'prefix') {
    const isMinus = notation.symbol === '-';
    const inside = bracketed(first, first.negative || first.precedence < (isMinus ? PRODUCT : ATOM));
    return { tex: symbolTex(notation.symbol) + inside, precedence: PREFIX, negative: isMinus, tall };
  }
  if (notation.kind !== 'infix') return atom('\\dots');
  const { symbol, precedence } = notation;
  if (symbol === '/') return { ...atom(`\\frac{${first.tex}}{${second.tex}}`, true), precedence: PREFIX };
  if (precedence === POWER) {
    const tex = `${bracketed(first, first.precedence < ATOM)}^{${second.tex}}`;
    return { tex, precedence, negative: false, tall };
  }
  if (symbol === 'mod') return moduloTex(first, second);
  const isLogic = precedence <= COMPARISON;
  const left = bracketed(first, isLogic ? first.precedence <= COMPARISON : first.precedence < precedence);
  const right = bracketed(
    second,
    second.precedence <= (isLogic ? COMPARISON : precedence) || (!isLogic && second.negative),
  );
  const negative = first.negative && left === first.tex;
  return { tex: `${left} ${symbolTex(symbol)} ${right}`, precedence, negative, tall };
}

/** Readers differ on how tightly mod binds: it has brackets beside every other sign. */
function moduloTex(first: Tex, second: Tex): Tex {
  const [left, right] = [first, second].map((part) =>
    bracketed(part, part.precedence < PREFIX || part.negative),
  );
  const tex = `${left} ${symbolTex('mod')} ${right}`;
  return { tex, precedence: MODULO, negative: false, tall: first.tall || second.tall };
}

/** a < b ≤ c */
function relationTex(conditionals: readonly string[], operands: readonly Tex[]): Tex {
  const parts = operands.map((operand) => bracketed(operand, operand.precedence <= COMPARISON));
  const tex = parts.reduce(
    (text, part, i) => `${text} ${relationSymbol(conditionals[i - 1] as string)} ${part}`,
  );
  return {
    ...atom(
      tex,
      operands.some(({ tall }) => tall),
    ),
    precedence: COMPARISON,
  };
}

function relationSymbol(name: string): string {
  const [opcode] = opcodesNamed(name);
  const notation = opcode === undefined ? undefined : opOf(opcode).notation;
  return notation?.kind === 'infix' ? symbolTex(notation.symbol) : name;
}

/** One row a condition. A number as condition is true unless it is 0. */
function casesTex(operands: readonly Tex[], { otherwise }: MathWords): Tex {
  const [condition = atom(''), yes = atom(''), no = atom('')] = operands;
  const isComparison = condition.precedence > 0 && condition.precedence <= COMPARISON;
  const holds = isComparison ? condition.tex : `${bracketed(condition, condition.rows !== undefined)} \\ne 0`;
  const rows = [`${yes.tex} & ${holds}`, ...(no.rows ?? [`${no.tex} & \\text{${escapeTex(otherwise)}}`])];
  const tex = `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`;
  return { ...atom(tex, true), precedence: 0, rows };
}
