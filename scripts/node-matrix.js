/** Runs the built command line under other versions of Node, and compares what it prints. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAJORS = [22, 24, 26];
const CALLS = [
  { args: ['run', '3*(a+b*c)', '--format', 'json'], status: 0 },
  { args: ['--version'], status: 0 },
  { args: ['run', '3*(a+*b)'], status: 2 },
];

const program = fileURLToPath(new URL('../bin/gradtutor.js', import.meta.url));
const windows = process.platform === 'win32';
const cache = join(tmpdir(), 'gradtutor-node-matrix');

/** @param {number} major */
const binary = (major) => join(cache, `node_modules/node${major}/bin/node${windows ? '.exe' : ''}`);

function install() {
  const platform = `${windows ? 'win' : process.platform}-${process.arch}`;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const names = MAJORS.map((major) => `node${major}@npm:${prefix}-${platform}@${major}`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...names], {
    cwd: cache,
    shell: windows,
    stdio: ['ignore', 2, 2],
  });
}

/**
 * @param {string} node
 * @param {string[]} args
 */
function call(node, args) {
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

if (!MAJORS.every((major) => existsSync(binary(major)))) install();

let failed = false;
for (const major of MAJORS) {
  const version = execFileSync(binary(major), ['--version'], { encoding: 'utf8' }).trim();
  for (const { args, status } of CALLS) {
    const title = `Node ${version}: gradtutor ${args.join(' ')}`;
    try {
      const expected = call(process.execPath, args);
      assert.equal(
        expected.status,
        status,
        `exit code of Node ${process.version}: ${expected.stderr.slice(-500)}`,
      );
      assert.deepEqual(call(binary(major), args), expected);
      console.log(`ok      ${title}`);
    } catch (error) {
      failed = true;
      console.log(`FAILED  ${title}\n${/** @type {Error} */ (error).message}`);
    }
  }
}
process.exitCode = failed ? 1 : 0;
