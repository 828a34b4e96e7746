import { atom, type Written } from '../core/notation.ts';
import type { Messages } from '../i18n/en.ts';
import type { Assignment, Code, Pass } from './code.ts';
import type { IdentifierRules } from './identifiers.ts';
import { commented, fitted, spaced } from './layout.ts';
import { aboutBackward, notesOf } from './notes.ts';
import { arithmetic, signed } from './natives.ts';
import type { Native, Source } from './target.ts';
import { callWithTuple, parametersIn, returnTuple } from './tuples.ts';

/** What the code of Python, NumPy and PyTorch shares. */

const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield';
/** Functions of its own that Python programs call without a module's name. */
const BUILTINS =
  'abs all any ascii bin bool breakpoint bytearray bytes callable chr compile complex delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip';

/**
 * Python compares names in compatibility form (language reference, 2.3).
 * @param used what else the code calls by name
 */
export const pythonIdentifiers = (used: string, helpers: Iterable<string>): IdentifierRules => ({
  whole: /^(?!__.*__$)[\p{XIDS}_]\p{XIDC}*$/u,
  part: /^\p{XIDC}$/u,
  normalise: (name) => name.normalize('NFKC'),
  reserved: new Set([...`${KEYWORDS} ${BUILTINS} forward backward main ${used}`.split(' '), ...helpers]),
});

/** Everything Python says with signs. */
export const pythonSigns: readonly (readonly [string, Native])[] = [
  ...arithmetic,
  signed('pow', '**'),
  signed('and'),
  signed('or'),
  signed('not'),
  ['select', ([condition, yes, no]) => ternary(condition as Written, yes as Written, no as Written)],
];

function ternary(condition: Written, yes: Written, no: Written): Written {
  const [test, first, second] = [condition, yes, no].map(({ text, precedence }) =>
    precedence === 0 ? `(${text})` : text,
  );
  return { ...atom(`${first} if ${test} else ${second}`), precedence: 0 };
}

/** Computes a formula that may have no value. */
export const attempt: Native = ([formula, otherwise], need) => {
  need('attempt');
  return atom(`attempt(lambda: ${formula?.text}, ${otherwise?.text})`);
};

export const attemptSource: Source = {
  about: (t) => t.code.attempt,
  text: `def attempt(formula, otherwise):
    try:
        value = formula()
    except (ArithmeticError, ValueError):
        return otherwise
    return otherwise if isinstance(value, complex) else value`,
};

/** NIST DLMF 5.5.2 up to 10, then 5.11.2; 5.5.4 below 0. */
export const digammaSource: Source = {
  text: `def digamma(x):
    # NIST DLMF 5.5.2, 5.5.4, 5.11.2
    if x <= 0 and x == math.floor(x):
        return math.nan
    if x < 0:
        return digamma(1 - x) - math.pi / math.tan(math.pi * x)
    shift = 0
    while x < 10:
        shift -= 1 / x
        x += 1
    r = 1 / (x * x)
    series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * 691 / 32760)))))
    return shift + math.log(x) - 0.5 / x - series`,
};

export const definePython = (name: string, parameters: readonly string[], body: string): string =>
  `def ${name}(${parameters.join(', ')}):\n    return ${body}`;

export const defineInPython = (name: string, value: string): string => `${name} = ${value}`;

const STEP = '    ';
/** The line of main that runs a pass. */
export const pythonCall = (callee: string, pass: Pass, indent = STEP): string =>
  callWithTuple(callee, pass, indent, STEP);

function pythonFunction(name: string, doc: string, pass: Pass): string[] {
  const lines = pass.lines.map((line) => ({ code: pythonAssignment(line), comment: line.comment }));
  return [
    fitted([`def ${name}`, parametersIn(pass.parameters, ':')], '', STEP),
    `${STEP}"""${doc}"""`,
    ...commented(lines, '  #'),
    returnTuple(pass, STEP),
  ];
}

const pythonAssignment = ({ name, adds, formula }: Assignment): string =>
  `${STEP}${name} ${adds ? '+=' : '='} ${formula}`;

/** Modules by what code calls in them, and the lines that import them. */
const IMPORTS = [
  [/\bmath\./u, 'import math'],
  [/\breduce\(/u, 'from functools import reduce'],
] as const;

/**
 * A Python file: the two passes, and a main of these groups of lines.
 * @param libraries lines that import what the program is for
 */
export function pythonFile(
  code: Code,
  t: Messages,
  libraries: readonly string[],
  main: readonly (readonly string[])[],
): string {
  const { backward } = code;
  const functions = [
    ...code.helpers.map((helper) => helper.split('\n')),
    pythonFunction('forward', t.code.forward, code.forward),
    backward.results.length > 0 ? pythonFunction('backward', aboutBackward(code, t), backward) : [],
    ['def main():', ...spaced(main)],
    ['if __name__ == "__main__":', `${STEP}main()`],
  ];
  const text = functions.flat().join('\n');
  const standard = IMPORTS.filter(([call]) => call.test(text)).map(([, line]) => line);
  const top = spaced([notesOf(code, t).map((note) => `# ${note}`), standard, libraries, code.constants]);
  return `${spaced([top, ...functions], 2).join('\n')}\n`;
}

/** A group of lines for main: a comment, and what it is about. */
export const pythonGroup = (comment: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`# ${comment}`, ...lines].map((line) => STEP + line);
