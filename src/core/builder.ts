import type { Graph, Structure } from './graph.ts';
import { InternedOperations } from './interned.ts';
import { float64s } from './slab.ts';
import { tapeOf } from './tape.ts';
import type { Value } from './value.ts';

/** A node while the graph grows: leaves are −1, −2, …, operations 0, 1, 2, … */
export type Ref = number;

const NAMES = ['u', 'v', 'w', 'p', 'q', 'r', 's', 't'];
const OUTPUT_NAMES = ['J', 'L', 'C', 'F'];
/** What an intermediate may be called, and its dvar: the letter in the first group, its number in the second. */
const LIKE_INTERMEDIATE = /^d?([p-w])(\d*)$/u;
const [LETTER_D, LETTER_P, LETTER_W] = [0x64, 0x70, 0x77];

/** Grows a Graph. Identical subexpressions become one node; operands must exist before their consumer. */
export class GraphBuilder {
  readonly #leafNames: string[] = [];
  readonly #leafValues: Value[] = [];
  readonly #inputs = new Map<string, Ref>();
  readonly #constants = new Map<string, Ref>();
  readonly #operations = new InternedOperations();
  readonly #names = new Map<Ref, string>();
  /** Names that intermediates must not have. */
  readonly #avoided = new Set<string>();

  knownInput(name: string): Ref | undefined {
    return this.#inputs.get(name);
  }

  input(name: string): Ref {
    return this.#inputs.get(name) ?? this.#leaf(this.#inputs, name, NaN);
  }

  constant(value: Value, text: string): Ref {
    return this.#constants.get(text) ?? this.#leaf(this.#constants, text, value);
  }

  /** The operation over `operands`, or over those from `from` on. */
  operation(opcode: number, operands: readonly Ref[], from = 0): Ref {
    return this.#operations.intern(opcode, operands, from);
  }

  /** Names an operation. False when it has a name already: one quantity, one name. */
  name(ref: Ref, name: string): boolean {
    if (ref < 0 || this.#names.has(ref)) return false;
    this.#names.set(ref, name);
    this.#avoid(name);
    return true;
  }

  isConstant(ref: Ref): boolean {
    return ref < 0 && !Number.isNaN(this.#leafValues[-1 - ref]);
  }

  /** The value of a constant, undefined for anything else. */
  constantValue(ref: Ref): Value | undefined {
    return this.isConstant(ref) ? this.#leafValues[-1 - ref] : undefined;
  }

  constantText(ref: Ref): string {
    return this.#leafNames[-1 - ref] ?? '';
  }

  #leaf(known: Map<string, Ref>, name: string, value: Value): Ref {
    const ref = -this.#leafNames.push(name);
    this.#leafValues.push(value);
    known.set(name, ref);
    this.#avoid(name);
    return ref;
  }

  /**
   * Notes the names that intermediates must not have beside this one: the same, or the same as its dvar, or the same with
   * a number: a dw beside dw1 and dw2 would be taken for what they have in common.
   */
  #avoid(name: string): void {
    const first = name.charCodeAt(0);
    if (first !== LETTER_D && (first < LETTER_P || first > LETTER_W)) return;
    const [, letter, number] = LIKE_INTERMEDIATE.exec(name) ?? [];
    if (letter !== undefined) this.#avoided.add(letter).add(`${letter}${number}`);
  }

  /**
   * The finished graph. Operations without a name get u, v, w, p, …, t, then u1, u2, …; the output J.
   * @param output an operation
   * @param taken names the learner used, which are skipped
   */
  build(output: Ref, taken: ReadonlySet<string>): Graph {
    const leaves = this.#leafNames.length;
    const id = (ref: Ref) => (ref < 0 ? -1 - ref : leaves + ref);
    const constants = float64s(leaves);
    constants.set(this.#leafValues);
    const operands = this.#operations.operands();
    for (let i = 0; i < operands.length; i++) {
      const ref = operands[i] as Ref;
      operands[i] = ref < 0 ? -1 - ref : leaves + ref;
    }
    const inputs: number[] = [];
    for (const ref of this.#inputs.values()) inputs.push(id(ref));
    const structure: Structure = {
      size: leaves + this.#operations.length,
      leaves,
      output: id(output),
      inputs,
      opcodes: this.#operations.opcodes(),
      start: this.#operations.start(),
      operands,
    };
    // Field by field: a spread takes several times as long, and reads of what it makes are slower.
    return {
      size: structure.size,
      leaves,
      output: structure.output,
      inputs,
      opcodes: structure.opcodes,
      start: structure.start,
      operands,
      names: this.#allNames(output, taken),
      constants,
      tape: tapeOf(structure),
    };
  }

  #allNames(output: Ref, taken: ReadonlySet<string>): string[] {
    const given = this.#names;
    if (!given.has(output)) {
      const isUsed = (name: string) => taken.has(name) || this.#inputs.has(name) || this.#constants.has(name);
      this.name(output, firstFree(OUTPUT_NAMES, 'J', isUsed));
    }
    taken.forEach((name) => this.#avoid(name));
    const avoided = this.#avoided;
    const names = this.#leafNames.slice();
    let next = 0;
    for (let ref = 0; ref < this.#operations.length; ref++) {
      let name = given.get(ref);
      while (name === undefined) {
        const fresh = NAMES[next] ?? `u${next - NAMES.length + 1}`;
        if (!avoided.has(fresh)) name = fresh;
        next++;
      }
      names.push(name);
    }
    return names;
  }
}

function firstFree(candidates: readonly string[], stem: string, isUsed: (name: string) => boolean): string {
  const free = candidates.find((name) => !isUsed(name));
  if (free !== undefined) return free;
  let k = 1;
  while (isUsed(`${stem}${k}`)) k++;
  return `${stem}${k}`;
}
