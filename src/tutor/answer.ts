import { GradtutorError } from '../core/errors.ts';
import { forward } from '../core/forward.ts';
import { readProgram } from '../core/program.ts';
import type { Value } from '../core/value.ts';
import { EXACT } from './near.ts';
import { type Precision, precisionOf } from './rounding.ts';

/** A number that was typed. */
export interface TypedNumber extends Precision {
  readonly value: Value;
}

export type Answer =
  | ({ readonly kind: 'value' } & TypedNumber)
  | { readonly kind: 'unknown-name'; readonly name: string }
  | { readonly kind: 'unreadable' };

/**
 * The value of a typed answer: a number, a fraction, or any expression over the names at hand.
 * @param names values the learner may use: variables, and the dvars found so far
 */
export function readAnswer(text: string, names: ReadonlyMap<string, Value>): Answer {
  const answer = evaluate(text, names);
  if (typeof answer !== 'number') return answer;
  const precision = precisionOf(text, answer, (nudged) => {
    const value = evaluate(nudged, names);
    return typeof value === 'number' ? value : undefined;
  });
  return { kind: 'value', value: answer, ...precision };
}

function evaluate(text: string, names: ReadonlyMap<string, Value>): Value | Exclude<Answer, TypedNumber> {
  try {
    const { graph } = readProgram(text, names.keys());
    const inputs = graph.inputs.map((node) => graph.names[node] as string);
    const unknown = inputs.find((name) => !names.has(name));
    if (unknown !== undefined) return { kind: 'unknown-name', name: unknown };
    const values = forward(
      graph,
      inputs.map((name) => names.get(name) as Value),
    );
    const value = values[graph.output] as Value;
    return Number.isFinite(value) ? value : { kind: 'unreadable' };
  } catch (error) {
    if (error instanceof GradtutorError) return { kind: 'unreadable' };
    throw error;
  }
}

export type Comparison = 'right' | 'close' | 'wrong';

/** Digits a rounded answer must have to count as right. */
const ENOUGH_DIGITS = 3;
/** A part of the right answer that one may be off. */
const NEAR = 0.005;
const COARSE = 0.1;
/** What floating point does to a difference of half a unit. */
const SLACK = 1 + EXACT;

/**
 * Compares an answer with the exact value. What is the value rounded to the places typed is right from three digits on,
 * and so is a line of numbers copied from the screen; a coarser rounding is close.
 * @returns `near`: close, unless it is the very number that a mistake produces
 */
export function compareAnswer(
  { value, rounding, shown, digits }: TypedNumber,
  expected: Value,
): Comparison | 'near' {
  const off = Math.abs(value - expected);
  const size = Math.abs(expected);
  // Where much cancels, what the screen left out is no excuse any more.
  const leftOut = Math.min(shown * SLACK, NEAR * Math.max(size, 1));
  if (off <= Math.max(EXACT * size, 1e-12, leftOut)) return 'right';
  const isRounded = off <= rounding * SLACK;
  const isNear = off <= NEAR * Math.max(size, Math.abs(value)) * SLACK;
  if (isRounded && isNear && (digits ?? ENOUGH_DIGITS) >= ENOUGH_DIGITS) return 'right';
  const isCutOff = off < 2 * rounding && Math.abs(value) < size && (digits ?? 0) > 1;
  if (isRounded || isCutOff) return off <= COARSE * size * SLACK ? 'close' : 'near';
  if (isNear && digits === undefined && Number.isInteger(value)) {
    if (off <= lastPlace(value) / 2) return 'close';
    if (Math.abs(expected - Math.round(expected)) <= EXACT) return 'wrong';
  }
  return isNear ? 'near' : 'wrong';
}

/**
 * How far an answer may be off for a key with one number and one tolerance, which cannot count the digits typed: a decimal
 * of more than three digits may be rounded to three, though not to a whole number; all else is exact.
 */
export function toleranceFor(expected: Value): Value {
  const size = Math.abs(expected);
  const exact = Math.max(EXACT * size, 1e-9);
  const rounded = Number(size.toPrecision(ENOUGH_DIGITS));
  if (Number.isInteger(expected) || Math.abs(size - rounded) <= exact) return exact;
  const place = Math.floor(Math.log10(size)) + 1 - ENOUGH_DIGITS;
  return 10 ** Math.min(place, -1) / 2;
}

/** The place that a whole number may have been rounded to: 10 for 2030. */
function lastPlace(value: Value): number {
  for (let place = 1; ; place *= 10) {
    if (place > Math.abs(value) || value % (10 * place) !== 0) return place;
  }
}

/** A nudged output is told by how far it moved: to within a twentieth of the way. */
export const NUDGE_TOLERANCE = 0.05;

/** Compares a predicted output with the one reached: what counts is the change from where it was. */
export function compareNudged(value: Value, from: Value, reached: Value): Comparison {
  const off = Math.abs(value - reached);
  return off <= Math.max(NUDGE_TOLERANCE * Math.abs(reached - from), 1e-12) ? 'right' : 'wrong';
}
