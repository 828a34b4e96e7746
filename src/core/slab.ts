/**
 * Small typed arrays, cut from a larger piece of memory: an ArrayBuffer for each would cost more than what is done with
 * the few numbers of a graph that a person would write.
 */
const SLAB = 1 << 16;
const SMALL = 1 << 14;

let slab = new ArrayBuffer(SLAB);
let used = 0;

/** Where so many bytes begin in a slab, on a multiple of 8. They are zero, and are never handed out again. */
function take(bytes: number): number {
  if (used + bytes > SLAB) {
    slab = new ArrayBuffer(SLAB);
    used = 0;
  }
  const at = used;
  used += (bytes + 7) & ~7;
  return at;
}

/** `length` numbers, all 0. */
export function float64s(length: number): Float64Array {
  if (length * 8 > SMALL) return new Float64Array(length);
  const at = take(length * 8);
  return new Float64Array(slab, at, length);
}

/** `length` whole numbers of 32 bits, all 0. */
export function int32s(length: number): Int32Array {
  if (length * 4 > SMALL) return new Int32Array(length);
  const at = take(length * 4);
  return new Int32Array(slab, at, length);
}

/** `length` bytes, all 0. */
export function uint8s(length: number): Uint8Array {
  if (length > SMALL) return new Uint8Array(length);
  const at = take(length);
  return new Uint8Array(slab, at, length);
}
