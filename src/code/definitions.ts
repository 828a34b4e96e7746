/**
 * Operations that most languages lack, in gradtutor's own language over x, y and z. A language's own function is
 * preferred; otherwise the formula becomes a helper function in the code.
 */
export const definitions: ReadonlyMap<string, string> = new Map([
  ['mod', 'x - y * floor(x / y)'],
  ['nthRoot', 'sign(x) * abs(x)^(1 / y)'],
  ['cbrt', 'sign(x) * abs(x)^(1 / 3)'],
  ['sec', '1 / cos(x)'],
  ['csc', '1 / sin(x)'],
  ['cot', '1 / tan(x)'],
  ['asec', 'acos(1 / x)'],
  ['acsc', 'asin(1 / x)'],
  ['acot', 'x == 0 ? pi / 2 : atan(1 / x)'],
  ['sech', '1 / cosh(x)'],
  ['csch', '1 / sinh(x)'],
  ['coth', '1 / tanh(x)'],
  ['asech', 'acosh(1 / x)'],
  ['acsch', 'asinh(1 / x)'],
  ['acoth', 'atanh(1 / x)'],
  ['sigmoid', 'x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))'],
  ['relu', 'x > 0 ? x : 0'],
  ['leaky_relu', 'x > 0 ? x : y * x'],
  ['elu', 'x > 0 ? x : y * expm1(x)'],
  ['softplus', 'max(x, 0) + log1p(exp(-abs(x)))'],
  ['gelu', 'x * (1 + erf(x / sqrt(2))) / 2'],
  ['swish', 'x * sigmoid(x)'],
  ['sign', 'x > 0 ? 1 : x < 0 ? -1 : 0'],
  ['round', 'fix(x) + (abs(x - fix(x)) >= 0.5 ? sign(x) : 0)'],
]);

/** Operations that every language can say in place. */
export const inlined: ReadonlyMap<string, string> = new Map([
  ['identity', 'x'],
  ['square', 'x^2'],
  ['cube', 'x^3'],
  ['log of 2', 'log(x) / log(y)'],
]);

/** The parameters of a definition, in order. */
export const parametersOf = (formula: string): readonly string[] =>
  ['x', 'y', 'z'].filter((name) => new RegExp(`\\b${name}\\b`, 'u').test(formula));
