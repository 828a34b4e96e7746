import { atom } from '../core/notation.ts';
import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { codeOf, type Pass } from './code.ts';
import { juliaSources } from './julia-special.ts';
import { commented, fitted, spaced, withPoint } from './layout.ts';
import { aboutBackward, notesOf } from './notes.ts';
import { arithmetic, folded, helperNames, logicLikeC, named, ofList, signed, snakeCase } from './natives.ts';
import type { Native, Target } from './target.ts';
import { callWithTuple, parametersIn, returnTuple } from './tuples.ts';

const WORDS =
  'abstract baremodule begin break catch ccall const continue do else elseif end export false finally for function global if import in isa let local macro module mutable outer primitive public quote return struct true try type typeof using var where while Inf NaN pi MathConstants println nothing missing forward backward main';
const FUNCTIONS =
  'sqrt cbrt exp expm1 log log2 log10 log1p sin cos tan sec csc cot asin acos atan asec acsc acot sinh cosh tanh sech csch coth asinh acosh atanh asech acsch acoth hypot abs sign floor ceil max min';
const OTHERS = 'trunc round sum prod maximum minimum reduce';

/** Base has a mod of its own, which rounds in another way. */
const helperName = (op: string): string => (op === 'mod' ? 'modulo' : snakeCase(op));

const target: Target = {
  comment: '#',
  identifiers: {
    // A name of underscores alone cannot be read.
    whole: /^(?!_+$)[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{Nl}_][\p{L}\p{M}\p{Nd}\p{Nl}_]*$/u,
    part: /^[\p{L}\p{M}\p{Nd}\p{Nl}_]$/u,
    // Julia takes these letters for their Greek doubles.
    normalise: (name) => name.replaceAll('\u00b5', '\u03bc').replaceAll('\u025b', '\u03b5'),
    reserved: new Set([
      ...`${WORDS} ${FUNCTIONS} ${OTHERS}`.split(' '),
      ...helperNames(helperName, juliaSources),
    ]),
  },
  natives: new Map<string, Native>([
    ...arithmetic,
    ...logicLikeC,
    signed('pow'),
    ...named('', FUNCTIONS),
    ['atan2', 'atan'],
    ['fix', 'trunc'],
    ['round', ([x]) => atom(`round(${x?.text}, RoundNearestTiesAway)`)],
    ['max', folded('max', ofList('maximum([', '])'))],
    ['min', folded('min', ofList('minimum([', '])'))],
    ['hypot', folded('hypot', ofList('reduce(hypot, [', '])'))],
    ['sum', ofList('sum([', '])')],
    ['prod', ofList('prod([', '])')],
    [
      'attempt',
      ([formula, otherwise], need) => {
        need('attempt');
        return atom(`attempt(() -> ${formula?.text}, ${otherwise?.text})`);
      },
    ],
  ]),
  sources: juliaSources,
  constants: new Map([
    ['pi', 'pi'],
    ['PI', 'pi'],
    ['e', 'MathConstants.e'],
    ['E', 'MathConstants.e'],
    ['phi', 'MathConstants.golden'],
    ['NaN', 'NaN'],
    ['Infinity', 'Inf'],
  ]),
  defineConstant: (name, value) => `const ${name} = ${value}`,
  defineFunction: (name, parameters, body) =>
    `function ${name}(${parameters.join(', ')})\n    return ${body}\nend`,
  helperName,
  wholeDiffers: new Set(['add', 'subtract', 'multiply', 'pow', 'select']),
  largestWhole: Number.MAX_SAFE_INTEGER,
  stops: 'all',
  seed: () => '1.0',
  zero: () => '0.0',
  shapesLikeOutput: false,
};

const STEP = '    ';
const quoted = (text: string): string => `"${text.replaceAll('$', String.raw`\$`)}"`;

/** A Julia program of Base alone. */
export function toJulia(trace: Trace, t: Messages): string {
  const code = codeOf(trace, target, t);
  const { inputs, forward, backward, output } = code;
  const main = [
    inputs.length === 0
      ? []
      : [
          `# ${t.code.inputs}`,
          ...inputs.map(({ name, value }) => `${name} = ${withPoint(String(value))}`),
        ].map((line) => STEP + line),
    [
      callWithTuple('forward', forward, STEP, STEP),
      ...(backward.results.length > 0 ? [callWithTuple('backward', backward, STEP, STEP)] : []),
    ],
    [output, ...backward.results].map(
      ({ label, name }) => `${STEP}println(${quoted(`${label} = `)}, ${name})`,
    ),
  ];
  const blocks = [
    notesOf(code, t).map((note) => `# ${note}`),
    code.constants,
    ...code.helpers.map((helper) => helper.split('\n')),
    functionOf('forward', t.code.forward, forward),
    backward.results.length > 0 ? functionOf('backward', aboutBackward(code, t), backward) : [],
    ['function main()', ...spaced(main), 'end'],
    ['main()'],
  ];
  return `${spaced(blocks).join('\n')}\n`;
}

function functionOf(name: string, about: string, pass: Pass): string[] {
  const lines = pass.lines.map(({ name: of, adds, formula, comment }) => ({
    code: `${STEP}${of} ${adds ? '+=' : '='} ${formula}`,
    comment,
  }));
  return [
    `# ${about}`,
    fitted([`function ${name}`, parametersIn(pass.parameters)], '', STEP),
    ...commented(lines, '  #'),
    returnTuple(pass, STEP),
    'end',
  ];
}
