/** `npx <tarball>` as on a machine that has never seen gradtutor: nothing in npm's cache. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, withFolder } from '../processes.js';
import { digits } from '../report/row.js';
import { median, paired, summary } from '../statistics.js';

/** @import { Row } from '../report/row.js' */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function run(command, args, options) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${String(stderr)}`);
  return String(stdout);
}

/**
 * @template T
 * @param {() => T} work
 * @returns {[ms: number, result: T]}
 */
function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${digits(bytes / 1000)} kB`;

/**
 * @param {number} rounds
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Row>}
 */
export const measureNpx = (rounds, env) =>
  withFolder((folder) => {
    const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [packed] = /** @type {[{ filename: string, size: number, unpackedSize: number }]} */ (
      JSON.parse(run('npm', packing, { cwd: root, env }))
    );
    // npx would execute an absolute path.
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const args = ['--yes', `../${packed.filename}`, 'run', '3*(a+b*c)', '--quiet'];
    /** @type {number[]} */
    const times = [];
    /** @type {number[]} */
    const bare = [];
    for (let round = 0; round < rounds; round++) {
      const cold = {
        ...env,
        npm_config_cache: join(folder, `cache-${round}`),
        npm_config_update_notifier: 'false',
      };
      const [ms, stdout] = timed(() => run('npx', args, { cwd: elsewhere, env: cold }));
      assert.equal(stdout, 'da = 3, db = 6, dc = 9\n');
      times.push(ms);
      bare.push(timed(() => run(process.execPath, ['-e', '0'], { env }))[0]);
    }
    return {
      name: 'npx <tarball>, empty cache',
      ...summary(paired(times, bare)),
      against: 'node -e 0',
      better: /** @type {const} */ ('less'),
      ms: median(times),
      note: `${kilobytes(packed.size)}, ${kilobytes(packed.unpackedSize)} unpacked`,
    };
  });
