import { GraphBuilder, type Ref } from './builder.ts';
import { GradtutorError } from './errors.ts';
import type { Graph } from './graph.ts';
import { type Environment, Lowering, type UserFunction } from './lower.ts';
import { opcodesNamed } from './lookup.ts';
import { parseSource, type Tree } from './parse.ts';
import { print, walk } from './print.ts';
import { refuse } from './refusal.ts';
import { readSource, type Source } from './source.ts';
import type { Value } from './value.ts';
import { CONSTANTS } from './vocabulary.ts';

export interface Program {
  readonly graph: Graph;
  /** Values the program itself gives to inputs: `a = 5`. */
  readonly given: ReadonlyMap<string, Value>;
  /** Names that the program defines by a formula. */
  readonly defined: ReadonlySet<string>;
  readonly statements: readonly Tree[];
}

/** A text whose tree is known already: it was parsed elsewhere, because it is nested too deeply for the stack here. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
}

/** Reads a text, and may do so a second time, with its tree. */
export type ReadText = <T>(text: string, read: (text: string | ParsedText) => T) => T;

/** Refuses what is nested too deeply for the stack here. */
export const readHere: ReadText = (text, read) => read(text);

export const textOf = (given: string | ParsedText): string =>
  typeof given === 'string' ? given : given.text;

/**
 * Reads a program: an expression, or statements separated by `;` or line ends.
 * @param given what the learner typed or pasted
 * @param bound names that have a value from elsewhere, and so are inputs even if they are called `e` or `pi`
 * @throws GradtutorError for anything outside the language
 */
export function readProgram(given: string | ParsedText, bound: Iterable<string> = []): Program {
  const source = readSource(textOf(given));
  return programOf(source, typeof given === 'string' ? parseSource(source) : given.tree, bound);
}

/** The program of a parsed text. Throws as `readProgram` does. */
export function programOf(source: Source, tree: Tree, bound: Iterable<string> = []): Program {
  const statements: Tree[] = [];
  if (tree.type !== 'BlockNode') pushUnlessNothing(tree, statements);
  else for (const { node } of tree.blocks) pushUnlessNothing(node, statements);
  if (statements.length === 0) throw new GradtutorError('empty', {});
  return new Reader(source, statements, new Set(bound)).read();
}

/** A constant without a value is what mathjs makes of a text, or of a part of one, in which nothing stands. */
function pushUnlessNothing(tree: Tree, statements: Tree[]): void {
  if (tree.type !== 'ConstantNode' || tree.value !== undefined) statements.push(tree);
}

class Reader implements Environment {
  readonly source: Source;
  readonly builder = new GraphBuilder();
  readonly functions = new Map<string, UserFunction>();
  readonly #statements: readonly Tree[];
  readonly #bound: Set<string>;
  readonly #given = new Map<string, Value>();
  readonly #defined = new Set<string>();
  /** Right sides of the formulas that this statement or a later one defines. */
  readonly #pending = new Map<string, Tree>();
  /** What the names of formulas have come to stand for. */
  readonly #refs = new Map<string, Ref>();
  readonly #lowering: Lowering;

  constructor(source: Source, statements: readonly Tree[], bound: Set<string>) {
    this.source = source;
    this.#statements = statements;
    this.#bound = bound;
    this.#lowering = new Lowering(this);
  }

