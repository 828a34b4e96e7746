import { int32s, uint8s } from './slab.ts';

/** Whole numbers in a row that grows. */
class Integers {
  #items = int32s(32);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#items[index] as number;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = int32s(2 * this.#length);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length++] = item;
  }

  /** The numbers as they are now: a view that the next `push` may leave behind. */
  view(): Int32Array {
    return this.#items.subarray(0, this.#length);
  }
}

/** Spreads hashes that differ in their low bits only: the golden ratio of 2^32 (Knuth 1973, section 6.4). */
const GOLDEN = 0x9e37_79b1;

/** Operations over operands, each kept once: rows in order of first appearance, found again by what they hold. */
export class InternedOperations {
  readonly #opcodes = new Integers();
  readonly #start = new Integers();
  readonly #operands = new Integers();
  /** Row + 1 where its hash points or after it; 0 where none is. Never more than half full; grown, it is an eighth full. */
  #table = int32s(64);

  constructor() {
    this.#start.push(0);
  }

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
    if (2 * this.length > this.#table.length) this.#grow();
    return row;
  }

  opcodes(): Uint8Array {
    const opcodes = uint8s(this.length);
    opcodes.set(this.#opcodes.view());
    return opcodes;
  }

  /** Where the operands of each row begin, and after the last one where they end. */
  start(): Int32Array {
    const start = int32s(this.#start.length);
    start.set(this.#start.view());
    return start;
  }

  operands(): Int32Array {
    const operands = int32s(this.#operands.length);
    operands.set(this.#operands.view());
    return operands;
  }

  #holds(row: number, opcode: number, operands: readonly number[], from: number): boolean {
    const start = this.#start.at(row);
    const count = operands.length - from;
    if (this.#opcodes.at(row) !== opcode || this.#start.at(row + 1) - start !== count) return false;
    for (let i = 0; i < count; i++) if (this.#operands.at(start + i) !== operands[from + i]) return false;
    return true;
  }

  #grow(): void {
    const table = int32s(4 * this.#table.length);
    const mask = table.length - 1;
    const operands = this.#operands.view();
    for (let row = 0; row < this.length; row++) {
      let at = hash(this.#opcodes.at(row), operands, this.#start.at(row), this.#start.at(row + 1)) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = row + 1;
    }
    this.#table = table;
  }
}

function hash(opcode: number, operands: ArrayLike<number>, from: number, to: number): number {
  let mixed = opcode + 1;
  for (let i = from; i < to; i++) {
    mixed = Math.imul(mixed ^ (operands[i] as number), GOLDEN);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}
