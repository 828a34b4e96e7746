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
 * A whole batch next to only parsing the same lines, with mathjs' parser as it is published, and as gradtutor builds it.
 * @param {{ published: string, own: string }} parse the programs that only parse
 * @param {string} lines a file
 * @param {number} runs
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row[]>}
 */
export async function speed(parse, lines, runs, env) {
  await checkAnswers(readFileSync(lines, 'utf8'), time(BATCH, lines, env).stdout);
  /** @type {(readonly [args: string[], times: number[]])[]} */
  const programs = [BATCH, [parse.published], [parse.own]].map((args) => [args, []]);
  for (const [args] of programs.slice(1)) assert.equal(Number(time(args, lines, env).stdout), LINES);
  for (let round = 0; round < runs; round++) {
    for (const [args, times] of round % 2 === 0 ? programs : programs.toReversed())
      times.push(time(args, lines, env).ms);
  }
  const [batch = [], published = [], own = []] = programs.map(([, times]) => times);
  /** @param {number[]} alone @param {string} name @param {string} against @returns {Row} */
  const row = (alone, name, against) => ({
    name,
    ...summary(paired(batch, alone)),
    against,
    better: 'less',
    ms: median(batch),
    note: `${perSecond(batch)} lines a second, parsing alone ${perSecond(alone)}`,
  });
  return [
    row(published, '10⁴ lines', "only parsing them, mathjs' parser as published"),
    row(own, '10⁴ lines, once more', 'only parsing them, the parser as built here'),
  ];
}

/** @param {number[]} times of all lines, in milliseconds */
const perSecond = (times) => digits((1000 * LINES) / median(times));
