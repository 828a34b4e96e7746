/**
 * How long a batch takes, as a ratio to only parsing the same lines: whole processes on one core, in paired runs.
 * node bench/batch.js [lines = 10000] [runs = 15]
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withBundle } from './bundled.js';

const [count = 10_000, runs = 15] = process.argv.slice(2).map(Number);
const program = fileURLToPath(new URL('../bin/gradtutor.js', import.meta.url));
const { NODE_EXTRA_CA_CERTS: _slowsEveryStart, ...env } = process.env;

/** Linux can hold a process and all of its threads on one core. */
const pin = process.platform === 'linux' ? ['taskset', '-c', '0'] : [];

/**
 * @param {string[]} args
 * @param {string} lines a file
 */
function time(args, lines) {
  const [command = process.execPath, ...rest] = [...pin, process.execPath, ...args];
  const input = openSync(lines, 'r');
  const start = performance.now();
  const { status, stdout } = spawnSync(command, rest, {
    env,
    stdio: [input, 'pipe', 'inherit'],
    maxBuffer: Infinity,
  });
  const ms = performance.now() - start;
  closeSync(input);
  assert.equal(status, 0, args.join(' '));
  return { ms, stdout: stdout.toString() };
}

/**
 * @param {number[]} values
 * @param {number} share
 */
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * share)] ?? NaN;

const folder = await mkdtemp(join(tmpdir(), 'gradtutor-batch-'));
try {
  const lines = join(folder, 'lines.ndjson');
  await withBundle(new URL('batch/lines.ts', import.meta.url), async (file) => {
    const { mixedLines } = await import(pathToFileURL(file).href);
    writeFileSync(lines, `${mixedLines(count).join('\n')}\n`);
  });
  await withBundle(new URL('batch/parse-only.ts', import.meta.url), (file) => measure([file], lines));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/**
 * @param {string[]} parse
 * @param {string} lines a file
 */
function measure(parse, lines) {
  const batch = [program, 'run', '-', '--format', 'ndjson'];

  assert.equal(Number(time(parse, lines).stdout), count);
  assert.equal(time(batch, lines).stdout.split('\n').length - 1, count);
  /** @type {number[]} */
  const parses = [];
  /** @type {number[]} */
  const batches = [];
  for (let round = 0; round < runs; round++) {
    const parseFirst = round % 2 === 0;
    if (parseFirst) parses.push(time(parse, lines).ms);
    batches.push(time(batch, lines).ms);
    if (!parseFirst) parses.push(time(parse, lines).ms);
  }
  const ratios = batches.map((ms, i) => ms / (parses[i] ?? NaN));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  console.log(
    `Node ${process.version}, ${count} different lines, ${runs} paired runs; medians [quartiles]\n`,
  );
  console.log(`parse only   ${quantile(parses, 0.5).toFixed(0)} ms`);
  console.log(`whole batch  ${quantile(batches, 0.5).toFixed(0)} ms   ratio ${middle}  [${low} – ${high}]`);
}
