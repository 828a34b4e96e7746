import { program } from '../processes.js';

/** How many lines are timed. */
export const LINES = 10_000;

/** Reads lines from standard input. */
export const BATCH = [program, 'run', '-', '--format', 'ndjson'];

/** Linux can hold a process and all of its threads on one core. */
const pin = process.platform === 'linux' ? ['taskset', '-c', '0'] : [];

/**
 * The command that runs Node on one core, and its arguments.
 * @param {readonly string[]} args of Node
 * @returns {[command: string, args: string[]]}
 */
export function onOneCore(args) {
  const [command = process.execPath, ...rest] = [...pin, process.execPath, ...args];
  return [command, rest];
}
