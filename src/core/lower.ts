import type { GraphBuilder, Ref } from './builder.ts';
import { domainFailure } from './forward.ts';
import { type Written, write, written } from './notation.ts';
import type { Op } from './ops.ts';
import { opOf } from './lookup.ts';
import type { Tree } from './parse.ts';
import { opcodeOf } from './print.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { checkImplicit, checkNot, literal, refuseCall, refuseNode, refuseOperator } from './unreadable.ts';
import { formatValue, type Value } from './value.ts';

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

export type Scope = ReadonlyMap<string, Ref>;

const NO_PARAMETERS: Scope = new Map();

interface Apply {
  readonly do: 'apply';
  readonly opcode: number;
  /** As it was typed, where it was. */
  readonly name: string;
}

/** What becomes of the operands of a frame. */
type Finish =
  | Apply
  | { readonly do: 'chain'; readonly conditionals: readonly string[] }
  | { readonly do: 'call'; readonly called: UserFunction }
  | { readonly do: 'return'; readonly called: UserFunction; readonly key: string };

/** With so many operands or fewer, applying is kept by name and count. */
const MOST_KEPT = 3;
const kept = new Map<string, Apply[]>();

/** What is done to so many operands of an operator or function, unless the op table has no such row. */
function applying(name: string, count: number): Apply | undefined {
  const known = kept.get(name)?.[count];
  if (known) return known;
  const opcode = opcodeOf(name, count);
  if (opcode === undefined) return undefined;
  const made: Apply = { do: 'apply', opcode, name };
  if (count <= MOST_KEPT) {
    const byCount = kept.get(name) ?? [];
    byCount[count] = made;
    kept.set(name, byCount);
  }
  return made;
}

const SELECT = applying('select', 3) as Apply;

/** A tree node on the way down: its operands are lowered first to last, then `finish` takes their refs. */
interface Frame {
  readonly finish: Finish;
  readonly operands: readonly Tree[];
  readonly scope: Scope;
  next: number;
}

/**
 * Lowers expressions to nodes. Works with a stack of its own: neither depth nor length is limited by the call stack.
 */
