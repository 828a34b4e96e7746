/** How long a whole process takes, as a ratio to a bare `node -e 0`: paired runs, interleaved. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNS = 31;
const program = fileURLToPath(new URL('../bin/gradtutor.js', import.meta.url));

const { NODE_EXTRA_CA_CERTS: _slowsEveryStart, GRADTUTOR_NO_CACHE: _chosenHere, ...env } = process.env;
const noCache = { ...env, GRADTUTOR_NO_CACHE: '1' };
const run = [program, 'run', '3*(a+b*c)'];
const cases = [
  { name: 'node -e 0', args: ['-e', '0'], env },
  { name: 'run "3*(a+b*c)"', args: run, env },
  { name: 'run "3*(a+b*c)", no cache', args: run, env: noCache },
  { name: '--version', args: [program, '--version'], env },
  { name: '--version, no cache', args: [program, '--version'], env: noCache },
];
/** @type {number[][]} */
const times = cases.map(() => []);

/** @param {(typeof cases)[number]} each */
function time({ name, args, env: variables }) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  const ms = performance.now() - start;
  assert.equal(status, 0, name);
  return ms;
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * share)] ?? NaN;
}

for (const each of cases) time(each);
for (let round = 0; round < RUNS; round++) {
  for (let turn = 0; turn < cases.length; turn++) {
    const i = (turn + round) % cases.length;
    const each = cases[i];
    if (each) times[i]?.push(time(each));
  }
}

console.log(`Node ${process.version}, ${RUNS} paired runs; median [quartiles]\n`);
for (const [i, { name }] of cases.entries()) {
  const ms = times[i] ?? [];
  const ratios = ms.map((value, round) => value / (times[0]?.[round] ?? NaN));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  const typical = `${quantile(ms, 0.5).toFixed(1)} ms`;
  console.log(`${name.padEnd(28)}${typical.padStart(10)}   ratio ${middle}  [${low} – ${high}]`);
}
