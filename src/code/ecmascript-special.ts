import type { Source } from './target.ts';

/**
 * Special functions that JavaScript lacks, by the methods of core/special.ts: NIST DLMF 7.6.2 and 7.9.1 (erf), Lanczos'
 * approximation with P. Godfrey's coefficients for g = 7 and 5.5.3 (gamma), 5.5.2, 5.5.4 and 5.11.2 (digamma).
 * @param type what follows a parameter: nothing, or its type
 */
export const specialFunctions = (type: '' | ': number'): ReadonlyMap<string, Source> =>
  new Map([
    [
      'erf',
      {
        text: `// NIST DLMF 7.6.2, 7.9.1
function erf(x${type}) {
  const a = Math.abs(x);
  if (a >= 2.5) {
    let fraction = 0;
    for (let k = 60; k > 0; k--) fraction = k / 2 / (a + fraction);
    return Math.sign(x) * (1 - Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + fraction)));
  }
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}`,
      },
    ],
    [
      'lanczosSum',
      {
        text: `// C. Lanczos (1964); coefficients by P. Godfrey (2001) for g = 7
function lanczosSum(x${type}) {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  return coefficients.reduce((sum, c, i) => sum + c / (x + i + 1), 0.99999999999980993);
}`,
      },
    ],
    [
      'gamma',
      {
        needs: ['lanczosSum'],
        text: `function gamma(x${type})${type} {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  if (Number.isInteger(x) && x <= 23) {
    let product = 1;
    for (let k = 2; k < x; k++) product *= k;
    return product;
  }
  const t = x + 6.5;
  const half = t ** ((x - 0.5) / 2);
  return Math.sqrt(2 * Math.PI) * half * Math.exp(-t) * half * lanczosSum(x - 1);
}`,
      },
    ],
    [
      'lgamma',
      {
        needs: ['lanczosSum'],
        text: `function lgamma(x${type})${type} {
  if (!(x > 0)) return NaN;
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lgamma(1 - x);
  const t = x + 6.5;
  return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(t) - t + Math.log(lanczosSum(x - 1));
}`,
      },
    ],
    [
      'digamma',
      {
        text: `// NIST DLMF 5.5.2, 5.5.4, 5.11.2
function digamma(x${type})${type} {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let shift = 0;
  let y = x;
  for (; y < 10; y++) shift -= 1 / y;
  const r = 1 / (y * y);
  const series =
    r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - (r * 691) / 32760)))));
  return shift + Math.log(y) - 0.5 / y - series;
}`,
      },
    ],
  ]);
