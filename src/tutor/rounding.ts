import { readSource } from '../core/source.ts';
import { NEARLY_WHOLE, SIGNIFICANT_DIGITS, type Value } from '../core/value.ts';

/** How exactly a typed number can be meant: every decimal in it stands for all that is rounded to it. */
export interface Precision {
  /** How far the number may be off for that. */
  readonly rounding: number;
  /** How far, if its decimals are copied from the screen, which shows six digits and leaves out zeros at the end. */
  readonly shown: number;
  /** Digits of the decimal, where the number is nothing else. */
  readonly digits?: number;
}

/** In a worked line, a decimal with fewer digits is rather an exact 0.5 than a rounded number. */
const FEWEST_DIGITS = 3;
/** The numbers of a longer answer are taken as exact. */
const LONGEST = 1000;
/** A whole number on the screen may be off by as much as one in the place after these. */
const WHOLE_PLACES = -Math.log10(NEARLY_WHOLE) - 1;

/** A number that is no part of a name: its digits, and the exponent. */
const NUMBER = /(?<![\p{L}\p{M}\p{N}_$.])(\d+\.?\d*|\.\d+)((?:[eE][-+]?\d+)?)/gu;

/**
 * Nudges every number of an answer by as much as rounding can have hidden in it, and adds up how far the answer moves: to
 * first order, what rounding can have done to the whole.
 * @param value what the text evaluates to
 * @param evaluate the value of a text like it; undefined where it has none
 */
export function precisionOf(
  text: string,
  value: Value,
  evaluate: (text: string) => Value | undefined,
): Precision {
  const { normalised } = readSource(text);
  const numbers = normalised.length > LONGEST ? [] : [...normalised.matchAll(NUMBER)];
  const isBare = numbers.length === 1 && /^\s*[-+]?\s*$/u.test(normalised.replace(NUMBER, ''));
  let rounding = 0;
  let shown = 0;
  for (const { index, 0: typed, 1: mantissa = '', 2: exponent = '' } of numbers) {
    const moveBy = (zeros: number, digit: string): number => {
      const point = mantissa.includes('.') ? '' : '.';
      const nudged = `${mantissa}${point}${'0'.repeat(zeros)}${digit}${exponent}`;
      const moved = evaluate(normalised.slice(0, index) + nudged + normalised.slice(index + typed.length));
      return moved === undefined ? 0 : Math.abs(moved - value);
    };
    if (/^\d+\.?$/u.test(typed)) {
      shown += moveBy(WHOLE_PLACES, '1') * Number(mantissa);
      continue;
    }
    const digits = mantissa.replace(/^[0.]+|\./gu, '').length;
    const hidden = Math.max(0, SIGNIFICANT_DIGITS - digits);
    if (isBare) return { rounding: moveBy(0, '5'), shown: moveBy(hidden, '5'), digits };
    const seen = moveBy(hidden, '5');
    rounding += digits < FEWEST_DIGITS || hidden === 0 ? seen : moveBy(0, '5');
    shown += seen;
  }
  return { rounding, shown };
}
