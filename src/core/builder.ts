import type { Graph } from './graph.ts';
import { float64s, int32s, uint8s } from './slab.ts';
import type { Value } from './value.ts';

/** A node while the graph grows: leaves are −1, −2, …, operations 0, 1, 2, … */
export type Ref = number;

const NAMES = ['u', 'v', 'w', 'p', 'q', 'r', 's', 't'];
const OUTPUT_NAMES = ['J', 'L', 'C', 'F'];

/** Grows a Graph. Identical subexpressions become one node; operands must exist before their consumer. */
export class GraphBuilder {
  #leafNames: string[] = [];
  #leafValues: Value[] = [];
  #inputs: Ref[] = [];
  #opcodes: number[] = [];
  #start: number[] = [0];
  #operands: Ref[] = [];
  #names = new Map<Ref, string>();
  #known = new Map<string, Ref>();
  #knownInputs = new Map<string, Ref>();
  #knownConstants = new Map<string, Ref>();

  input(name: string): Ref {
    return this.#leaf(this.#knownInputs, name, NaN, true);
  }

  constant(value: Value, text: string): Ref {
    return this.#leaf(this.#knownConstants, text, value, false);
  }

  operation(opcode: number, operands: readonly Ref[]): Ref {
    let key = String(opcode);
    for (const operand of operands) key += `,${operand}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const ref = this.#opcodes.push(opcode) - 1;
    for (const operand of operands) this.#operands.push(operand);
    this.#start.push(this.#operands.length);
    this.#known.set(key, ref);
    return ref;
  }

  /** Names an operation. False when it has a name already: one quantity, one name. */
  name(ref: Ref, name: string): boolean {
    if (ref < 0 || this.#names.has(ref)) return false;
    this.#names.set(ref, name);
    return true;
  }

  /** The value of a constant, undefined for anything else. */
  constantValue(ref: Ref): Value | undefined {
    const value = ref < 0 ? this.#leafValues[-1 - ref] : undefined;
    return Number.isNaN(value) ? undefined : value;
  }

  constantText(ref: Ref): string {
    return this.#leafNames[-1 - ref] ?? '';
  }

  #leaf(leaves: Map<string, Ref>, name: string, value: Value, isInput: boolean): Ref {
    const known = leaves.get(name);
    if (known !== undefined) return known;
    const ref = -this.#leafNames.push(name);
    this.#leafValues.push(value);
    if (isInput) this.#inputs.push(ref);
    leaves.set(name, ref);
    return ref;
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
    const opcodes = uint8s(this.#opcodes.length);
    opcodes.set(this.#opcodes);
    const start = int32s(this.#start.length);
    start.set(this.#start);
    const operands = int32s(this.#operands.length);
    for (let k = 0; k < operands.length; k++) operands[k] = id(this.#operands[k] as Ref);
    const used = new Set(taken);
    for (const text of this.#leafNames) used.add(text);
    if (!this.#names.has(output)) this.#names.set(output, firstFree(OUTPUT_NAMES, 'J', used));
    for (const name of this.#names.values()) used.add(name);
    const names = [...this.#leafNames];
    const fresh = freshNames(used);
    for (let ref = 0; ref < this.#opcodes.length; ref++) names.push(this.#names.get(ref) ?? fresh());
    return {
      size: leaves + this.#opcodes.length,
      leaves,
      output: id(output),
      names,
      inputs: this.#inputs.map(id),
      constants,
      opcodes,
      start,
      operands,
    };
  }
}

function firstFree(candidates: readonly string[], stem: string, used: ReadonlySet<string>): string {
  const free = candidates.find((name) => !used.has(name));
  if (free !== undefined) return free;
  let k = 1;
  while (used.has(`${stem}${k}`)) k++;
  return `${stem}${k}`;
}

/** Names for intermediates, one a call. A name whose dvar is a learner's own name is skipped too. */
function freshNames(used: ReadonlySet<string>): () => string {
  let next = 0;
  return () => {
    for (;;) {
      const name = NAMES[next] ?? `u${next - NAMES.length + 1}`;
      next++;
      if (!used.has(name) && !used.has(`d${name}`)) return name;
    }
  };
}
