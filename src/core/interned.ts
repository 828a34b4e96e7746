import { int32s, uint8s } from './slab.ts';

/** Spreads hashes that differ in their low bits only: the golden ratio of 2^32 (Knuth 1973, section 6.4). */
const GOLDEN = 0x9e37_79b1;

/** Operations over operands, each kept once: rows in order of first appearance, found again by what they hold. */
export class InternedOperations {
  readonly #opcodes: number[] = [];
  readonly #start: number[] = [0];
  readonly #operands: number[] = [];
  /** Row + 1 where its hash points or after it; 0 where none is. Never more than half full; grown, it is an eighth full. */
  #table = int32s(64);

  get length(): number {
    return this.#opcodes.length;
  }

  /** The row of an operation over `operands` from `from` on: the one that is there, or a new one. */
  intern(opcode: number, operands: readonly number[], from: number): number {
    const mask = this.#table.length - 1;
    let at = hash(opcode, operands, from, operands.length) & mask;
    for (; this.#table[at] !== 0; at = (at + 1) & mask) {
      const row = (this.#table[at] as number) - 1;
      if (this.#holds(row, opcode, operands, from)) return row;
    }
    const row = this.#opcodes.length;
    this.#table[at] = row + 1;
    this.#opcodes.push(opcode);
    for (let i = from; i < operands.length; i++) this.#operands.push(operands[i] as number);
    this.#start.push(this.#operands.length);
    if (2 * row + 2 > this.#table.length) this.#grow();
    return row;
  }

  opcodes(): Uint8Array {
    const opcodes = uint8s(this.length);
    opcodes.set(this.#opcodes);
    return opcodes;
  }

  /** Where the operands of each row begin, and after the last one where they end. */
  start(): Int32Array {
    const start = int32s(this.#start.length);
    start.set(this.#start);
    return start;
  }

  operands(): Int32Array {
    const operands = int32s(this.#operands.length);
    operands.set(this.#operands);
    return operands;
  }

  #holds(row: number, opcode: number, operands: readonly number[], from: number): boolean {
    const start = this.#start[row] as number;
    const count = operands.length - from;
    if (this.#opcodes[row] !== opcode || this.#start[row + 1] !== start + count) return false;
    for (let i = 0; i < count; i++) if (this.#operands[start + i] !== operands[from + i]) return false;
    return true;
  }

  #grow(): void {
    const table = int32s(4 * this.#table.length);
    const mask = table.length - 1;
    const [opcodes, start, operands] = [this.#opcodes, this.#start, this.#operands];
    for (let row = 0; row < opcodes.length; row++) {
      const [from, to] = [start[row] as number, start[row + 1] as number];
      let at = hash(opcodes[row] as number, operands, from, to) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = row + 1;
    }
    this.#table = table;
  }
}

function hash(opcode: number, operands: readonly number[], from: number, to: number): number {
  let mixed = opcode + 1;
  for (let i = from; i < to; i++) {
    mixed = Math.imul(mixed ^ (operands[i] as number), GOLDEN);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}
