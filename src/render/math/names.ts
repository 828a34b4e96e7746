import { escapeTex } from './escape.ts';
import { GREEK } from './greek.ts';

/** `x1`, `x_1`, `w_out` and `W_1_2`: a name with subscripts. */
const SUBSCRIPTED = /^([^_$\d]+)_?((?<=_)[^_$]+(?:_[^_$]+)*|\d+)$/u;

/** A name in mathematics: one letter as it is, words in italics, numbers and what follows `_` as subscripts. */
export const nameTex = (name: string): string => prefixedName('', name);

/** The code name of a derivative, set as one word: `dv`. */
export const dvarTex = (name: string): string => prefixedName('d', name);

/** `u` and `b` of `du/db`, and of `∂u/∂b`, which is the part of one path. */
export function derivativeTex(of: string, by: string, isPartial: boolean): string {
  const d = isPartial ? '\\partial ' : 'd';
  return `\\frac{${d}${nameTex(of)}}{${d}${nameTex(by)}}`;
}

function prefixedName(prefix: string, name: string): string {
  const [, base, subscript] = GREEK.has(name) ? [] : (SUBSCRIPTED.exec(name) ?? []);
  if (base === undefined || subscript === undefined) return wordTex(prefix, name);
  const subscripts = subscript.split('_').map((part) => wordTex('', part));
  return `${wordTex(prefix, base)}_{${subscripts.join(',')}}`;
}

/** Greek letters of a word as symbols, what is between them as words. */
function wordTex(prefix: string, word: string): string {
  if (GREEK.has(word)) return [prefix, GREEK.get(word)].join(' ').trim();
  const runs = word.match(/\p{Script=Greek}|[^\p{Script=Greek}]+/gu) ?? [];
  const [first = ''] = runs;
  const isOneWord = prefix !== '' && /^[\p{Script=Latin}\d_$]/u.test(first);
  const words = isOneWord ? [prefix + first, ...runs.slice(1)] : [prefix, ...runs];
  return words.map(runTex).join(' ').trim();
}

function runTex(run: string): string {
  const greek = GREEK.get(run);
  if (greek !== undefined) return greek;
  if (/^(?:[A-Za-z]?|\d+)$/u.test(run)) return run;
  const text = escapeTex(run);
  if (/^[\w$]+$/u.test(run)) return `\\mathit{${text}}`;
  return /^[\p{Script=Latin}\p{M}\d_$]+$/u.test(run) ? `\\textit{${text}}` : `\\text{${text}}`;
}
