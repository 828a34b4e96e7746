import { atom, write, type Written } from '../core/notation.ts';
import { specialFunctions } from './ecmascript-special.ts';
import { arithmetic, helperNames, logicLikeC, named, ofList, signed } from './natives.ts';
import type { Native, Target } from './target.ts';

/** Reserved words of JavaScript, script and module, and the global names that the code uses. */
const RESERVED =
  'arguments async await break case catch class const continue debugger default delete do else enum eval exports export extends false finally for from function get globalThis if implements import in instanceof interface let module new null of package private protected public require return set static super switch this throw true try typeof undefined var void while with yield NaN Infinity Math Number Object console process forward backward main';
const FUNCTIONS =
  'sqrt cbrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh abs sign floor ceil max min hypot';
const CONSTANTS = 'PI E LN2 LN10 LOG2E LOG10E SQRT1_2 SQRT2';

const camelCase = (name: string): string =>
  name.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());

/** JavaScript, or TypeScript: the same with types. */
export function ecmascriptTarget(isTyped: boolean): Target {
  const type = isTyped ? ': number' : '';
  const sources = specialFunctions(type);
  return {
    comment: '//',
    identifiers: {
      whole: /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u,
      part: /^[\p{ID_Continue}$]$/u,
      reserved: new Set([...RESERVED.split(' '), ...helperNames(camelCase, sources)]),
    },
    natives: new Map<string, Native>([
      ...arithmetic,
      ...logicLikeC,
      signed('pow', '**'),
      isTyped ? ['equal', comparison('equal', '===')] : signed('equal', '==='),
      isTyped ? ['unequal', comparison('unequal', '!==')] : signed('unequal', '!=='),
      ...named('Math.', FUNCTIONS),
      ['fix', 'Math.trunc'],
      [
        'round',
        ([x]) => write(timesRow, [`Math.sign(${x?.text})`, `Math.round(Math.abs(${x?.text}))`].map(atom)),
      ],
      ['sum', ofList('[', '].reduce((sum, x) => sum + x)')],
      ['prod', ofList('[', '].reduce((product, x) => product * x)')],
    ]),
    sources,
    constants: new Map([
      ...named('Math.', CONSTANTS),
      ['pi', 'Math.PI'],
      ['e', 'Math.E'],
      ['NaN', 'NaN'],
      ['Infinity', 'Infinity'],
    ]),
    defineConstant: (name, value) => `const ${name} = ${value};`,
    defineFunction: (name, parameters, body) =>
      `function ${name}(${parameters.map((x) => x + type).join(', ')}) {\n  return ${body};\n}`,
    helperName: camelCase,
    wholeDiffers: new Set(),
    largestWhole: Infinity,
    stops: 'none',
    seed: () => '1',
    zero: () => '0',
    shapesLikeOutput: false,
  };
}

const [, times] = signed('multiply');
const timesRow = { name: '', notation: times };

/** A comparison; TypeScript refuses one of two numbers that it knows to differ, unless one is said to be any number. */
const comparison =
  (op: string, symbol: string): Native =>
  ([left, right]) => {
    const [, notation] = signed(op, symbol);
    const [first, second] = [left, right] as [Written, Written];
    const areKnown = [first, second].every(({ text }) => /^[(-]?[\d.]/u.test(text));
    const any = { ...first, text: `${first.text} as number`, precedence: 0 };
    return write({ name: '', notation }, [areKnown ? any : first, second]);
  };
