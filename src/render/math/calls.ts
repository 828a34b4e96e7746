import { isFunction } from '../../core/lookup.ts';
import { escapeTex } from './escape.ts';
import { nameTex } from './names.ts';
import { ATOM, atom, bracketed, inBrackets, POWER, type Tex } from './tex.ts';

/** Functions that have a command of their own; all others are set by name. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...'sin cos tan sec csc cot sinh cosh tanh coth exp log ln max min'
    .split(' ')
    .map((name) => [name, `\\${name}`] as const),
  ['asin', '\\arcsin'],
  ['acos', '\\arccos'],
  ['atan', '\\arctan'],
  ['log2', '\\log_{2}'],
  ['log10', '\\log_{10}'],
  ['gamma', '\\Gamma'],
]);

type Writing = (first: Tex, second?: Tex) => Tex;

const fence =
  (left: string, right: string): Writing =>
  ({ tex, tall }) =>
    atom(tall ? `\\left${left} ${tex} \\right${right}` : `${left} ${tex} ${right}`, tall);

const power =
  (exponent: number): Writing =>
  (base) => ({ ...atom(`${bracketed(base, base.precedence < ATOM)}^{${exponent}}`), precedence: POWER });

const root =
  (degree: string): Writing =>
  ({ tex, tall }) =>
    atom(`\\sqrt${degree}{${tex}}`, tall);

/** Functions that are written otherwise than `f(x)`. */
const WRITINGS: ReadonlyMap<string, Writing> = new Map([
  ['sqrt', root('')],
  ['cbrt', root('[3]')],
  ['nthRoot', (radicand, degree) => root(degree ? `[${degree.tex}]` : '')(radicand)],
  ['abs', fence('\\lvert', '\\rvert')],
  ['floor', fence('\\lfloor', '\\rfloor')],
  ['ceil', fence('\\lceil', '\\rceil')],
  ['square', power(2)],
  ['cube', power(3)],
  ['log', (x, base) => called(base ? `\\log_{${base.tex}}` : '\\log', [x])],
]);

/** A function with its arguments. */
export function callTex(name: string, args: readonly Tex[]): Tex {
  const [first, second] = args;
  const writing = WRITINGS.get(name);
  if (writing && first) return writing(first, second);
  return called(COMMANDS.get(name) ?? functionTex(name), args);
}

/** A function of the table is an upright word; one of the learner's is a name like any other. */
const functionTex = (name: string): string =>
  isFunction(name) ? `\\mathrm{${escapeTex(name)}}` : nameTex(name);

function called(head: string, args: readonly Tex[]): Tex {
  const tall = args.some((arg) => arg.tall);
  const inside = inBrackets({ tex: args.map(({ tex }) => tex).join(', '), tall });
  // Braces keep the space off that TeX puts before \left( after a function's name.
  return atom(tall ? `${head}{${inside}}` : head + inside, tall);
}
