import type { Notation, Op } from './ops.ts';

/** Binds tighter than any operator: a name, a number, a call. */
const ATOM = 10;
const [COMPARISON, SUM, PRODUCT, PREFIX, POWER] = [3, 4, 5, 6, 7];

/** Something written down, and what a reader must know of it to put it beside an operator. */
export interface Written {
  readonly text: string;
  readonly precedence: number;
  /** Begins with a minus sign. */
  readonly negative: boolean;
  readonly quotient: boolean;
}

/** Brackets where an operand would be misread without, and where readers stumble: −(x^2), a^(b^c), (1 / 2) * x, x * (−3). */
function needsBrackets(notation: Notation, operand: Written, index: number): boolean {
  const inner = operand.precedence;
  if (notation.kind === 'call') return false;
  if (notation.kind === 'conditional') return inner === 0;
  if (notation.kind === 'prefix') return notation.symbol !== '' && inner < ATOM;
  const own = notation.precedence;
  if (own === POWER) return inner < ATOM;
  if (own === COMPARISON) return inner <= COMPARISON;
  if (own < COMPARISON) return inner < COMPARISON && !(index === 0 && inner === own);
  if (index > 0) return inner <= own || operand.negative;
  return inner < own || (own === PRODUCT && operand.quotient);
}

/** An operation over written operands: `a + u`, `sin(x)`, `c ? a : b`. */
export function write(
  op: Pick<Op, 'name' | 'notation'>,
  operands: readonly Written[],
  name = op.name,
): Written {
  const { notation } = op;
  const [first = '', second = '', third = ''] = operands.map((operand, i) =>
    needsBrackets(notation, operand, i) ? `(${operand.text})` : operand.text,
  );
  const bracketed = operands[0] !== undefined && first !== operands[0].text;
  const negative = !bracketed && operands[0]?.negative === true;
  switch (notation.kind) {
    case 'infix': {
      const { symbol, precedence } = notation;
      const text = symbol === '^' ? `${first}^${second}` : `${first} ${symbol} ${second}`;
      return { text, precedence, negative, quotient: symbol === '/' };
    }
    case 'prefix':
      return {
        text: notation.symbol + first,
        precedence: notation.precedence,
        negative: notation.symbol === '-' || (notation.symbol === '' && negative),
        quotient: false,
      };
    case 'conditional':
      return { text: `${first} ? ${second} : ${third}`, precedence: 0, negative, quotient: false };
    case 'call':
      return atom(`${name}(${operands.map((operand) => operand.text).join(', ')})`);
  }
}

export const atom = (text: string): Written => ({ text, precedence: ATOM, negative: false, quotient: false });

/** A name, a number, or the text of a constant such as 1 / 3, as an operand. */
export function written(text: string): Written {
  // Names and numbers in ASCII first: to compile the classes of Unicode takes longer than all the rest here.
  if (
    /^[\w$.]+$/u.test(text) ||
    /^[\p{L}\p{M}\p{N}_$.]+$/u.test(text) ||
    /^[\d.]+e[+-]?\d+$/u.test(text) ||
    /^\w+\([^()]*\)$/u.test(text)
  )
    return atom(text);
  if (/ [?<>=!]|^not | (?:and|or) /u.test(text)) return { ...atom(text), precedence: 0 };
  const negative = text.startsWith('-');
  const precedence = negative && !text.includes(' ') ? PREFIX : text.includes(' / ') ? PRODUCT : SUM;
  return { text, precedence, negative, quotient: true };
}
