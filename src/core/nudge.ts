import { evaluateNode } from './forward.ts';
import { dependents, type Graph, varyingOperations } from './graph.ts';
import type { Value } from './value.ts';

/** A slope measured by nudging, and how far off it may be. NaN where it cannot be measured. */
export interface Measured {
  readonly slope: number;
  readonly error: number;
}

/** What nudging shows. This file never looks at derivatives: it is the independent witness. */
export interface Witness {
  /** Two-sided slope as the step shrinks. */
  readonly settled: Measured;
  /** One-sided slopes as the step shrinks; ±Infinity where they grow without end. */
  readonly left: Measured;
  readonly right: Measured;
}

const UNKNOWN: Measured = { slope: NaN, error: Infinity };
const RATIO = 4;
const FIRST_STEP = 0.05;
const SMALLEST_STEP = 1e-11;
const NOISE_RUNS = 6;
/** Rounding errors are amplified by 2^10 to be measured above themselves, then scaled back. */
const AMPLIFIED = 2 ** -43;
const SCALE_BACK = 2 ** -10;

/** Evaluates the output while one node is held at other values, or every input at once. */
export class Nudger {
  readonly #graph: Graph;
  /** What moves, and how far for a step of 1. */
  readonly #nodes: ArrayLike<number>;
  readonly #along: ArrayLike<number>;
  readonly #isDirection: boolean;
  readonly #values: Float64Array;
  readonly #scratch: Float64Array;
  /** Operations that the nudge reaches, in order of evaluation. */
  readonly reached: Int32Array;

  /** @param direction moves the inputs in place of the node: how far each for a step of 1, in the order of `graph.inputs` */
  constructor(graph: Graph, values: Float64Array, moved: number | { readonly direction: Float64Array }) {
    const isNode = typeof moved === 'number';
    this.#graph = graph;
    this.#nodes = isNode ? [moved] : graph.inputs;
    this.#along = isNode ? [1] : moved.direction;
    this.#isDirection = !isNode;
    this.#values = values;
    this.#scratch = values.slice();
    this.reached = isNode ? dependents(graph, moved) : varyingOperations(graph);
  }

