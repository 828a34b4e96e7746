import { atom, type Written } from '../core/notation.ts';
import { arithmetic, folded, helperNames, logicLikeC, named, snakeCase } from './natives.ts';
import type { Native, Need, Source, Target } from './target.ts';

/** Keywords of C23, names that headers or compilers define as macros, and those that the code uses. */
const RESERVED =
  'alignas alignof asm auto bool break case char const constexpr continue default do double else enum extern false float for fortran goto if inline int long near far nullptr register restrict return short signed sizeof static static_assert struct switch thread_local true typedef typeof typeof_unqual union unsigned void volatile while NAN INFINITY HUGE_VAL HUGE_VALF HUGE_VALL NULL EOF BUFSIZ FILENAME_MAX FOPEN_MAX TMP_MAX P_tmpdir DOMAIN SING OVERFLOW UNDERFLOW TLOSS PLOSS X_TLOSS MAXFLOAT SNAN math_errhandling stdin stdout stderr linux unix i386 main printf forward backward values gradients';
const FUNCTIONS =
  'sqrt cbrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh erf lgamma pow floor ceil round';
const OTHERS = 'fabs trunc tgamma fmax fmin hypot';

/** A loop over many operands, where nested calls would be too deep. */
const loop = (name: string, combine: string): Source => ({
  text: `static double ${name}(int count, const double *x) {
  double result = x[0];
  for (int i = 1; i < count; i++) result = ${combine};
  return result;
}`,
});

const sources = new Map<string, Source>([
  ['sum_of', loop('sum_of', 'result + x[i]')],
  ['product_of', loop('product_of', 'result * x[i]')],
  ['max_of', loop('max_of', 'fmax(result, x[i])')],
  ['min_of', loop('min_of', 'fmin(result, x[i])')],
  ['hypot_of', loop('hypot_of', 'hypot(result, x[i])')],
  [
    'digamma',
    {
      text: `// NIST DLMF 5.5.2, 5.5.4, 5.11.2
static double digamma(double x) {
  const double pi = 3.141592653589793;
  if (x <= 0 && x == floor(x)) return NAN;
  if (x < 0) return digamma(1 - x) - pi / tan(pi * x);
  double shift = 0;
  for (; x < 10; x++) shift -= 1 / x;
  double r = 1 / (x * x);
  double series =
      r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * 691 / 32760)))));
  return shift + log(x) - 0.5 / x - series;
}`,
    },
  ],
]);

/** A call of a helper on an array. */
const ofArray = (helper: string) => (operands: readonly Written[], need: Need) => {
  need(helper);
  const items = operands.map(({ text }) => text).join(', ');
  return atom(`${helper}(${operands.length}, (double[]){${items}})`);
};

export const cTarget: Target = {
  comment: '//',
  identifiers: {
    // Names that begin in these ways belong to the compiler and to macros of the headers.
    whole: /^(?!__|_[A-Z]|(?:M|FP|MATH|SEEK|L)_)[\p{XIDS}_]\p{XIDC}*$/u,
    part: /^\p{XIDC}$/u,
    reserved: new Set([
      ...`${RESERVED} ${FUNCTIONS} ${OTHERS}`.split(' '),
      ...helperNames(snakeCase, sources),
    ]),
  },
  natives: new Map<string, Native>([
    ...arithmetic,
    ...logicLikeC,
    ...named('', FUNCTIONS),
    ['abs', 'fabs'],
    ['fix', 'trunc'],
    ['gamma', 'tgamma'],
    ['max', folded('fmax', ofArray('max_of'))],
    ['min', folded('fmin', ofArray('min_of'))],
    ['hypot', folded('hypot', ofArray('hypot_of'))],
    ['sum', ofArray('sum_of')],
    ['prod', ofArray('product_of')],
  ]),
  sources,
  constants: new Map([
    ['NaN', 'NAN'],
    ['Infinity', 'INFINITY'],
  ]),
  defineConstant: (name, value) => `static const double ${name} = ${value};`,
  defineFunction: (name, parameters, body) =>
    `static double ${name}(${parameters.map((x) => `double ${x}`).join(', ')}) {\n  return ${body};\n}`,
  helperName: snakeCase,
  wholeDiffers: new Set(['add', 'subtract', 'multiply', 'divide']),
  largestWhole: 2 ** 31 - 1,
  stops: 'none',
  seed: () => '1',
  zero: () => '0',
  shapesLikeOutput: false,
};
