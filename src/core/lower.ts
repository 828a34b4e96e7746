import { GraphBuilder, type Ref } from './builder.ts';
import { type ErrorArgs, type ErrorCode, GradtutorError, type UnsupportedConstruct } from './errors.ts';
import type { Graph } from './graph.ts';
import { domainFailure } from './forward.ts';
import { type Written, write, written } from './notation.ts';
import { argumentCount, functionNames, opcodesNamed, opOf } from './ops.ts';
import { parseSource, type Tree } from './parse.ts';
import { opcodeOf, print, walk } from './print.ts';
import { originalOffset, readSource, type Source } from './source.ts';
import { suggest } from './suggest.ts';
import { formatValue, type Value } from './value.ts';

/** Names that are numbers unless the learner gives them another meaning. */
const CONSTANTS: ReadonlyMap<string, Value> = new Map([
  ['pi', Math.PI],
  ['PI', Math.PI],
  ['e', Math.E],
  ['E', Math.E],
  ['tau', 2 * Math.PI],
  ['phi', (1 + Math.sqrt(5)) / 2],
  ['LN2', Math.LN2],
  ['LN10', Math.LN10],
  ['LOG2E', Math.LOG2E],
  ['LOG10E', Math.LOG10E],
  ['SQRT1_2', Math.SQRT1_2],
  ['SQRT2', Math.SQRT2],
]);

/** After a number, these are units, not factors: gradtutor computes with plain numbers. */
const UNITS = new Set(
  'deg rad grad cm mm km kg mg ml ms kHz MHz Hz inch inches feet ft lbs lbm mph degC degF'.split(' '),
);

const UNSUPPORTED_OPERATORS: ReadonlyMap<string, UnsupportedConstruct> = new Map([
  ['to', 'conversion'],
  ['factorial', 'factorial'],
  ['ctranspose', 'transpose'],
  ['nullish', 'nullish'],
  ['bitAnd', 'bitwise'],
  ['bitOr', 'bitwise'],
  ['bitXor', 'bitwise'],
  ['bitNot', 'bitwise'],
  ['leftShift', 'bitwise'],
  ['rightArithShift', 'bitwise'],
  ['rightLogShift', 'bitwise'],
]);

const UNSUPPORTED_NODES: ReadonlyMap<Tree['type'], UnsupportedConstruct> = new Map([
  ['ArrayNode', 'matrix'],
  ['ObjectNode', 'object'],
  ['AccessorNode', 'index'],
  ['IndexNode', 'index'],
  ['RangeNode', 'range'],
  ['AssignmentNode', 'assignment'],
  ['FunctionAssignmentNode', 'assignment'],
  ['BlockNode', 'assignment'],
]);

/** Longest text that a constant such as `2 * pi / 3` may have; longer ones stay operations. */
const LONGEST_CONSTANT = 24;

export interface Program {
  readonly graph: Graph;
  /** Values the program itself gives to inputs: `a = 5`. */
  readonly given: ReadonlyMap<string, Value>;
  /** The statements as understood. */
  readonly statements: readonly string[];
  /** The right side of the output's statement, when the program is one expression. */
  readonly source: Source;
}

interface UserFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Tree;
}

type Scope = ReadonlyMap<string, Ref>;

type Task =
  | { readonly do: 'visit'; readonly tree: Tree; readonly scope: Scope }
  | { readonly do: 'apply'; readonly opcode: number; readonly count: number; readonly name: string }
  | { readonly do: 'chain'; readonly conditionals: readonly string[] }
  | { readonly do: 'call'; readonly called: UserFunction }
  | { readonly do: 'return'; readonly called: UserFunction; readonly key: string };

/**
 * Reads a program: an expression, or statements separated by `;` or line ends.
 * @param text what the learner typed or pasted
 * @param bound names that have a value from elsewhere, and so are inputs even if they are called `e` or `pi`
 * @throws GradtutorError for anything outside the language
 */
