/** Batches of lines, next to only parsing them: whole processes on one core. And whether memory grows with the lines. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withBundle } from '../bundled.js';
import { cleanEnvironment, program, withFolder } from '../processes.js';
import { digits } from '../report/row.js';
import { median, paired, summary } from '../statistics.js';
import { checkAnswers } from './check.js';

/** @import { Job, Row } from '../report/row.js' */

const LINES = 10_000;
const BATCH = [program, 'run', '-', '--format', 'ndjson'];
const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url));

/** Linux can hold a process and all of its threads on one core. */
const pin = process.platform === 'linux' ? ['taskset', '-c', '0'] : [];

/** @type {Job} */
export const job = {
  name: 'batch',
  title: 'Batches',
  measure: (isQuick) =>
    withFolder(async (folder) => {
      const env = cleanEnvironment(folder);
      const text = await withBundle(new URL('lines.ts', import.meta.url), async (file) => {
        const { mixedLines } = await import(pathToFileURL(file).href);
        return `${mixedLines(LINES).join('\n')}\n`;
      });
      const lines = join(folder, 'lines.ndjson');
      writeFileSync(lines, text);
      const speed = await withBundle(new URL('parse-only.ts', import.meta.url), (parse) =>
        next(parse, lines, isQuick ? 5 : 15, env),
      );
      const factors = isQuick ? [10] : [10, 100];
      return { rows: [speed, ...(await peaks(folder, text, factors, isQuick ? 3 : 5, env))] };
    }),
};

/**
 * @param {readonly string[]} args
 * @param {string} lines a file
 * @param {NodeJS.ProcessEnv} env
 */
function time(args, lines, env) {
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
 * A whole batch next to only parsing the same lines with mathjs' parser.
 * @param {string} parse the program that only parses
 * @param {string} lines a file
 * @param {number} runs
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
async function next(parse, lines, runs, env) {
  assert.equal(Number(time([parse], lines, env).stdout), LINES);
  await checkAnswers(readFileSync(lines, 'utf8'), time(BATCH, lines, env).stdout);
  /** @type {number[]} */
  const parses = [];
  /** @type {number[]} */
  const batches = [];
  for (let round = 0; round < runs; round++) {
    const isParsedFirst = round % 2 === 0;
    if (isParsedFirst) parses.push(time([parse], lines, env).ms);
    batches.push(time(BATCH, lines, env).ms);
    if (!isParsedFirst) parses.push(time([parse], lines, env).ms);
  }
  const [whole, alone] = [batches, parses].map((all) => digits((1000 * LINES) / median(all)));
  return {
    name: '10⁴ lines',
    ...summary(paired(batches, parses)),
    against: 'only parsing them',
    better: 'less',
    ms: median(batches),
    note: `${whole} lines a second, parsing alone ${alone}`,
  };
}

/**
 * The largest resident memory of longer batches, next to that of 10⁴ lines.
 * @param {string} folder
 * @param {string} text of 10⁴ lines
 * @param {readonly number[]} factors how many times as many lines
 * @param {number} runs of all but the longest, which runs once
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row[]>}
 */
async function peaks(folder, text, factors, runs, env) {
  const measured = new Map([[1, await peaksOf(folder, text, 1, runs, env)]]);
  for (const factor of factors)
    measured.set(factor, await peaksOf(folder, text, factor, factor > 10 ? 1 : runs, env));
  const small = measured.get(1) ?? [];
  return factors.map((factor) => {
    const all = measured.get(factor) ?? [];
    return {
      name: `peak memory, 10${factor === 10 ? '⁵' : '⁶'} lines`,
      ...summary(paired(all, small)),
      against: 'that of 10⁴ lines',
      better: 'less',
      note: `${digits(median(all))} MB`,
    };
  });
}

/**
 * @param {string} folder
 * @param {string} text
 * @param {number} factor
 * @param {number} runs
 * @param {NodeJS.ProcessEnv} env
 */
async function peaksOf(folder, text, factor, runs, env) {
  const file = join(folder, `${factor}.ndjson`);
  const target = openSync(file, 'w');
  for (let i = 0; i < factor; i++) writeFileSync(target, text);
  closeSync(target);
  const result = join(folder, 'peak');
  const peaks = [];
  for (let run = 0; run < runs; run++) {
    const count = await linesWritten(['--require', PEAK, ...BATCH], file, { ...env, PEAK_FILE: result });
    assert.equal(count, factor * LINES);
    peaks.push(Number(readFileSync(result, 'utf8')));
  }
  return peaks;
}

/**
 * How many lines a process answers with: their text may be larger than memory.
 * @param {readonly string[]} args
 * @param {string} lines a file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
async function linesWritten(args, lines, env) {
  const [command = process.execPath, ...rest] = [...pin, process.execPath, ...args];
  const input = openSync(lines, 'r');
  const child = spawn(command, rest, { env, stdio: [input, 'pipe', 'inherit'] });
  assert.ok(child.stdout);
  closeSync(input);
  const ended = new Promise((resolve) => child.on('close', resolve));
  let count = 0;
  for await (const chunk of child.stdout) for (const byte of chunk) if (byte === 10) count++;
  assert.equal(await ended, 0, args.join(' '));
  return count;
}