  read(): Program {
    for (const tree of this.#statements) this.#declare(tree);
    this.#setInputs();
    let output: Ref | undefined;
    for (const tree of this.#statements) output = this.#execute(tree) ?? output;
    if (output === undefined) throw new GradtutorError('only-inputs', {});
    const isLeaf = output < 0;
    return {
      graph: this.builder.build(isLeaf ? this.#copy(output) : output, this.#bound),
      given: this.#given,
      defined: this.#defined,
      statements: this.#statements,
    };
  }

  isBound(name: string): boolean {
    return this.#bound.has(name);
  }

  isUsedAsVariable(name: string): boolean {
    return this.#statements.some((tree) => symbolsIn(tree).has(name));
  }

  resolve(name: string): Ref {
    const known = this.builder.knownInput(name) ?? this.#refs.get(name);
    if (known !== undefined) return known;
    if (this.#pending.has(name)) return this.#usedTooEarly(name);
    const constant = this.#bound.has(name) ? undefined : CONSTANTS.get(name);
    return constant === undefined ? this.builder.input(name) : this.builder.constant(constant, name);
  }

  /** Collects what a statement defines, before any is lowered. */
  #declare(tree: Tree): void {
    if (tree.type === 'FunctionAssignmentNode') {
      const { name, params } = tree;
      if (this.functions.has(name)) refuse(this.source, 'set-twice', { name }, name);
      this.functions.set(name, { name, parameters: params, body: tree.expr });
    } else if (tree.type === 'AssignmentNode') {
      const name = assignedName(tree) ?? refuse(this.source, 'syntax-assign', {}, '=');
      if (this.#pending.has(name)) refuse(this.source, 'set-twice', { name }, name);
      this.#pending.set(name, tree.value);
      this.#bound.add(name);
    }
  }

  /** `a = 5` sets an input, and so does any right side without a variable. */
  #setInputs(): void {
    for (const [name, tree] of this.#pending) {
      if (!this.#isNumber(tree)) continue;
      const reader = new Reader(this.source, [tree], new Set());
      const value = reader.builder.constantValue(reader.#lowering.lower(tree));
      this.#given.set(name, value ?? refuse(this.source, 'bad-value', { name, text: print(tree) }, name));
      this.#pending.delete(name);
    }
  }

  #isNumber(tree: Tree): boolean {
    for (const part of walk(tree)) {
      if (part.type === 'SymbolNode' && (this.#bound.has(part.name) || !CONSTANTS.has(part.name)))
        return false;
      const called = part.type === 'FunctionNode' && part.fn.type === 'SymbolNode' ? part.fn.name : undefined;
      if (called !== undefined && (this.functions.has(called) || opcodesNamed(called).length === 0))
        return false;
    }
    return true;
  }

  /** The node a statement computes; nothing when it only defines a function or sets an input. */
  #execute(tree: Tree): Ref | undefined {
    if (tree.type === 'FunctionAssignmentNode') return undefined;
    const name = assignedName(tree);
    if (name === undefined || tree.type !== 'AssignmentNode') return this.#lowering.lower(tree);
    if (this.#given.has(name)) {
      this.builder.input(name);
      return undefined;
    }
    const ref = this.#named(name, this.#lowering.lower(tree.value));
    this.#defined.add(name);
    this.#refs.set(name, ref);
    this.#pending.delete(name);
    return ref;
  }

  /** The node under its new name: itself, or a copy when it has a name already. */
  #named(name: string, ref: Ref): Ref {
    let node = ref;
    while (!this.builder.name(node, name)) node = this.#copy(node);
    return node;
  }

  #copy(ref: Ref): Ref {
    return this.builder.operation(opcodesNamed('identity')[0] as number, [ref]);
  }

  /** A formula's name used before its statement: a circle of definitions, or statements out of order. */
  #usedTooEarly(name: string): never {
    const seen = new Set<string>();
    const search = [[name]];
    for (let path = search.pop(); path; path = search.pop()) {
      const tree = this.#pending.get(path.at(-1) as string);
      for (const next of tree ? symbolsIn(tree) : []) {
        if (next === name) return refuse(this.source, 'cycle', { names: [...path, name] }, name);
        if (!seen.has(next)) search.push([...path, next]);
        seen.add(next);
      }
    }
    return refuse(this.source, 'used-before-set', { name }, name);
  }
}

function assignedName(tree: Tree): string | undefined {
  if (tree.type !== 'AssignmentNode') return undefined;
  return tree.object.type === 'SymbolNode' && tree.index === null ? tree.object.name : undefined;
}

function symbolsIn(tree: Tree): Set<string> {
  const names = new Set<string>();
  for (const part of walk(tree.type === 'AssignmentNode' ? tree.value : tree)) {
    if (part.type === 'SymbolNode') names.add(part.name);
  }
  return names;
}

/** A statement as understood. */
export function printStatement(tree: Tree): string {
  if (tree.type === 'AssignmentNode') return `${assignedName(tree)} = ${print(tree.value)}`;
  if (tree.type === 'FunctionAssignmentNode')
    return `${tree.name}(${tree.params.join(', ')}) = ${print(tree.expr)}`;
  return print(tree);
}
