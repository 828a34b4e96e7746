/** The value of a node. A scalar today; everything that adds, compares or prints values is in this file. */
export type Value = number;

/** Digits of a number that is not whole, as the screen shows it. */
export const SIGNIFICANT_DIGITS = 6;
const MOST_DIGITS = 17;
/** So close to a whole number it is rounding, and shown as one: 3.0000000000001. */
export const NEARLY_WHOLE = 1e-11;
/** Smaller changes than these decimals show are written with an exponent. */
const MOST_DECIMALS = 15;

/**
 * A value as a person writes it: whole numbers in full, otherwise six significant digits and no trailing zeros.
 * Never loses the integer part, never prints `-0`, and what is not whole is not shown as if it were: 0.99999996.
 */
export function formatValue(value: Value, digits = SIGNIFICANT_DIGITS): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '?' : value > 0 ? '∞' : '-∞';
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  if (digits >= MOST_DIGITS) return String(value);
  const integerDigits = Math.floor(Math.log10(Math.abs(value))) + 1;
  if (digits < SIGNIFICANT_DIGITS)
    return String(Number(value.toPrecision(Math.max(digits, integerDigits, 1))));
  for (
    let shown = Math.max(digits, integerDigits > 4 ? integerDigits + 2 : 0);
    shown < MOST_DIGITS;
    shown++
  ) {
    const rounded = Number(value.toPrecision(shown));
    const isNearlyWhole = Math.abs(value - rounded) < NEARLY_WHOLE * Math.abs(value);
    if (!Number.isInteger(rounded) || isNearlyWhole) return String(rounded);
  }
  return String(value);
}

/** A measured value, to so many significant digits. */
export const formatRounded = (value: Value, digits: number): string =>
  Number.isFinite(value) ? formatValue(Number(value.toPrecision(digits))) : formatValue(value);

/** Both ends of a small change, with just enough decimals to show it: 33 → 33.003, never 33.00299999. */
export function formatChange(from: Value, to: Value): [string, string] {
  const change = Math.abs(to - from);
  if (change === 0 || !Number.isFinite(change)) return [formatValue(from), formatValue(to)];
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(change)));
  if (decimals > MOST_DECIMALS) {
    const largest = Math.max(Math.abs(from), Math.abs(to));
    const digits = Math.min(17, 4 + Math.floor(Math.log10(largest / change)));
    return [formatValue(from, digits), formatValue(to, digits)];
  }
  const fixed = (value: number) => trimZeros(value.toFixed(decimals));
  return [fixed(from), fixed(to)];
}

function trimZeros(text: string): string {
  if (!text.includes('.') || text.includes('e')) return text;
  const trimmed = text.replace(/\.?0+$/u, '');
  return trimmed === '-0' ? '0' : trimmed;
}