  /** Values of all nodes once the node is moved by `step`. Overwritten by the next call. */
  moved(step: number): Float64Array {
    for (let i = 0; i < this.#nodes.length; i++) {
      const node = this.#nodes[i] as number;
      this.#scratch[node] = (this.#values[node] as Value) + step * (this.#along[i] as number);
    }
    for (const node of this.reached) evaluateNode(this.#graph, node, this.#scratch);
    return this.#scratch;
  }

  output(step: number): Value {
    return this.moved(step)[this.#graph.output] as Value;
  }

  /** How far rounding in the operations reached can throw the output: stochastic arithmetic after La Porte and Vignes (1974). */
  noise(): number {
    const { output } = this.#graph;
    const exact = this.#values[output] as Value;
    let spread = Math.abs(exact) * AMPLIFIED;
    let state = 1;
    const rounded = (value: Value): Value => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return value * (1 + (state & 0x10000 ? AMPLIFIED : -AMPLIFIED));
    };
    this.moved(0);
    for (let run = 0; run < NOISE_RUNS; run++) {
      // One node moves by what it can hold exactly. Many cannot, and what each is rounded by counts.
      if (this.#isDirection) {
        for (let i = 0; i < this.#nodes.length; i++) {
          const node = this.#nodes[i] as number;
          this.#scratch[node] = rounded(this.#values[node] as Value);
        }
      }
      for (const node of this.reached) {
        evaluateNode(this.#graph, node, this.#scratch);
        this.#scratch[node] = rounded(this.#scratch[node] as Value);
      }
      const off = Math.abs((this.#scratch[output] as Value) - exact);
      if (off > spread) spread = off;
    }
    return spread * SCALE_BACK;
  }
}

/**
 * Nudges a node by ±h for a falling sequence of steps and extrapolates to h → 0 (Richardson; error estimate after
 * Ridders 1982), once from both sides and once from each side.
 * @param at the value of the node
 * @param value that of the output
 */
export function witness(nudger: Nudger, at: Value, value: Value): Witness {
  const noise = nudger.noise();
  const steps: number[] = [];
  const smallest = at === 0 ? SMALLEST_STEP : smallestStep(Math.abs(at));
  for (let h = FIRST_STEP * Math.max(1, Math.abs(at)); h >= smallest; h /= RATIO) steps.push(h);
  const right: number[] = [];
  const left: number[] = [];
  const both: number[] = [];
  for (const h of steps) {
    const up = at + h - at;
    const down = at - (at - h);
    const above = nudger.output(up);
    const below = nudger.output(-down);
    const rise = (above - value) / up;
    const fall = (value - below) / down;
    right.push(rise);
    left.push(fall);
    both.push((down * rise + up * fall) / (up + down));
  }
  const rightSlope = oneSided(right, steps, noise);
  const leftSlope = oneSided(left, steps, noise);
  const twoSided = extrapolate(both, steps, noise, [RATIO ** 2, RATIO ** 4]);
  const isEdge = Number.isNaN(both.at(-1));
  return {
    settled: isEdge ? (Number.isNaN(right.at(-1)) ? leftSlope : rightSlope) : twoSided,
    left: leftSlope,
    right: rightSlope,
  };
}

/** Slope of one step: (J(x + h) − J(x)) / h. */
export const oneStep = (nudger: Nudger, value: Value, step: number): number =>
  (nudger.output(step) - value) / step;

/** Well below the size of the value, but not below what its floating-point neighbours allow. */
const smallestStep = (size: number): number =>
  Math.max(Number.MIN_VALUE, 1e-14 * size, Math.min(SMALLEST_STEP, 1e-4 * size));

function oneSided(slopes: readonly number[], steps: readonly number[], noise: number): Measured {
  const tail = slopes.slice(-5);
  const grows = tail.every((slope, i) => i === 0 || Math.abs(slope) > 1.3 * Math.abs(tail[i - 1] as number));
  if (grows && Math.abs(tail.at(-1) as number) * (steps.at(-1) as number) > 100 * noise) {
    return { slope: Math.sign(tail.at(-1) as number) * Infinity, error: 0 };
  }
  return extrapolate(slopes, steps, noise, [RATIO, RATIO ** 2, RATIO ** 3]);
}

/** Richardson's table over the slopes, and the best of its last column. */
function extrapolate(
  slopes: readonly number[],
  steps: readonly number[],
  noise: number,
  factors: readonly number[],
): Measured {
  let column = slopes;
  let previous = slopes;
  for (const factor of factors) {
    previous = column;
    column = previous.slice(1).map((finer, k) => finer + (finer - (previous[k] as number)) / (factor - 1));
  }
  return mostCredible(
    column.map((slope, k): Measured => {
      const coarse = Math.abs(slope - (previous[k] as number));
      const fine = Math.abs(slope - (previous[k + 1] as number));
      return { slope, error: Math.max(coarse, fine) + (4 * noise) / (steps[k + factors.length] as number) };
    }),
  );
}

/**
 * The entry with the smallest error estimate among those that no finer one contradicts: a large step can settle on the
 * slope of a staircase, or of the far side of a corner, with every sign of certainty.
 */
function mostCredible(entries: readonly Measured[]): Measured {
  let best = UNKNOWN;
  let low = -Infinity;
  let high = Infinity;
  for (const entry of entries.toReversed()) {
    const { slope, error } = entry;
    if (!Number.isFinite(slope) || !Number.isFinite(error)) continue;
    if (slope + 3 * error < low || slope - 3 * error > high) continue;
    if (error < best.error) best = entry;
    low = Math.max(low, slope - 3 * error);
    high = Math.min(high, slope + 3 * error);
  }
  return best;
}

/** Steps at which rounding and curvature mislead equally, from one side and from both (Press et al. 2007, section 5.7). */
const ONE_SIDED = Math.sqrt(Number.EPSILON);
const TWO_SIDED = Math.cbrt(Number.EPSILON);

/**
 * Whether a single step bears a gradient out to five digits, or a step to either side does: where it does, nothing more
 * needs to be evaluated. Where it does not, only a `witness` can tell.
 * @param at the value of the node
 * @param value that of the output
 */
export function isPlainlyBorneOut(nudger: Nudger, at: Value, value: Value, gradient: number): boolean {
  const size = Math.max(1, Math.abs(at));
  if (isClose(gradient, oneStep(nudger, value, at + ONE_SIDED * size - at))) return true;
  const half = at + TWO_SIDED * size - at;
  return isClose(gradient, (nudger.output(half) - nudger.output(-half)) / (2 * half));
}

const isClose = (gradient: number, slope: number): boolean =>
  Math.abs(gradient - slope) <= 1e-5 * Math.abs(gradient);

/** Below this a change of the output is lost among the smallest numbers there are. */
const SMALLEST_SLOPE = 1e-307;

export type Verdict = 'agrees' | 'disagrees' | 'kink' | 'cannot-tell';

/**
 * Whether a gradient is borne out by the witness. A right gradient is never said to disagree, because the witness knows
 * how far rounding can mislead it; a wrong one is never said to agree, because agreement takes five digits.
 */
export function judge(gradient: number, value: Value, { settled, left, right }: Witness): Verdict {
  const sides = Math.max(Math.abs(left.slope), Math.abs(right.slope));
  const apart = Math.abs(left.slope - right.slope);
  if (Number.isFinite(apart) && apart > 10 * (left.error + right.error) + 1e-6 * sides) return 'kink';
  const growsWithoutEnd = Math.abs(left.slope) === Infinity || Math.abs(right.slope) === Infinity;
  if (growsWithoutEnd || !Number.isFinite(gradient) || !Number.isFinite(settled.slope)) return 'cannot-tell';
  const scale = Math.max(Math.abs(gradient), Math.abs(settled.slope));
  if (scale > 0 && scale < SMALLEST_SLOPE) return 'cannot-tell';
  const off = Math.abs(gradient - settled.slope);
  const isSmall =
    settled.error <= 1e-5 * scale || (gradient === 0 && settled.error <= 1e-8 * Math.max(1, Math.abs(value)));
  if (off <= 3 * settled.error + 1e-9 * scale) return isSmall ? 'agrees' : 'cannot-tell';
  return settled.error <= 0.1 * scale ? 'disagrees' : 'cannot-tell';
}
