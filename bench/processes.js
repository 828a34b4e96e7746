/** How the processes of the benchmarks are started: each in a home of its own, and without what slows every start. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const program = join(root, 'bin/gradtutor.js');

/**
 * An environment in which the code cache is filled anew and nobody's unfinished quiz is found. Certificates of one's own
 * slow every start of Node.
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(home) {
  const { NODE_EXTRA_CA_CERTS: _certificates, GRADTUTOR_NO_CACHE: _noCache, CI: _ci, ...outer } = process.env;
  return {
    ...outer,
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_STATE_HOME: home,
    LC_ALL: 'C',
    TERM: 'xterm',
  };
}

/**
 * @template T
 * @param {(folder: string) => T | Promise<T>} use what to do with a folder, which is gone afterwards
 */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'gradtutor-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What a script of the benchmarks prints as JSON, run in a process of its own.
 * @param {URL} script
 * @param {readonly unknown[]} args
 */
export function jsonOf(script, ...args) {
  const options = ['--expose-gc', '--max-old-space-size=8000', fileURLToPath(script), ...args.map(String)];
  const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8', env });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}
