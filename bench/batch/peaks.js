import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digits } from '../report/row.js';
import { median, paired, summary } from '../statistics.js';
import { BATCH, LINES, onOneCore } from './command.js';

/** @import { Row } from '../report/row.js' */

const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url));

/**
 * The largest resident memory of longer batches, next to that of 10⁴ lines.
 * @param {string} folder
 * @param {string} text of 10⁴ lines
 * @param {readonly number[]} factors how many times as many lines
 * @param {number} runs of all but the longest, which runs once
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row[]>}
 */
export async function peaks(folder, text, factors, runs, env) {
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
  const [command, rest] = onOneCore(args);
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
