import { type MathSpan, NO_BREAK_SPACE, type Role } from '../document.ts';
import { formulaTex, type MathWords } from './math/formula.ts';
import { derivativeTex, dvarTex } from './math/names.ts';

export type { MathWords } from './math/formula.ts';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['·', '\\cdot'],
  ['≈', '\\approx'],
  ['→', '\\to'],
]);

/** Gives a formula its colour. */
export type Paint = (role: Role, tex: string) => string;

const unpainted: Paint = (_, tex) => tex;

/** Pieces of mathematics side by side, as LaTeX math. Neighbours of one role are painted together. */
export function mathTex(spans: readonly MathSpan[], words: MathWords, paint = unpainted): string {
  const runs: { role: Role | undefined; tex: string }[] = [];
  for (const [i, span] of spans.entries()) {
    const tex = pieceTex(span, words);
    const [before, after] = [spans[i - 1], spans[i + 1]];
    // Behind a colon TeX would take a minus sign for a subtraction.
    const held = before?.text.startsWith(':') && tex.startsWith('-') ? `{${tex}}` : tex;
    // A sign keeps its distance only where what it stands between is in its group.
    const isBetween = before?.role === span.role && after?.role === span.role;
    const role = span.math === 'sign' && !isBetween ? undefined : span.role;
    const last = runs.at(-1);
    if (last && last.role === role) last.tex += held;
    else runs.push({ role, tex: held });
  }
  return runs
    .map(({ role, tex }) => (role === undefined ? tex : paint(role, tex)))
    .join('')
    .trim();
}

function pieceTex({ math, text: told }: MathSpan, words: MathWords): string {
  const text = told.replaceAll(NO_BREAK_SPACE, ' ');
  switch (math) {
    case 'formula':
      return formulaTex(text, words);
    case 'dvar':
      return dvarTex(text.slice(1));
    case 'derivative': {
      const [of = '', by = ''] = text.split('/').map((part) => part.slice(1));
      return derivativeTex(of, by, text.startsWith('∂'));
    }
    case 'sign': {
      const symbol = text.trim();
      return symbol === ':' ? '\\colon ' : text.replace(symbol, SIGNS.get(symbol) ?? symbol);
    }
  }
}