export class Lowering {
  readonly #environment: Environment;
  readonly #builder: GraphBuilder;
  readonly #frames: Frame[] = [];
  readonly #results: Ref[] = [];
  /** Functions being inlined, to find one that calls itself. */
  readonly #active = new Set<string>();
  readonly #calls = new Map<string, Ref>();

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#builder = environment.builder;
  }

  /**
   * @returns the node of the expression's value
   * @throws GradtutorError for anything that is not in the op table
   */
  lower(root: Tree): Ref {
    const frames = this.#frames;
    this.#enter(root, NO_PARAMETERS);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const operand = frame.operands[frame.next++];
      if (operand) {
        this.#enter(operand, frame.scope);
      } else {
        frames.pop();
        this.#leave(frame.finish, this.#results.length - frame.operands.length);
      }
    }
    return this.#results.pop() as Ref;
  }

  /** Turns a leaf into a ref; anything else waits in a frame for its operands. */
  #enter(root: Tree, scope: Scope): void {
    const { source } = this.#environment;
    for (let tree = root; ;) {
      switch (tree.type) {
        case 'ParenthesisNode':
          tree = tree.content;
          continue;
        case 'ConstantNode': {
          const value = literal(tree.value, source);
          this.#results.push(this.#builder.constant(value, formatValue(value, 21)));
          return;
        }
        case 'SymbolNode': {
          const { name } = tree;
          if (name === 'NaN' || name === 'Infinity')
            refuse(source, 'not-a-number-literal', { text: name }, name);
          this.#results.push(scope.get(name) ?? this.#environment.resolve(name));
          return;
        }
        case 'OperatorNode':
          if (tree.fn === 'unaryPlus') {
            tree = tree.args[0] as Tree;
            continue;
          }
          this.#enterOperator(tree, scope);
          return;
        case 'FunctionNode':
          this.#enterCall(tree, scope);
          return;
        case 'ConditionalNode':
          this.#await(SELECT, [tree.condition, tree.trueExpr, tree.falseExpr], scope);
          return;
        case 'RelationalNode':
          this.#await({ do: 'chain', conditionals: tree.conditionals }, tree.params, scope);
          return;
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
  }

  #await(finish: Finish, operands: readonly Tree[], scope: Scope): void {
    this.#frames.push({ finish, operands, scope, next: 0 });
  }

  /** @param from where the operands begin in the results */
  #leave(finish: Finish, from: number): void {
    switch (finish.do) {
      case 'apply':
        this.#put(this.#apply(finish, this.#results, from), from);
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

  /** Puts a ref where the operands were. To set the length of an array costs more than to take out the few. */
  #put(ref: Ref, from: number): void {
    const results = this.#results;
    while (results.length > from) results.pop();
    results.push(ref);
  }

  #enterOperator(tree: Extract<Tree, { type: 'OperatorNode' }>, scope: Scope): void {
    const { args, fn } = tree;
    const { source } = this.#environment;
    if (fn === 'not') checkNot(args[0], source);
    if (tree.implicit) checkImplicit(args[0] as Tree, args[1] as Tree, scope, this.#environment);
    this.#await(applying(fn, args.length) ?? refuseOperator(tree, source), args, scope);
  }

  #enterCall(tree: Extract<Tree, { type: 'FunctionNode' }>, scope: Scope): void {
    const { args, fn } = tree;
    const { source, functions } = this.#environment;
    if (fn.type !== 'SymbolNode') return refuse(source, 'unsupported', { construct: 'call', text: '' }, '');
    const { name } = fn;
    const called = functions.get(name);
    if (!called) {
      this.#await(
        applying(name, args.length) ?? refuseCall(name, args, scope, this.#environment),
        args,
        scope,
      );
      return;
    }
    const expected = called.parameters.length;
    if (expected !== args.length)
      refuse(source, 'function-arity', { name, expected: String(expected), got: args.length }, name);
    this.#await({ do: 'call', called }, args, scope);
  }

  /**
   * The node of an operation over `refs` from `from` on, to which arguments left out are added; a small constant
   * expression becomes a constant, under its own text.
   */
  #apply({ opcode, name }: Apply, refs: Ref[], from: number): Ref {
    const op = opOf(opcode);
    if (op.arity !== 'many' && refs.length - from < op.arity) {
      for (const value of op.defaults?.slice(refs.length - from - op.arity) ?? [])
        refs.push(this.#builder.constant(value, String(value)));
    }
    return this.#folded(op, name, refs, from) ?? this.#builder.operation(opcode, refs, from);
  }

  #folded(op: Op, name: string, refs: readonly Ref[], from: number): Ref | undefined {
    const builder = this.#builder;
    for (let i = from; i < refs.length; i++) if (!builder.isConstant(refs[i] as Ref)) return undefined;
    const operands = refs.slice(from);
    const values = operands.map((ref) => builder.constantValue(ref) as Value);
    const parts = operands.map((ref): Written => written(builder.constantText(ref)));
    const { text } = write(op, parts, name);
    const value = op.arity === 'many' ? op.forward(values) : op.forward(...(values as [Value, Value, Value]));
    return text.length <= LONGEST_CONSTANT && domainFailure(op, values, value) === undefined
      ? builder.constant(value, text)
      : undefined;
  }

  /** a < b < c is a < b and b < c. */
  #chain(conditionals: readonly string[], operands: readonly Ref[]): Ref {
    const joined = (name: string, left: Ref, right: Ref) =>
      this.#apply(applying(name, 2) as Apply, [left, right], 0);
    return conditionals
      .map((name, i) => joined(name, operands[i] as Ref, operands[i + 1] as Ref))
      .reduce((left, right) => joined('and', left, right));
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
}