export function readProgram(text: string, bound: Iterable<string> = []): Program {
  const source = readSource(text);
  const tree = parseSource(source);
  const trees = tree.type === 'BlockNode' ? tree.blocks.map((block) => block.node) : [tree];
  return new Lowering(source, trees, new Set(bound)).run();
}

class Lowering {
  readonly #builder = new GraphBuilder();
  readonly #source: Source;
  readonly #trees: readonly Tree[];
  readonly #bound: Set<string>;
  readonly #functions = new Map<string, UserFunction>();
  /** Names that a later or current statement defines by a formula, with that statement's right side. */
  readonly #pending = new Map<string, Tree>();
  readonly #given = new Map<string, Value>();
  readonly #defined = new Map<string, Ref>();
  readonly #active = new Set<string>();
  readonly #calls = new Map<string, Ref>();

  constructor(source: Source, trees: readonly Tree[], bound: Set<string>) {
    this.#source = source;
    this.#trees = trees;
    this.#bound = bound;
  }

  run(): Program {
    const trees = this.#trees.filter((tree) => !(tree.type === 'ConstantNode' && tree.value === undefined));
    if (trees.length === 0) throw new GradtutorError('empty', {});
    this.#declare(trees);
    let output: Ref | undefined;
    for (const tree of trees) {
      if (tree.type === 'FunctionAssignmentNode') continue;
      const name = assignedName(tree);
      if (name !== undefined && !this.#pending.has(name)) {
        this.#builder.input(name);
        continue;
      }
      output = this.#lower(tree.type === 'AssignmentNode' ? tree.value : tree, new Map());
      if (name !== undefined) {
        output = this.#define(name, output);
        this.#pending.delete(name);
      }
    }
    if (output === undefined) throw new GradtutorError('only-inputs', {});
    return {
      graph: this.#builder.build(output, this.#bound),
      given: this.#given,
      statements: trees.map((tree) => this.#print(tree)),
      source: this.#source,
    };
  }

  /** First pass: which names are functions, which are inputs with a number, which are formulas. */
  #declare(trees: readonly Tree[]): void {
    for (const tree of trees) {
      if (tree.type === 'FunctionAssignmentNode') {
        if (this.#functions.has(tree.name)) this.#fail('set-twice', { name: tree.name }, tree.name);
        const parameter = tree.params.find((name, i) => tree.params.indexOf(name) !== i);
        if (parameter !== undefined) {
          this.#fail('function-parameter-twice', { name: tree.name, parameter }, tree.name);
        }
        this.#functions.set(tree.name, { name: tree.name, parameters: tree.params, body: tree.expr });
      }
      const name = assignedName(tree);
      if (name !== undefined && tree.type === 'AssignmentNode') {
        if (this.#pending.has(name)) this.#fail('set-twice', { name }, name);
        this.#pending.set(name, tree.value);
        this.#bound.add(name);
      }
    }
    for (const [name, value] of this.#pending) {
      if (!this.#isNumber(value)) continue;
      this.#pending.delete(name);
      this.#given.set(name, this.#evaluateNumber(name, value));
    }
  }

  #isNumber(tree: Tree): boolean {
    for (const part of walk(tree)) {
      if (part.type === 'SymbolNode' && (this.#bound.has(part.name) || !CONSTANTS.has(part.name)))
        return false;
      if (
        part.type === 'FunctionNode' &&
        opcodesNamed(part.fn.type === 'SymbolNode' ? part.fn.name : '').length === 0
      ) {
        return false;
      }
    }
    return true;
  }

  #evaluateNumber(name: string, tree: Tree): Value {
    const lowering = new Lowering(this.#source, [tree], new Set());
    const ref = lowering.#lower(tree, new Map());
    const value = lowering.#builder.constantValue(ref);
    if (value === undefined) this.#fail('bad-value', { name, text: print(tree) }, name);
    return value as Value;
  }

  #define(name: string, ref: Ref): Ref {
    let named = ref;
    if (!this.#builder.name(ref, name)) {
      named = this.#builder.operation(opcodesNamed('identity')[0] as number, [ref]);
      if (!this.#builder.name(named, name)) {
        named = this.#builder.operation(opcodesNamed('identity')[0] as number, [named]);
        this.#builder.name(named, name);
      }
    }
    this.#defined.set(name, named);
    return named;
  }

  #print(tree: Tree): string {
    if (tree.type === 'AssignmentNode') return `${assignedName(tree)} = ${print(tree.value)}`;
    if (tree.type === 'FunctionAssignmentNode')
      return `${tree.name}(${tree.params.join(', ')}) = ${print(tree.expr)}`;
    return print(tree);
  }

  /** Lowers one expression with an explicit stack: neither depth nor length is limited by the call stack. */
  #lower(root: Tree, scope: Scope): Ref {
    const tasks: Task[] = [{ do: 'visit', tree: root, scope }];
    const results: Ref[] = [];
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      switch (task.do) {
        case 'visit': {
          const leaf = this.#visit(task.tree, task.scope, tasks);
          if (leaf !== undefined) results.push(leaf);
          break;
        }
        case 'apply':
          results.push(this.#apply(task.opcode, task.name, results.splice(results.length - task.count)));
          break;
        case 'chain':
          results.push(
            this.#chain(task.conditionals, results.splice(results.length - task.conditionals.length - 1)),
          );
          break;
        case 'call':
          this.#call(task.called, tasks, results);
          break;
        case 'return':
          this.#active.delete(task.called.name);
          this.#calls.set(task.key, results.at(-1) as Ref);
          break;
      }
    }
    return results[0] as Ref;
  }

  /** The node of a leaf; for anything else, schedules its parts and returns nothing. */
  #visit(start: Tree, scope: Scope, tasks: Task[]): Ref | undefined {
    let tree = start;
    while (tree.type === 'ParenthesisNode') tree = tree.content;
    const operate = (operation: Task, operands: readonly Tree[]) => {
      tasks.push(operation);
      for (let i = operands.length - 1; i >= 0; i--)
        tasks.push({ do: 'visit', tree: operands[i] as Tree, scope });
    };
    switch (tree.type) {
      case 'ConstantNode':
        return this.#literal(tree.value);
      case 'SymbolNode':
        return this.#symbol(tree.name, scope);
      case 'ConditionalNode':
        operate({ do: 'apply', opcode: opcodesNamed('select')[0] as number, count: 3, name: 'select' }, [
          tree.condition,
          tree.trueExpr,
          tree.falseExpr,
        ]);
        return undefined;
      case 'RelationalNode':
        operate({ do: 'chain', conditionals: tree.conditionals }, tree.params);
        return undefined;
      case 'OperatorNode': {
        const { args } = tree;
        if (tree.fn === 'unaryPlus') {
          tasks.push({ do: 'visit', tree: args[0] as Tree, scope });
          return undefined;
        }
        if (tree.implicit) this.#checkImplicit(args[0] as Tree, args[1] as Tree, scope);
        const opcode = opcodeOf(tree.fn, args.length);
        if (opcode === undefined)
          this.#unsupported(UNSUPPORTED_OPERATORS.get(tree.fn) ?? 'operator', tree.op);
        operate(
          { do: 'apply', opcode: opcode as number, count: args.length, name: opOf(opcode as number).name },
          args,
        );
        return undefined;
      }
      case 'FunctionNode': {
        if (tree.fn.type !== 'SymbolNode') return this.#unsupported('call', '.');
        const { name } = tree.fn;
        const called = this.#functions.get(name);
        if (called) {
          const count = called.parameters.length;
          if (count !== tree.args.length) this.#arity(name, String(count), tree.args.length);
          operate({ do: 'call', called }, tree.args);
          return undefined;
        }
        const opcode = opcodeOf(name, tree.args.length) ?? this.#unknownCall(name, tree.args, scope);
        operate({ do: 'apply', opcode, count: tree.args.length, name }, tree.args);
        return undefined;
      }
      default:
        return this.#unsupported(UNSUPPORTED_NODES.get(tree.type) ?? 'operator', '');
    }
  }

