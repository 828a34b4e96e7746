import type { UnsupportedConstruct } from './errors.ts';
import type { Environment, Scope } from './lower.ts';
import { argumentCount, functionNames, isFunction, opcodesNamed, opOf } from './lookup.ts';
import type { Tree } from './parse.ts';
import { print } from './print.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { suggest } from './suggest.ts';
import type { Value } from './value.ts';
import { ON_PAPER, UNITS, UNSUPPORTED_NODES, UNSUPPORTED_OPERATORS } from './vocabulary.ts';

/** Products without a sign that are something else: `sin x`, `1_000`, `3i`, `5 cm`. */
export function checkImplicit(left: Tree, right: Tree, scope: Scope, environment: Environment): void {
  const { source } = environment;
  const isFree = (name: string) => !scope.has(name) && !environment.isBound(name);
  const base = left.type === 'OperatorNode' && left.fn === 'pow' ? left.args[0] : left;
  if (base?.type === 'SymbolNode' && isFree(base.name) && isFunction(base.name)) {
    refuse(source, 'function-without-call', { name: base.name }, base.name);
  }
  if (left.type !== 'ConstantNode' || right.type !== 'SymbolNode' || !isFree(right.name)) return;
  const { name } = right;
  const number = String(left.value);
  if (/^_[\d_]+$/u.test(name)) {
    refuse(
      source,
      'digit-separator',
      { text: number + name, plain: (number + name).replaceAll('_', '') },
      name,
    );
  }
  if (name === 'i') refuse(source, 'unsupported', { construct: 'complex', text: `${number}i` }, `${number}i`);
  if (UNITS.has(name)) refuse(source, 'unit', { name, text: number }, name);
}

/** Says why a call is not one: the wrong number of arguments, a variable before a bracket, or an unknown name. */
export function refuseCall(
  name: string,
  args: readonly Tree[],
  scope: Scope,
  environment: Environment,
): never {
  const { source, functions } = environment;
  const counts = opcodesNamed(name).map((opcode) => argumentCount(opOf(opcode)));
  if (counts.length > 0) {
    const least = Math.min(...counts.map(([few]) => few));
    const most = Math.max(...counts.map(([, many]) => many));
    const expected = least === most ? String(most) : most === Infinity ? `${least}+` : `${least}–${most}`;
    return refuse(source, 'function-arity', { name, expected, got: args.length }, name);
  }
  const meant = ON_PAPER.get(name);
  const isVariable =
    scope.has(name) ||
    environment.isBound(name) ||
    environment.isUsedAsVariable(name) ||
    (Array.from(name).length === 1 && meant === undefined);
  if (isVariable && args.length === 1) {
    return refuse(source, 'call-of-variable', { name, argument: print(args[0] as Tree) }, name);
  }
  const suggestion = meant ?? suggest(name, [...functionNames(), ...functions.keys()]);
  return refuse(source, 'unknown-function', suggestion === undefined ? { name } : { name, suggestion }, name);
}
/** `not +x` looks like a sum. */
export function checkNot(operand: Tree | undefined, source: Source): void {
  if (operand?.type === 'OperatorNode' && operand.fn === 'unaryPlus')
    refuse(source, 'unsupported', { construct: 'operator', text: 'not +' }, 'not');
}

export function refuseOperator({ fn, op }: Extract<Tree, { type: 'OperatorNode' }>, source: Source): never {
  const construct = UNSUPPORTED_OPERATORS.get(fn) ?? 'operator';
  return refuse(source, 'unsupported', { construct, text: op }, op);
}

/** Where the brackets and signs of what is not supported begin. */
const MARKS: Readonly<Partial<Record<UnsupportedConstruct, string>>> = {
  matrix: '[',
  object: '{',
  index: '[',
  property: '.',
  range: ':',
  assignment: '=',
};

export function refuseNode(tree: Tree, source: Source): never {
  const isProperty = tree.type === 'AccessorNode' && !source.normalised.includes('[');
  const construct = isProperty ? 'property' : (UNSUPPORTED_NODES.get(tree.type) ?? 'operator');
  return refuse(source, 'unsupported', { construct, text: MARKS[construct] ?? '' }, MARKS[construct] ?? '');
}

/** A number as typed, or the reason it is none. */
export function literal(value: unknown, source: Source): Value {
  if (typeof value === 'string') refuse(source, 'unsupported', { construct: 'string', text: '"' }, '"');
  if (typeof value === 'boolean') {
    refuse(source, 'unsupported', { construct: 'boolean', text: String(value) }, String(value));
  }
  if (typeof value !== 'number' || Number.isNaN(value)) {
    return refuse(source, 'not-a-number-literal', { text: String(value) }, String(value));
  }
  if (value !== Infinity) return value;
  const text = /\d[\d.]*[eE]\+?\d+|Infinity|\d{309,}/u.exec(source.normalised)?.[0] ?? '';
  return refuse(
    source,
    'number-too-large',
    { text: text.length > 30 ? `${text.slice(0, 27)}…` : text },
    text,
  );
}
