/** What is started, and what each must have said before it is timed. */
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { program, root } from '../processes.js';

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
 * @property {boolean} [isYardstick] another program: how fast it starts is no merit of ours
 * @property {boolean} [isOnTerminal] started on a pseudo-terminal, and done when it has said that
 * @property {string} [leave] typed then, so that it comes to its end, and keeps what it has compiled
 */

const withoutCache = { GRADTUTOR_NO_CACHE: '1' };

/** A whole process with pipes; the first case is what the others are compared with. @type {readonly Case[]} */
const pipes = [
  { name: 'node -e 0', args: ['-e', '0'], says: /^$/ },
  {
    name: `run "${EXPRESSION}"`,
    args: [program, 'run', EXPRESSION],
    says: /J = 3 \* v = 33[^]*da = 3[^]*db = 6[^]*dc = 9/,
  },
  {
    name: `run "${EXPRESSION}", no cache`,
    args: [program, 'run', EXPRESSION],
    says: /J = 3 \* v = 33[^]*da = 3[^]*db = 6[^]*dc = 9/,
    env: withoutCache,
  },
  { name: 'run --quiet', args: [program, 'run', EXPRESSION, '--quiet'], says: /^da = 3, db = 6, dc = 9\n$/ },
  { name: 'run of a graph with a fork', args: [program, 'run', 'u = a*b; J = u + a'], says: /da = 4/ },
  { name: '--version', args: [program, '--version'], says: versionOf(manifest.version) },
  {
    name: '--version, no cache',
    args: [program, '--version'],
    says: versionOf(manifest.version),
    env: withoutCache,
  },
  { name: '--help', args: [program, '--help'], says: /run/ },
  {
    name: "mathjs' command line: a value",
    args: bin('mathjs', 'bin/cli.js', '3*(5+3*2)'),
    says: /^33\n$/,
    isYardstick: true,
  },
  {
    name: 'import mathjs, one derivative',
    args: ['--input-type=module', '-e', derivative],
    says: /^6\n$/,
    isYardstick: true,
  },
  {
    name: 'prettier --version',
    args: bin('prettier', 'bin/prettier.cjs', '--version'),
    says: versionOf(manifest.devDependencies.prettier),
    isYardstick: true,
  },
  {
    name: 'eslint --version',
    args: bin('eslint', 'bin/eslint.js', '--version'),
    says: versionOf(manifest.devDependencies.eslint),
    isYardstick: true,
  },
];

/** On a pseudo-terminal, which takes some time itself: compared with node on one. @type {readonly Case[]} */
const terminals = [
  { name: 'node on a terminal', args: ['-e', 'console.log("ready")'], says: /ready/ },
  { name: 'run: first question', args: [program, 'run', EXPRESSION], says: /^ {2}dv = ?$/m, leave: ':q\r' },
  { name: 'quiz: first question', args: [program, 'quiz', EXPRESSION], says: /^ {2}dv = ?$/m, leave: ':q\r' },
].map((each) => ({ ...each, isOnTerminal: true }));

/** @param {string} version */
function versionOf(version) {
  return new RegExp(`^v?${version.replaceAll('.', '\\.')}\n$`);
}

/**
 * @param {string} name of a package
 * @param {string} file
 * @param {string} arg
 */
function bin(name, file, arg) {
  return [join(root, 'node_modules', name, file), arg];
}

/** Each with those that it is compared with. */
export const groups = [pipes, terminals];
