/** Binding, from loose to tight, as in `core/notation.ts`. */
export const [COMPARISON, SUM, PRODUCT, PREFIX, POWER, ATOM] = [3, 4, 5, 6, 7, 10];

/** A formula in LaTeX, and what must be known to put it beside an operator. */
export interface Tex {
  readonly tex: string;
  readonly precedence: number;
  /** Begins with a minus sign. */
  readonly negative: boolean;
  /** Higher than a line of text, as a fraction is: brackets grow with it. */
  readonly tall: boolean;
  /** The rows of a conditional, when it is one: those of a nested one go on below. */
  readonly rows?: readonly string[];
}

export const atom = (tex: string, tall = false): Tex => ({ tex, precedence: ATOM, negative: false, tall });

export const inBrackets = ({ tex, tall }: Pick<Tex, 'tex' | 'tall'>): string =>
  tall ? `\\left(${tex}\\right)` : `(${tex})`;

export const bracketed = (operand: Tex, needed: boolean): string =>
  needed ? inBrackets(operand) : operand.tex;