  #literal(value: unknown): Ref {
    if (typeof value === 'string') this.#unsupported('string', '"');
    if (typeof value === 'boolean') this.#unsupported('boolean', String(value));
    if (typeof value !== 'number' || Number.isNaN(value)) {
      this.#fail('not-a-number-literal', { text: String(value) }, String(value));
    }
    if (value === Infinity) {
      const text = /\d[\d.]*[eE]\+?\d+|Infinity|∞|\d{309,}/u.exec(this.#source.text)?.[0] ?? 'Infinity';
      this.#fail('number-too-large', { text: text.length > 30 ? `${text.slice(0, 27)}…` : text }, text);
    }
    return this.#builder.constant(value as number, formatValue(value as number, 21));
  }

  #symbol(name: string, scope: Scope): Ref {
    const known = scope.get(name) ?? this.#defined.get(name);
    if (known !== undefined) return known;
    if (this.#pending.has(name)) this.#usedTooEarly(name);
    const constant = this.#bound.has(name) ? undefined : CONSTANTS.get(name);
    if (constant !== undefined) return this.#builder.constant(constant, name);
    if (name === 'NaN' || name === 'Infinity') this.#fail('not-a-number-literal', { text: name }, name);
    return this.#builder.input(name);
  }

  #apply(opcode: number, name: string, operands: Ref[]): Ref {
    const op = opOf(opcode);
    if (op.arity !== 'many' && op.defaults) {
      for (const value of op.defaults.slice(operands.length - op.arity)) {
        if (operands.length < op.arity) operands.push(this.#builder.constant(value, String(value)));
      }
    }
    const values = operands.map((operand) => this.#builder.constantValue(operand));
    if (values.every((value) => value !== undefined)) {
      const parts = operands.map((operand): Written => written(this.#builder.constantText(operand)));
      const { text } = write(op, parts, name);
      if (text.length <= LONGEST_CONSTANT) {
        const value =
          op.arity === 'many' ? op.forward(values) : op.forward(...(values as [Value, Value, Value]));
        if (domainFailure(op, values, value) === undefined) return this.#builder.constant(value, text);
      }
    }
    return this.#builder.operation(opcode, operands);
  }

  /** a < b < c is a < b and b < c. */
  #chain(conditionals: readonly string[], operands: readonly Ref[]): Ref {
    const and = opcodesNamed('and')[0] as number;
    const parts = conditionals.map((name, i) =>
      this.#apply(opcodesNamed(name)[0] as number, name, [operands[i] as Ref, operands[i + 1] as Ref]),
    );
    return parts.reduce((left, right) => this.#apply(and, 'and', [left, right]));
  }

  #call(called: UserFunction, tasks: Task[], results: Ref[]): void {
    const values = results.splice(results.length - called.parameters.length);
    const key = `${called.name}(${values.join()})`;
    const known = this.#calls.get(key);
    if (known !== undefined) {
      results.push(known);
      return;
    }
    if (this.#active.has(called.name)) this.#fail('function-recursive', { name: called.name }, called.name);
    this.#active.add(called.name);
    const scope = new Map(called.parameters.map((parameter, i) => [parameter, values[i] as Ref]));
    tasks.push({ do: 'return', called, key }, { do: 'visit', tree: called.body, scope });
  }

  #checkImplicit(left: Tree, right: Tree, scope: Scope): void {
    const isFree = (name: string) => !scope.has(name) && !this.#bound.has(name);
    const base = left.type === 'OperatorNode' && left.fn === 'pow' ? (left.args[0] as Tree) : left;
    if (base.type === 'SymbolNode' && isFree(base.name) && functionNames.includes(base.name)) {
      this.#fail('function-without-call', { name: base.name }, base.name);
    }
    if (left.type !== 'ConstantNode' || right.type !== 'SymbolNode' || !isFree(right.name)) return;
    const text = `${String(left.value)}${right.name}`;
    if (/^_[\d_]+$/u.test(right.name)) {
      this.#fail('digit-separator', { text, plain: text.replaceAll('_', '') }, right.name);
    }
    if (right.name === 'i') this.#unsupported('complex', text);
    if (UNITS.has(right.name)) this.#fail('unit', { name: right.name, text: String(left.value) }, right.name);
  }

  #unknownCall(name: string, args: readonly Tree[], scope: Scope): never {
    const [opcode] = opcodesNamed(name);
    if (opcode !== undefined) {
      const [least, most] = argumentCount(opOf(opcode));
      const alternatives = opcodesNamed(name).map((other) => argumentCount(opOf(other))[1]);
      const expected =
        most === Infinity
          ? '1+'
          : alternatives.length > 1
            ? alternatives.join(' / ')
            : least === most
              ? String(most)
              : `${least} / ${most}`;
      this.#arity(name, expected, args.length);
    }
    const isVariable =
      scope.has(name) ||
      this.#bound.has(name) ||
      Array.from(name).length === 1 ||
      this.#isUsedAsVariable(name);
    if (isVariable && args.length === 1) {
      this.#fail('call-of-variable', { name, argument: print(args[0] as Tree) }, name);
    }
    const suggestion = suggest(name, [...functionNames, ...this.#functions.keys()]);
    return this.#fail('unknown-function', suggestion === undefined ? { name } : { name, suggestion }, name);
  }

  #isUsedAsVariable(name: string): boolean {
    return this.#trees.some((tree) => {
      for (const part of walk(tree.type === 'AssignmentNode' ? tree.value : tree)) {
        if (part.type === 'SymbolNode' && part.name === name) return true;
      }
      return false;
    });
  }

