import { renderToString } from 'katex';
import type { SetMath } from './markup.ts';

/** LaTeX math as MathML, for readers that know no TeX. */
export const inMathml: SetMath = (tex, isDisplay) => {
  const set = renderToString(tex, { output: 'mathml', displayMode: isDisplay, strict: 'ignore' });
  const from = set.indexOf('<math');
  const math = set.slice(from, set.lastIndexOf('</math>') + '</math>'.length);
  // The TeX that it was made from stands beside it, where some readers show it.
  return math.replace(/<annotation.*<\/annotation>/su, '').replaceAll(/<\/?semantics>/gu, '');
};
