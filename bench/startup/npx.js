/** `npx <tarball>` as on a machine that has never seen gradtutor: nothing in npm's cache. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantile } from './measure.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
 * @param {number} rounds
 * @param {NodeJS.ProcessEnv} env
 */
export function measureNpx(rounds, env) {
  const folder = mkdtempSync(join(tmpdir(), 'gradtutor-npx-'));
  try {
    const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [packed] = /** @type {[{ filename: string, size: number, unpackedSize: number }]} */ (
      JSON.parse(run('npm', packing, { cwd: root, env }))
    );
    // npx would execute an absolute path.
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const times = Array.from({ length: rounds }, (_, round) => {
      const cold = {
        ...env,
        npm_config_cache: join(folder, `cache-${round}`),
        npm_config_update_notifier: 'false',
      };
      const start = performance.now();
      const args = ['--yes', `../${packed.filename}`, 'run', '3*(a+b*c)', '--quiet'];
      const stdout = run('npx', args, { cwd: elsewhere, env: cold });
      const ms = performance.now() - start;
      assert.equal(stdout, 'da = 3, db = 6, dc = 9\n');
      return ms;
    });
    return { ms: quantile(times, 0.5), bytes: packed.size, unpacked: packed.unpackedSize };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
