import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { cTarget } from './c-target.ts';
import { type Assignment, type Code, codeOf, type Named, type Pass } from './code.ts';
import { commented, fitted, spaced } from './layout.ts';
import { aboutBackward, notesOf } from './notes.ts';

const STEP = '  ';

/** A C99 program on doubles, to be linked with the mathematical library. */
export function toC(trace: Trace, t: Messages): string {
  const code = codeOf(trace, cTarget, t);
  const { forward, backward } = code;
  const hasConditions = forward.lines.some(({ isCondition }) => isCondition);
  const headers = ['math.h', ...(hasConditions ? ['stdbool.h'] : []), 'stdio.h'];
  const hasBackward = backward.results.length > 0;
  const blocks = [
    notesOf(code, t).map((note) => `// ${note}`),
    headers.map((header) => `#include <${header}>`),
    code.constants,
    ...code.helpers.map((helper) => helper.split('\n')),
    structOf('Values', forward),
    hasBackward ? structOf('Gradients', backward) : [],
    functionOf('forward', t.code.forward, 'Values', forward),
    hasBackward ? functionOf('backward', aboutBackward(code, t), 'Gradients', backward) : [],
    ['int main(void) {', ...mainOf(code, t), `${STEP}return 0;`, '}'],
  ];
  return `${spaced(blocks).join('\n')}\n`;
}

/** A single result is a number; several are a struct. */
const isSingle = ({ results }: Pass): boolean => results.length === 1;

const typeOf = ({ isCondition }: Named): string => (isCondition ? 'bool' : 'double');
const declared = (variable: Named): string => `${typeOf(variable)} ${variable.name}`;

const structOf = (name: string, pass: Pass): string[] =>
  isSingle(pass)
    ? []
    : [`struct ${name} {`, ...pass.results.map((field) => `${STEP}${declared(field)};`), '};'];

function functionOf(name: string, about: string, struct: string, pass: Pass): string[] {
  const { parameters, lines } = pass;
  const results = pass.results.map((result) => result.name);
  return [
    `// ${about}`,
    fitted(
      [
        `static ${isSingle(pass) ? 'double' : `struct ${struct}`} ${name}`,
        { items: parameters.length === 0 ? ['void'] : parameters.map(declared), brackets: ['(', ') {'] },
      ],
      '',
      STEP,
    ),
    ...commented(
      lines.map((line) => ({ code: assignment(line), comment: line.comment })),
      '  //',
    ),
    fitted(
      isSingle(pass)
        ? [`return ${results[0]};`]
        : [`return (struct ${struct})`, { items: results, brackets: ['{', '};'] }],
      STEP,
      STEP,
    ),
    '}',
  ];
}

const assignment = (line: Assignment): string =>
  `${STEP}${line.adds ? `${line.name} +=` : `${declared(line)} =`} ${line.formula};`;

function mainOf({ inputs, forward, backward, output }: Code, t: Messages): string[] {
  const set = inputs.map(({ name, value }) => `${STEP}double ${name} = ${numeral(value)};`);
  const fields = new Set(isSingle(forward) ? [] : forward.results.map(({ name }) => name));
  const value = ({ name }: Named) => (fields.has(name) ? `values.${name}` : name);
  const gradient = ({ name }: Named) => (isSingle(backward) ? name : `gradients.${name}`);
  return spaced([
    set.length === 0 ? [] : [`${STEP}// ${t.code.inputs}`, ...set],
    [
      call('forward', 'struct Values values', forward, value),
      ...(backward.results.length > 0
        ? [call('backward', 'struct Gradients gradients', backward, value)]
        : []),
    ],
    [print(output, value(output)), ...backward.results.map((result) => print(result, gradient(result)))],
  ]);
}

/** Whole numbers too large for any type but double have a point. */
const numeral = (value: number): string =>
  Math.abs(value) > cTarget.largestWhole && /^-?\d+$/u.test(String(value)) ? `${value}.0` : String(value);

/** `struct Gradients gradients = backward(b, values.u);` */
function call(callee: string, struct: string, pass: Pass, value: (variable: Named) => string): string {
  const [first] = pass.results;
  const holder = isSingle(pass) && first ? declared(first) : struct;
  return fitted(
    [`${holder} = ${callee}`, { items: pass.parameters.map(value), brackets: ['(', ');'] }],
    STEP,
    STEP,
  );
}

const print = ({ label }: Named, value: string): string => `${STEP}printf("${label} = %.17g\\n", ${value});`;
