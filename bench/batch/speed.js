import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { digits } from '../report/row.js';
import { median, paired, summary } from '../statistics.js';
import { checkAnswers } from './check.js';
import { BATCH, LINES, onOneCore } from './command.js';

/** @import { Row } from '../report/row.js' */

/**
 * @param {readonly string[]} args
 * @param {string} lines a file
 * @param {NodeJS.ProcessEnv} env
 */
function time(args, lines, env) {
  const [command, rest] = onOneCore(args);
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
export async function speed(parse, lines, runs, env) {
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
