import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { type Code, codeOf, type Named, type Pass } from './code.ts';
import { ecmascriptTarget } from './ecmascript-target.ts';
import { commented, fitted, type List, spaced } from './layout.ts';
import { aboutBackward, notesOf } from './notes.ts';

const STEP = '  ';

/** A program that runs as a script and as a module alike, with types or without. */
export function ecmascriptFile(trace: Trace, t: Messages, isTyped: boolean): string {
  const code = codeOf(trace, ecmascriptTarget(isTyped), t);
  const { forward, backward } = code;
  const blocks = [
    notesOf(code, t).map((note) => `// ${note}`),
    code.constants,
    ...code.helpers.map((helper) => helper.split('\n')),
    functionOf('forward', t.code.forward, forward, isTyped),
    backward.results.length > 0 ? functionOf('backward', aboutBackward(code, t), backward, isTyped) : [],
    ['function main() {', ...mainOf(code, t), '}'],
    ['main();'],
  ];
  return `${spaced(blocks).join('\n')}\n`;
}

const namesOf = (all: readonly Named[]) => all.map(({ name }) => name);

/** One value as it is, several as an object. */
const together = (all: readonly Named[], before: string, after: string): List => ({
  items: namesOf(all),
  brackets: all.length === 1 ? [before, after] : [`${before}{ `, ` }${after}`],
});

function functionOf(name: string, about: string, pass: Pass, isTyped: boolean): string[] {
  const typeOf = ({ isCondition }: Named) => (isTyped ? `: ${isCondition ? 'boolean' : 'number'}` : '');
  const parameters = pass.parameters.map((parameter) => parameter.name + typeOf(parameter));
  const lines = assignments(pass, isTyped).map((code, i) => ({
    code: STEP + code,
    comment: pass.lines[i]?.comment,
  }));
  return [
    `/** ${about} */`,
    fitted([`function ${name}`, { items: parameters, brackets: ['(', ') {'] }], '', STEP),
    ...commented(lines, ' //'),
    fitted([together(pass.results, 'return ', ';')], STEP, STEP),
    '}',
  ];
}

/** TypeScript follows `+=` back to where a variable begins, and gives up after 2000 of them. */
const MOST_ADDED = 1000;

/** TypeScript would take one of some fixed numbers for a type of its own. */
function assignments({ lines }: Pass, isTyped: boolean): string[] {
  const counts = new Map<string, number>();
  for (const { name } of lines) counts.set(name, (counts.get(name) ?? 0) + 1);
  return lines.map(({ name, formula, adds, grows, isFixed }) => {
    const isLong = isTyped && (counts.get(name) ?? 0) > MOST_ADDED;
    if (adds) return isLong ? `${name} = ${name} + ${formula};` : `${name} += ${formula};`;
    return `${grows ? 'let' : 'const'} ${name}${isTyped && isFixed ? ': number' : ''} = ${formula};`;
  });
}

function mainOf({ inputs, forward, backward, output }: Code, t: Messages): string[] {
  const set = inputs.map(({ name, value }) => `${STEP}const ${name} = ${value};`);
  return spaced([
    set.length === 0 ? [] : [`${STEP}// ${t.code.inputs}`, ...set],
    [call('forward', forward), ...(backward.results.length > 0 ? [call('backward', backward)] : [])],
    [output, ...backward.results].map(({ label, name }) => `${STEP}console.log(\`${label} = \${${name}}\`);`),
  ]);
}

/** `const { u, v } = forward(a, b);` */
const call = (callee: string, { parameters, results }: Pass): string =>
  fitted(
    [together(results, 'const ', ' = '), callee, { items: namesOf(parameters), brackets: ['(', ');'] }],
    STEP,
    STEP,
  );
