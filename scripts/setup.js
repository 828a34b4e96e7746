/** Makes a checkout ready to use: installs what the lock file asks for, builds what is stale; otherwise does nothing. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtHash, sourceHash } from './stamp.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, '.setup-lock');
const beat = join(lock, 'beat');
const STALE_MS = 10_000;

/** @param {string} file */
const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** npm's own record of what it installed; one that cannot be read was left by an install that did not end. */
function installedPackages() {
  try {
    return JSON.parse(readText(join(root, 'node_modules/.package-lock.json'))).packages ?? {};
  } catch {
    return {};
  }
}

/** That record against the lock file. */
function installed() {
  /** @type {Record<string, { version: string, integrity?: string }>} */
  const have = installedPackages();
  /** @type {Record<string, { version: string, integrity?: string, optional?: boolean }>} */
  const want = JSON.parse(readText(join(root, 'package-lock.json'))).packages;
  return Object.entries(want).every(([path, { version, integrity, optional }]) => {
    const found = have[path];
    if (path === '' || (optional && !found)) return true;
    return found?.version === version && found.integrity === integrity;
  });
}

const built = () => existsSync(join(root, 'dist/cli.cjs')) && builtHash() === sourceHash();

/**
 * Runs a command with all of its output on stderr: stdout belongs to whoever started us.
 * @param {string} command
 * @param {string[]} args
 */
async function run(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" failed`);
}

function install() {
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('npm-cli.js') || npm?.endsWith('npx-cli.js')
    ? run(process.execPath, [join(dirname(npm), 'npm-cli.js'), ...args])
    : run('npm', args);
}

/** @param {string} path */
function made(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw error;
  }
}

function abandoned() {
  const times = [beat, lock].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs);
  const last = times.find((time) => time !== undefined);
  return last !== undefined && Date.now() - last > STALE_MS;
}

function acquired() {
  if (made(lock)) return true;
  // Whoever holds `steal` takes an abandoned lock over in place, so that two thieves cannot both win.
  const steal = `${lock}.steal`;
  if (!abandoned() || !made(steal)) return false;
  const mine = abandoned();
  if (mine) writeFileSync(beat, '');
  rmdirSync(steal);
  return mine;
}

/** @param {() => Promise<void>} work */
async function locked(work) {
  for (let waited = 0; !acquired(); waited++) {
    if (waited === 0)
      console.error(`gradtutor: waiting for another set-up to finish (if there is none, remove ${lock})`);
    await sleep(200);
  }
  process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  writeFileSync(beat, '');
  const pulse = setInterval(() => {
    if (existsSync(lock)) writeFileSync(beat, '');
  }, 1000);
  await work().finally(() => clearInterval(pulse));
}

if (!installed() || !built()) {
  try {
    await locked(async () => {
      if (!installed()) {
        console.error('gradtutor: installing packages (once)');
        await install();
      }
      if (!built()) {
        console.error('gradtutor: building');
        await run(process.execPath, [join(root, 'scripts/build.js')]);
      }
    });
  } catch (error) {
    console.error(`gradtutor: ${/** @type {Error} */ (error).message}`);
    process.exitCode = 1;
  }
}
