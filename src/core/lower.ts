import type { GraphBuilder, Ref } from './builder.ts';
import type { UnsupportedConstruct } from './errors.ts';
import { domainFailure } from './forward.ts';
import { type Written, write, written } from './notation.ts';
import { argumentCount, functionNames, type Op, opcodesNamed, opOf } from './ops.ts';
import type { Tree } from './parse.ts';
import { opcodeOf, print } from './print.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { suggest } from './suggest.ts';
import { formatValue, type Value } from './value.ts';
import { UNITS, UNSUPPORTED_NODES, UNSUPPORTED_OPERATORS } from './vocabulary.ts';

export interface UserFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Tree;
}

/** What the names in an expression mean, and where its nodes go. */
export interface Environment {
  readonly source: Source;
  readonly builder: GraphBuilder;
  readonly functions: ReadonlyMap<string, UserFunction>;
  /** The node a name stands for: a defined quantity, a constant or an input. */
  resolve(name: string): Ref;
  /** Whether the learner gave the name a meaning or a value. */
  isBound(name: string): boolean;
  isUsedAsVariable(name: string): boolean;
}

/** Longest text that a constant such as `2 * pi / 3` may have; longer ones stay operations. */
const LONGEST_CONSTANT = 24;

type Scope = ReadonlyMap<string, Ref>;

const NO_PARAMETERS: Scope = new Map();

/** What becomes of the operands of a frame. */
type Finish =
  | { readonly do: 'apply'; readonly opcode: number; readonly name: string }
  | { readonly do: 'chain'; readonly conditionals: readonly string[] }
  | { readonly do: 'call'; readonly called: UserFunction }
  | { readonly do: 'return'; readonly called: UserFunction; readonly key: string };

const SELECT: Finish = { do: 'apply', opcode: opcodesNamed('select')[0] as number, name: 'select' };

/** A tree node on the way down: its operands are lowered first to last, then `finish` takes their refs. */
interface Frame {
  readonly finish: Finish;
  readonly operands: readonly Tree[];
  readonly scope: Scope;
  next: number;
}

/**
 * Lowers one expression to nodes. Works with a stack of its own: neither depth nor length is limited by the call stack.
 * @returns the node of the expression's value
 * @throws GradtutorError for anything that is not in the op table
 */
export const lower = (tree: Tree, environment: Environment): Ref => new Lowering(environment).lower(tree);

