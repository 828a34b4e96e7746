import { atom } from '../core/notation.ts';
import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { codeOf } from './code.ts';
import { type Expression, isPlain, operation } from './expression.ts';
import { withPoint } from './layout.ts';
import { folded, helperNames, named, ofList, snakeCase } from './natives.ts';
import {
  attempt,
  attemptSource,
  defineInPython,
  definePython,
  digammaSource,
  pythonCall,
  pythonFile,
  pythonGroup,
  pythonIdentifiers,
  pythonSigns,
} from './pythonic.ts';
import type { Native, Source, Target } from './target.ts';

/** NumPy's functions by the table's names, where they are the same. */
const SAME = 'sqrt cbrt exp expm1 log log2 log10 log1p sin cos tan sinh cosh tanh abs sign floor ceil';
const OTHERS = [
  ['asin', 'arcsin'],
  ['acos', 'arccos'],
  ['atan', 'arctan'],
  ['atan2', 'arctan2'],
  ['asinh', 'arcsinh'],
  ['acosh', 'arccosh'],
  ['atanh', 'arctanh'],
  ['fix', 'trunc'],
  ['and', 'logical_and'],
  ['or', 'logical_or'],
  ['not', 'logical_not'],
  ['select', 'where'],
  ['float64', 'float64'],
] as const;

/** NumPy has no special functions: those of the standard library, element by element. */
const elementwise = (name: string): Source => ({
  text: `@np.vectorize
def ${name}(x):
    try:
        return math.${name}(x)
    except (ArithmeticError, ValueError):
        return math.nan`,
});

const sources = new Map<string, Source>([
  ['attempt', attemptSource],
  ['digamma', { text: `@np.vectorize\n${digammaSource.text}` }],
  ['erf', { text: 'erf = np.vectorize(math.erf)' }],
  ['gamma', elementwise('gamma')],
  ['lgamma', elementwise('lgamma')],
]);

const reduced = (callee: string) => folded(callee, ofList(`reduce(${callee}, [`, '])'));

/** np.where computes both branches: these have a value in each. */
const definitions = new Map([['sigmoid', 'exp(min(x, 0)) / (1 + exp(-abs(x)))']]);

/** A quantity without a variable is an array too, with NumPy's arithmetic and not Python's. */
const prepare = (expression: Expression, isValue: boolean): Expression =>
  isValue && isPlain(expression) ? operation('float64', [expression]) : expression;

const target: Target = {
  comment: '#',
  identifiers: pythonIdentifiers('math np reduce', helperNames(snakeCase, sources)),
  natives: new Map<string, Native>([
    ...pythonSigns,
    ...named('np.', SAME),
    ...OTHERS.map(([op, name]) => [op, `np.${name}`] as const),
    ['relu', ([x]) => atom(`np.maximum(${x?.text}, 0)`)],
    ['softplus', ([x]) => atom(`np.logaddexp(0, ${x?.text})`)],
    ['max', reduced('np.maximum')],
    ['min', reduced('np.minimum')],
    ['hypot', reduced('np.hypot')],
    ['sum', ofList('sum([', '])')],
    ['prod', ofList('math.prod([', '])')],
    ['attempt', attempt],
  ]),
  definitions,
  sources,
  constants: new Map([
    ['pi', 'np.pi'],
    ['PI', 'np.pi'],
    ['e', 'np.e'],
    ['E', 'np.e'],
    ['NaN', 'np.nan'],
    ['Infinity', 'np.inf'],
  ]),
  defineConstant: defineInPython,
  defineFunction: definePython,
  helperName: snakeCase,
  wholeDiffers: new Set(['multiply', 'pow']),
  largestWhole: Number.MAX_SAFE_INTEGER,
  prepare,
  stops: 'plain',
  seed: (output) => `np.ones_like(${output})`,
  zero: (output) => `np.zeros_like(${output})`,
  shapesLikeOutput: true,
};

/** A Python program on NumPy arrays: many programs at once, element by element. */
export function toNumpy(trace: Trace, t: Messages): string {
  const code = codeOf(trace, target, t);
  const { inputs, forward, backward, output } = code;
  const main = [
    code.computesUntaken ? pythonGroup(t.code.branches, ['np.seterr(all="ignore")']) : [],
    pythonGroup(
      t.code.arrays,
      inputs.map(({ name, value }) => `${name} = np.array(${withPoint(String(value))})`),
    ),
    [
      pythonCall('forward', forward),
      ...(backward.results.length > 0 ? [pythonCall('backward', backward)] : []),
    ],
    [output, ...backward.results].map(({ label, name }) => `    print("${label} =", ${name})`),
  ];
  return pythonFile(code, t, ['import numpy as np'], main);
}
