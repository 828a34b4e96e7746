import type { GraphBuilder, Ref } from './builder.ts';
import type { UnsupportedConstruct } from './errors.ts';
import { domainFailure } from './forward.ts';
import { type Written, write, written } from './notation.ts';
import { argumentCount, functionNames, opcodesNamed, opOf } from './ops.ts';
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

type Task =
  | { readonly do: 'visit'; readonly tree: Tree; readonly scope: Scope }
  | { readonly do: 'apply'; readonly opcode: number; readonly count: number; readonly name: string }
  | { readonly do: 'chain'; readonly conditionals: readonly string[] }
  | { readonly do: 'call'; readonly called: UserFunction }
  | { readonly do: 'return'; readonly called: UserFunction; readonly key: string };

/**
 * Lowers one expression to nodes. Works with a stack of its own: neither depth nor length is limited by the call stack.
 * @returns the node of the expression's value
 * @throws GradtutorError for anything that is not in the op table
 */
export const lower = (tree: Tree, environment: Environment): Ref => new Lowering(environment).lower(tree);

class Lowering {
  readonly #environment: Environment;
  readonly #tasks: Task[] = [];
  readonly #results: Ref[] = [];
  /** Functions being inlined, to find one that calls itself. */
  readonly #active = new Set<string>();
  readonly #calls = new Map<string, Ref>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  lower(root: Tree): Ref {
    this.#tasks.push({ do: 'visit', tree: root, scope: NO_PARAMETERS });
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      switch (task.do) {
        case 'visit':
          this.#visit(task.tree, task.scope);
          break;
        case 'apply':
          this.#results.push(this.#apply(task.opcode, task.name, this.#take(task.count)));
          break;
        case 'chain':
          this.#results.push(this.#chain(task.conditionals, this.#take(task.conditionals.length + 1)));
          break;
        case 'call':
          this.#call(task.called, this.#take(task.called.parameters.length));
          break;
        case 'return':
          this.#active.delete(task.called.name);
          this.#calls.set(task.key, this.#results.at(-1) as Ref);
          break;
      }
    }
    return this.#results[0] as Ref;
  }

  #take(count: number): Ref[] {
    return this.#results.splice(this.#results.length - count);
  }

  /** Schedules a task for when its operands have been visited, first to last. */
  #schedule(task: Task, operands: readonly Tree[], scope: Scope): void {
    this.#tasks.push(task);
    for (let i = operands.length - 1; i >= 0; i--) {
      this.#tasks.push({ do: 'visit', tree: operands[i] as Tree, scope });
    }
  }

  #visit(tree: Tree, scope: Scope): void {
    const { source, builder } = this.#environment;
    switch (tree.type) {
      case 'ParenthesisNode':
        this.#tasks.push({ do: 'visit', tree: tree.content, scope });
        break;
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
      case 'ConditionalNode': {
        const select = {
          do: 'apply',
          opcode: opcodesNamed('select')[0] as number,
          count: 3,
          name: 'select',
        } as const;
        this.#schedule(select, [tree.condition, tree.trueExpr, tree.falseExpr], scope);
        break;
      }
      case 'RelationalNode':
        this.#schedule({ do: 'chain', conditionals: tree.conditionals }, tree.params, scope);
        break;
      case 'OperatorNode':
        this.#visitOperator(tree, scope);
        break;
      case 'FunctionNode':
        this.#visitCall(tree, scope);
        break;
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

  #visitOperator(tree: Extract<Tree, { type: 'OperatorNode' }>, scope: Scope): void {
    const { args, fn, op } = tree;
    if (fn === 'unaryPlus') {
      this.#tasks.push({ do: 'visit', tree: args[0] as Tree, scope });
      return;
    }
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
    this.#schedule({ do: 'apply', opcode, count: args.length, name: opOf(opcode).name }, args, scope);
  }

  #visitCall(tree: Extract<Tree, { type: 'FunctionNode' }>, scope: Scope): void {
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
        this.#schedule({ do: 'call', called }, args, scope);
      } else {
        const opcode = opcodeOf(fn.name, args.length) ?? this.#refuseCall(fn.name, args, scope);
        this.#schedule({ do: 'apply', opcode, count: args.length, name: fn.name }, args, scope);
      }
    }
  }

  /** The node of an operation; a small constant expression becomes a constant, under its own text. */
  #apply(opcode: number, name: string, operands: Ref[]): Ref {
    const { builder } = this.#environment;
    const op = opOf(opcode);
    if (op.arity !== 'many') {
      for (const value of op.defaults?.slice(operands.length - op.arity) ?? []) {
        if (operands.length < op.arity) operands.push(builder.constant(value, String(value)));
      }
    }
    if (operands.every((operand) => operand < 0 && builder.constantValue(operand) !== undefined)) {
      const values = operands.map((operand) => builder.constantValue(operand) as Value);
      const parts = operands.map((operand): Written => written(builder.constantText(operand)));
      const { text } = write(op, parts, name);
      const value =
        op.arity === 'many' ? op.forward(values) : op.forward(...(values as [Value, Value, Value]));
      if (text.length <= LONGEST_CONSTANT && domainFailure(op, values, value) === undefined) {
        return builder.constant(value, text);
      }
    }
    return builder.operation(opcode, operands);
  }

  /** a < b < c is a < b and b < c. */
  #chain(conditionals: readonly string[], operands: readonly Ref[]): Ref {
    const and = opcodesNamed('and')[0] as number;
    const parts = conditionals.map((name, i) =>
      this.#apply(opcodesNamed(name)[0] as number, name, [operands[i] as Ref, operands[i + 1] as Ref]),
    );
    return parts.reduce((left, right) => this.#apply(and, 'and', [left, right]));
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
    this.#tasks.push({ do: 'return', called, key }, { do: 'visit', tree: called.body, scope });
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
