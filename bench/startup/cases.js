/** What is started, and what each must have said before it is timed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/gradtutor.js');

/** Compared with the derivative of mathjs and the value of its command line, at a = 5, b = 3, c = 2. */
const EXPRESSION = '3*(a+b*c)';

const derivative = `
  import { derivative } from 'mathjs';
  console.log(derivative('${EXPRESSION}', 'b').evaluate({ a: 5, b: 3, c: 2 }));`;

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {readonly string[]} args of node
 * @property {RegExp} says what standard output must have in it
 * @property {Readonly<Record<string, string>>} [env]
 * @property {boolean} [isOnTerminal] started on a pseudo-terminal, and done when it has said that
 */

/** A whole process with pipes; the first case is what the others are compared with. */
const pipes = [
  { name: 'node -e 0', args: ['-e', '0'], says: /^$/ },
  { name: `run "${EXPRESSION}"`, args: [program, 'run', EXPRESSION], says: /J = 3 \* v = 33[^]*db = 6/ },
  {
    name: `run "${EXPRESSION}", no cache`,
    args: [program, 'run', EXPRESSION],
    says: /db = 6/,
    env: { GRADTUTOR_NO_CACHE: '1' },
  },
  { name: 'run --quiet', args: [program, 'run', EXPRESSION, '--quiet'], says: /db = 6/ },
  { name: 'run of a graph with a fork', args: [program, 'run', 'u = a*b; J = u + a'], says: /da = 4/ },
  { name: '--version', args: [program, '--version'], says: /^\d+\.\d+\.\d+\n$/ },
  {
    name: '--version, no cache',
    args: [program, '--version'],
    says: /^\d+\.\d+\.\d+\n$/,
    env: { GRADTUTOR_NO_CACHE: '1' },
  },
  { name: '--help', args: [program, '--help'], says: /run/ },
  { name: "mathjs' command line: a value", args: bin('mathjs', 'bin/cli.js', '3*(5+3*2)'), says: /^33\n$/ },
  {
    name: 'import mathjs, one derivative',
    args: ['--input-type=module', '-e', derivative],
    says: /^6\n$/,
  },
  { name: 'prettier --version', args: bin('prettier', 'bin/prettier.cjs', '--version'), says: /\d/ },
  { name: 'eslint --version', args: bin('eslint', 'bin/eslint.js', '--version'), says: /\d/ },
];

/** On a pseudo-terminal, which takes some time itself: compared with node on one. */
const terminals = [
  { name: 'node -e 0, on a terminal', args: ['-e', 'console.log("ready")'], says: /ready/ },
  { name: 'run: first question', args: [program, 'run', EXPRESSION], says: /^ {2}dv = ?$/m },
  { name: 'quiz: first question', args: [program, 'quiz', EXPRESSION], says: /^ {2}dv = ?$/m },
].map((each) => ({ ...each, isOnTerminal: true }));

/**
 * @param {string} name of a package
 * @param {string} file
 * @param {string} arg
 */
function bin(name, file, arg) {
  return [join(root, 'node_modules', name, file), arg];
}

/** Each with those that it is compared with; what is not installed is left out. @type {readonly Case[][]} */
export const groups = [pipes, terminals].map((cases) =>
  cases.filter(({ args: [file = ''] }) => !file.includes('node_modules') || existsSync(file)),
);
