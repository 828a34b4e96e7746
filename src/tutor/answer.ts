import { GradtutorError } from '../core/errors.ts';
import { forward } from '../core/forward.ts';
import { readProgram } from '../core/program.ts';
import { formatValue, type Value } from '../core/value.ts';

/** Digits a rounded answer must have to count as right. */
const ENOUGH_DIGITS = 3;
const EXACT = 1e-6;
/** A product of numbers as shown, each to six digits, is off by no more than this. */
const WORKED_OUT = 2e-5;
const NEAR = 0.005;

export type Answer =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unknown-name'; readonly name: string }
  | { readonly kind: 'unreadable' };

/**
 * The value of a typed answer: a number, a fraction, or any expression over the names at hand.
 * @param names values the learner may use: variables, and the dvars found so far
 */
export function readAnswer(text: string, names: ReadonlyMap<string, Value>): Answer {
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
    return Number.isFinite(value) ? { kind: 'value', value } : { kind: 'unreadable' };
  } catch (error) {
    if (error instanceof GradtutorError) return { kind: 'unreadable' };
    throw error;
  }
}

/** A number typed with a decimal point: one unit of its last place, and how many digits it has. */
export function readDecimal(text: string): { unit: number; digits: number } | undefined {
  const [, whole = '', decimals, exponent = '0'] =
    /^[-+−]?(\d*)\.(\d+)(?:[eE]([-+]?\d+))?$/u.exec(text.trim()) ?? [];
  if (decimals === undefined) return undefined;
  return {
    unit: 10 ** (Number(exponent) - decimals.length),
    digits: (whole + decimals).replace(/^0+/u, '').length,
  };
}

export type Comparison = 'right' | 'close' | 'wrong';

/**
 * Compares an answer with the exact value. A decimal that is the value rounded to what was typed is right from three
 * digits on; a coarser rounding is close.
 * @param text the answer as typed: it tells how many digits were meant
 */
export function compareAnswer(text: string, value: Value, expected: Value): Comparison {
  const off = Math.abs(value - expected);
  if (text.trim() === formatValue(expected)) return 'right';
  const isWorkedOut = /[^\d.eE+−-]/u.test(text.trim());
  const tolerance = isWorkedOut ? WORKED_OUT : EXACT;
  if (off <= Math.max(tolerance * Math.abs(expected), 1e-12)) return 'right';
  const typed = readDecimal(text);
  if (typed) {
    if (off <= typed.unit / 2 + 1e-6 * typed.unit) return typed.digits >= ENOUGH_DIGITS ? 'right' : 'close';
    const isCutOff = off < typed.unit && Math.abs(value) < Math.abs(expected);
    if (isCutOff && typed.digits >= 2) return 'close';
  }
  return off <= NEAR * Math.abs(expected) ? 'close' : 'wrong';
}

/** A nudged output is told by how far it moved: to within a twentieth of the way. */
const NUDGE_TOLERANCE = 0.05;

/** Compares a predicted output with the one reached: what counts is the change from where it was. */
export function compareNudged(value: Value, from: Value, reached: Value): Comparison {
  const off = Math.abs(value - reached);
  return off <= Math.max(NUDGE_TOLERANCE * Math.abs(reached - from), 1e-12) ? 'right' : 'wrong';
}