  /** A formula's name used before its statement: a circle of definitions, or statements out of order. */
  #usedTooEarly(name: string): never {
    const path = [name];
    const seen = new Set<string>();
    const uses = (from: string): string[] => {
      const tree = this.#pending.get(from);
      return tree ? [...walk(tree)].flatMap((part) => (part.type === 'SymbolNode' ? [part.name] : [])) : [];
    };
    const search = [{ at: name, path }];
    for (let step = search.pop(); step; step = search.pop()) {
      for (const next of uses(step.at)) {
        if (next === name) return this.#fail('cycle', { names: [...step.path, name] }, name);
        if (!seen.has(next)) search.push({ at: next, path: [...step.path, next] });
        seen.add(next);
      }
    }
    return this.#fail('used-before-set', { name }, name);
  }

  #arity(name: string, expected: string, got: number): never {
    return this.#fail('function-arity', { name, expected, got }, name);
  }

  #unsupported(construct: UnsupportedConstruct, text: string): never {
    return this.#fail('unsupported', { construct, text }, text);
  }

  /** Throws, pointing at the first place where `text` stands in the source as a word of its own. */
  #fail<C extends ErrorCode>(code: C, args: ErrorArgs[C], text: string): never {
    const { normalised, text: typed } = this.#source;
    const escaped = text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const isWord = /^[\p{L}\p{M}\p{N}_$]+$/u.test(text);
    const found =
      text === ''
        ? -1
        : normalised.search(
            isWord
              ? new RegExp(`(?<![\\p{L}\\p{M}_$])${escaped}(?![\\p{L}\\p{M}\\p{N}_$])`, 'u')
              : new RegExp(escaped, 'u'),
          );
    throw new GradtutorError(
      code,
      args,
      found < 0 ? undefined : { source: typed, index: originalOffset(this.#source, found) },
    );
  }
}

function assignedName(tree: Tree): string | undefined {
  if (tree.type !== 'AssignmentNode') return undefined;
  return tree.object.type === 'SymbolNode' && tree.index === null ? tree.object.name : undefined;
}
