/** Starts processes and takes the time: paired runs, interleaved, so that what disturbs one disturbs all. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

/** @import { Case } from './cases.js' */

const LONGEST = 30_000;

/**
 * @param {Case} each
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} milliseconds until the process has ended, or has shown what is waited for
 */
function time(each, env) {
  const variables = { ...env, ...each.env };
  return each.isOnTerminal ? untilShown(each, variables) : Promise.resolve(untilEnded(each, variables));
}

/**
 * @param {Case} each
 * @param {NodeJS.ProcessEnv} env
 */
function untilEnded({ name, args, says }, env) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ms = performance.now() - start;
  assert.equal(status, 0, `${name}: ${stderr.toString()}`);
  assert.match(stdout.toString(), says, name);
  return ms;
}

/**
 * @param {Case} each
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function untilShown({ name, args, says, leave }, env) {
  return new Promise((resolve, reject) => {
    let screen = '';
    let isShown = false;
    const start = performance.now();
    const child = spawn(process.execPath, [...args], { cols: 80, rows: 40, env });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${name} has not shown ${says}, but ${screen}`));
    }, LONGEST);
    child.onData((data) => {
      screen += data;
      if (isShown || !says.test(stripVTControlCharacters(screen).replaceAll('\r', ''))) return;
      const ms = performance.now() - start;
      isShown = true;
      child.onExit(() => {
        clearTimeout(late);
        resolve(ms);
      });
      if (leave === undefined) child.kill('SIGKILL');
      else child.write(leave);
    });
  });
}

/** Rounds that are not counted: they fill the caches of the system and of the program. */
const WARM_UPS = 2;

/**
 * Milliseconds of each case, round by round.
 * @param {readonly Case[]} cases
 * @param {number} rounds
 * @param {NodeJS.ProcessEnv} env
 */
export async function timesOf(cases, rounds, env) {
  /** @type {Map<Case, number[]>} */
  const times = new Map(cases.map((each) => [each, []]));
  for (let round = -WARM_UPS; round < rounds; round++) {
    for (let turn = 0; turn < cases.length; turn++) {
      const each = /** @type {Case} */ (cases[(turn + Math.max(0, round)) % cases.length]);
      const ms = await time(each, env);
      if (round >= 0) times.get(each)?.push(ms);
    }
  }
  return times;
}