class Lowering {
  readonly #environment: Environment;
  readonly #frames: Frame[] = [];
  readonly #results: Ref[] = [];
  /** Functions being inlined, to find one that calls itself. */
  readonly #active = new Set<string>();
  readonly #calls = new Map<string, Ref>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  lower(root: Tree): Ref {
    this.#enter(root, NO_PARAMETERS);
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      const operand = frame.operands[frame.next++];
      if (operand) {
        this.#enter(operand, frame.scope);
      } else {
        this.#frames.pop();
        this.#leave(frame.finish, this.#results.length - frame.operands.length);
      }
    }
    return this.#results[0] as Ref;
  }

  /** Turns a leaf into a ref; anything else waits in a frame for its operands. */
  #enter(root: Tree, scope: Scope): void {
    const tree = unwrapped(root);
    const { source, builder } = this.#environment;
    switch (tree.type) {
      case 'ConstantNode': {
        const value = literal(tree.value, source);
        this.#results.push(builder.constant(value, formatValue(value, 21)));
        break;
      }
      case 'SymbolNode':
        if (tree.name === 'NaN' || tree.name === 'Infinity') {
          refuse(source, 'not-a-number-literal', { text: tree.name }, tree.name);
        }
        this.#results.push(scope.get(tree.name) ?? this.#environment.resolve(tree.name));
        break;
      case 'ConditionalNode':
        this.#await(SELECT, [tree.condition, tree.trueExpr, tree.falseExpr], scope);
        break;
      case 'RelationalNode':
        this.#await({ do: 'chain', conditionals: tree.conditionals }, tree.params, scope);
        break;
      case 'OperatorNode':
        this.#enterOperator(tree, scope);
        break;
      case 'FunctionNode':
        this.#enterCall(tree, scope);
        break;
      case 'ParenthesisNode':
      case 'AssignmentNode':
      case 'FunctionAssignmentNode':
      case 'BlockNode':
      case 'ArrayNode':
      case 'ObjectNode':
      case 'AccessorNode':
      case 'IndexNode':
      case 'RangeNode':
        refuseNode(tree, source);
    }
  }

  #await(finish: Finish, operands: readonly Tree[], scope: Scope): void {
    this.#frames.push({ finish, operands, scope, next: 0 });
  }

  /** @param from where the operands begin in the results */
  #leave(finish: Finish, from: number): void {
    switch (finish.do) {
      case 'apply':
        this.#put(this.#apply(finish.opcode, finish.name, this.#results, from), from);
        break;
      case 'chain':
        this.#put(this.#chain(finish.conditionals, this.#results.slice(from)), from);
        break;
      case 'call':
        this.#call(finish.called, this.#results.splice(from));
        break;
      case 'return':
        this.#active.delete(finish.called.name);
        this.#calls.set(finish.key, this.#results.at(-1) as Ref);
        break;
    }
  }

  /** Puts a ref where the operands were. */
  #put(ref: Ref, from: number): void {
    this.#results.length = from;
    this.#results.push(ref);
  }

  #enterOperator(tree: Extract<Tree, { type: 'OperatorNode' }>, scope: Scope): void {
    const { args, fn, op } = tree;
    if (fn === 'not' && args[0]?.type === 'OperatorNode' && args[0].fn === 'unaryPlus') {
      refuse(this.#environment.source, 'unsupported', { construct: 'operator', text: 'not +' }, 'not');
    }
    if (tree.implicit) this.#checkImplicit(args[0] as Tree, args[1] as Tree, scope);
    const opcode =
      opcodeOf(fn, args.length) ??
      refuse(
        this.#environment.source,
        'unsupported',
        { construct: UNSUPPORTED_OPERATORS.get(fn) ?? 'operator', text: op },
        op,
      );
    this.#await({ do: 'apply', opcode, name: opOf(opcode).name }, args, scope);
  }

  #enterCall(tree: Extract<Tree, { type: 'FunctionNode' }>, scope: Scope): void {
    const { args, fn } = tree;
    const { source, functions } = this.#environment;
    if (fn.type !== 'SymbolNode') {
      refuse(source, 'unsupported', { construct: 'call', text: '' }, '');
    } else {
      const called = functions.get(fn.name);
      if (called) {
        const expected = called.parameters.length;
        if (expected !== args.length) {
          refuse(
            source,
            'function-arity',
            { name: fn.name, expected: String(expected), got: args.length },
            fn.name,
          );
        }
        this.#await({ do: 'call', called }, args, scope);
      } else {
        const opcode = opcodeOf(fn.name, args.length) ?? this.#refuseCall(fn.name, args, scope);
        this.#await({ do: 'apply', opcode, name: fn.name }, args, scope);
      }
    }
  }

  /**
   * The node of an operation over `refs` from `from` on, to which arguments left out are added; a small constant
   * expression becomes a constant, under its own text.
   */
  #apply(opcode: number, name: string, refs: Ref[], from: number): Ref {
    const { builder } = this.#environment;
    const op = opOf(opcode);
    if (op.arity !== 'many' && refs.length - from < op.arity) {
      for (const value of op.defaults?.slice(refs.length - from - op.arity) ?? [])
        refs.push(builder.constant(value, String(value)));
    }
    return this.#folded(op, name, refs, from) ?? builder.operation(opcode, refs, from);
  }

  #folded(op: Op, name: string, refs: readonly Ref[], from: number): Ref | undefined {
    const { builder } = this.#environment;
    const values: Value[] = [];
    for (let i = from; i < refs.length; i++) {
      const value = builder.constantValue(refs[i] as Ref);
      if (value === undefined) return undefined;
      values.push(value);
    }
    const parts = refs.slice(from).map((ref): Written => written(builder.constantText(ref)));
    const { text } = write(op, parts, name);
    const value = op.arity === 'many' ? op.forward(values) : op.forward(...(values as [Value, Value, Value]));
    return text.length <= LONGEST_CONSTANT && domainFailure(op, values, value) === undefined
      ? builder.constant(value, text)
      : undefined;
  }

  /** a < b < c is a < b and b < c. */
  #chain(conditionals: readonly string[], operands: readonly Ref[]): Ref {
    const and = opcodesNamed('and')[0] as number;
    const parts = conditionals.map((name, i) =>
      this.#apply(opcodesNamed(name)[0] as number, name, [operands[i] as Ref, operands[i + 1] as Ref], 0),
    );
    return parts.reduce((left, right) => this.#apply(and, 'and', [left, right], 0));
  }

  /** Inlines a learner's function; the same call twice is the same node. */
  #call(called: UserFunction, values: readonly Ref[]): void {
    const key = `${called.name}(${values.join(',')})`;
    const known = this.#calls.get(key);
    if (known !== undefined) {
      this.#results.push(known);
      return;
    }
    const { name } = called;
    if (this.#active.has(name)) refuse(this.#environment.source, 'function-recursive', { name }, name);
    this.#active.add(name);
    const scope = new Map(called.parameters.map((parameter, i) => [parameter, values[i] as Ref]));
    this.#await({ do: 'return', called, key }, [called.body], scope);
  }

  /** Products without a sign that are something else: `sin x`, `1_000`, `3i`, `5 cm`. */
  #checkImplicit(left: Tree, right: Tree, scope: Scope): void {
    const { source } = this.#environment;
    const isFree = (name: string) => !scope.has(name) && !this.#environment.isBound(name);
    const base = left.type === 'OperatorNode' && left.fn === 'pow' ? left.args[0] : left;
    if (base?.type === 'SymbolNode' && isFree(base.name) && functionNames.includes(base.name)) {
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
    if (name === 'i')
      refuse(source, 'unsupported', { construct: 'complex', text: `${number}i` }, `${number}i`);
    if (UNITS.has(name)) refuse(source, 'unit', { name, text: number }, name);
  }

  /** Says why a call is not one: the wrong number of arguments, a variable before a bracket, or an unknown name. */
  #refuseCall(name: string, args: readonly Tree[], scope: Scope): never {
    const { source, functions } = this.#environment;
    const counts = opcodesNamed(name).map((opcode) => argumentCount(opOf(opcode)));
    if (counts.length > 0) {
      const least = Math.min(...counts.map(([few]) => few));
      const most = Math.max(...counts.map(([, many]) => many));
      const expected = least === most ? String(most) : most === Infinity ? `${least}+` : `${least}–${most}`;
      return refuse(source, 'function-arity', { name, expected, got: args.length }, name);
    }
    const isVariable =
      scope.has(name) ||
      this.#environment.isBound(name) ||
      Array.from(name).length === 1 ||
      this.#environment.isUsedAsVariable(name);
    if (isVariable && args.length === 1) {
      return refuse(source, 'call-of-variable', { name, argument: print(args[0] as Tree) }, name);
    }
    const suggestion = suggest(name, [...functionNames, ...functions.keys()]);
    return refuse(
      source,
      'unknown-function',
      suggestion === undefined ? { name } : { name, suggestion },
      name,
    );
  }
}

/** What a tree stands for, without brackets and plus signs around it. */
function unwrapped(root: Tree): Tree {
  let tree = root;
  for (;;) {
    if (tree.type === 'ParenthesisNode') tree = tree.content;
    else if (tree.type === 'OperatorNode' && tree.fn === 'unaryPlus') tree = tree.args[0] as Tree;
    else return tree;
  }
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

function refuseNode(tree: Tree, source: Source): never {
  const isProperty = tree.type === 'AccessorNode' && !source.normalised.includes('[');
  const construct = isProperty ? 'property' : (UNSUPPORTED_NODES.get(tree.type) ?? 'operator');
  return refuse(source, 'unsupported', { construct, text: MARKS[construct] ?? '' }, MARKS[construct] ?? '');
}

/** A number as typed, or the reason it is none. */
function literal(value: unknown, source: Source): Value {
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
