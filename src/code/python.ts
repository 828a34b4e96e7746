import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { codeOf, type Input } from './code.ts';
import { withPoint } from './layout.ts';
import { helperNames, named, ofList, snakeCase } from './natives.ts';
import {
  attempt,
  attemptSource,
  defineInPython,
  definePython,
  digammaSource,
  pythonCall,
  pythonGroup,
  pythonFile,
  pythonIdentifiers,
  pythonSigns,
} from './pythonic.ts';
import type { Native, Source, Target } from './target.ts';

const FUNCTIONS =
  'sqrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh erf gamma lgamma floor ceil hypot';

/** Python's own cbrt came with 3.11. */
const cbrtSource: Source = {
  text: `def cbrt(x):
    root = math.copysign(abs(x) ** (1 / 3), x)
    nearest = round(root)
    return nearest if nearest**3 == x else root`,
};

const sources = new Map<string, Source>([
  ['attempt', attemptSource],
  ['digamma', digammaSource],
  ['cbrt', cbrtSource],
]);

/** Python's cosh and sinh raise an error where they are too large; these never are. */
const definitions = new Map([
  ['sech', '2 * exp(-abs(x)) / (1 + exp(-2 * abs(x)))'],
  ['csch', '-2 * sign(x) * exp(-abs(x)) / expm1(-2 * abs(x))'],
]);

const target: Target = {
  comment: '#',
  identifiers: pythonIdentifiers('math', helperNames(snakeCase, sources)),
  natives: new Map<string, Native>([
    ...pythonSigns,
    ...named('math.', FUNCTIONS),
    ['fix', 'math.trunc'],
    ['abs', 'abs'],
    ['max', 'max'],
    ['min', 'min'],
    ['sum', ofList('sum([', '])')],
    ['prod', ofList('math.prod([', '])')],
    ['attempt', attempt],
  ]),
  definitions,
  sources,
  constants: new Map([
    ['pi', 'math.pi'],
    ['PI', 'math.pi'],
    ['e', 'math.e'],
    ['E', 'math.e'],
    ['tau', 'math.tau'],
    ['NaN', 'math.nan'],
    ['Infinity', 'math.inf'],
  ]),
  defineConstant: defineInPython,
  defineFunction: definePython,
  helperName: snakeCase,
  wholeDiffers: new Set(),
  largestWhole: Infinity,
  stops: 'all',
  seed: () => '1',
  zero: () => '0',
  shapesLikeOutput: false,
};

/** A Python program on plain numbers, of the standard library alone. */
export function toPython(trace: Trace, t: Messages): string {
  const code = codeOf(trace, target, t);
  const { inputs, forward, backward, output, fitsWhole } = code;
  const number = ({ value }: Input) => (fitsWhole ? String(value) : withPoint(String(value)));
  const main = [
    pythonGroup(
      t.code.inputs,
      inputs.map((input) => `${input.name} = ${number(input)}`),
    ),
    [
      pythonCall('forward', forward),
      ...(backward.results.length > 0 ? [pythonCall('backward', backward)] : []),
    ],
    [output, ...backward.results].map(({ label, name }) => `    print("${label} =", ${name})`),
  ];
  return pythonFile(code, t, [], main);
}
