import type { Value } from '../core/value.ts';

const MOST_DECIMALS = 12;

/** A number as every reader takes it: a plain decimal, without exponent, without rounding errors at its end. */
export function decimal(value: Value): string {
  const text = Number(value.toPrecision(MOST_DECIMALS)).toFixed(MOST_DECIMALS);
  const trimmed = text.replace(/\.?0+$/u, '');
  return trimmed === '-0' ? '0' : trimmed;
}
