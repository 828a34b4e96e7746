/** Packs the package, and uses it from an empty folder with an empty cache, as a stranger would. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const EXPRESSION = '3*(a+b*c)';
const MEANT = [
  /^(CHANGELOG|README)\.md$|^LICENSE$|^THIRD-PARTY-LICENSES\.txt$|^package\.json$/,
  /^bin\/((gradtutor|load|worker)\.js|package\.json)$/,
  /^dist\/((chunks\/[^/]+|cli)\.cjs|(chunks\/[^/]+|index|exercises|grading|lessons)\.js|sqlite\.wasm|man\/(ko\/man1\/)?gradtutor\.1|types\/.+\.d\.ts)$/,
  /^lessons\/.+\.(md|yaml)$/,
  /^schema\/[^/]+\.json$/,
];
const REQUIRED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-LICENSES.txt',
  'bin/gradtutor.js',
  'bin/worker.js',
  'dist/cli.cjs',
  'dist/index.js',
  'dist/exercises.js',
  'dist/grading.js',
  'dist/lessons.js',
  'dist/man/gradtutor.1',
  'dist/man/ko/man1/gradtutor.1',
  'dist/sqlite.wasm',
  'dist/types/index.d.ts',
  'schema/result.json',
  'schema/exercises.json',
  'schema/grade.json',
  'schema/summary.json',
  'schema/trace.json',
];

const root = fileURLToPath(new URL('..', import.meta.url));
const temp = mkdtempSync(join(tmpdir(), 'gradtutor-package-'));
const windows = process.platform === 'win32';

/**
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 */
function run(cwd, command, ...args) {
  return execFileSync(windows && command !== process.execPath ? `${command}.cmd` : command, args, {
    cwd,
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_config_cache: join(temp, 'cache') },
  });
}

/** @param {string} name */
function folder(name) {
  const path = join(temp, name);
  mkdirSync(path);
  return path;
}

try {
  const packed = folder('packed');
  run(root, 'npm', 'pack', '--silent', '--pack-destination', packed);
  const tarball = join(packed, String(readdirSync(packed)[0]));
  const nearby = `../${relative(temp, tarball).replaceAll('\\', '/')}`; // npx would execute an absolute path

  const user = folder('user');
  writeFileSync(join(user, 'package.json'), '{ "private": true, "type": "module" }\n');
  run(user, 'npm', 'install', '--no-audit', '--no-fund', tarball);
  assert.deepEqual(
    readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['gradtutor'],
    'a run-time dependency',
  );

  const installed = join(user, 'node_modules/gradtutor');
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
    assert.equal(manifest[kind], undefined, `the package has ${kind}`);
  }
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(installed, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  assert.deepEqual(
    files.filter((file) => !MEANT.some((pattern) => pattern.test(file))),
    [],
    'files that are not meant to be published',
  );
  assert.deepEqual(
    REQUIRED.filter((file) => !files.includes(file)),
    [],
    'files missing from the package',
  );

  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
    'publint',
  );

  const expected = run(root, process.execPath, 'bin/gradtutor.js', 'run', EXPRESSION);
  assert.notEqual(expected, '');
  assert.equal(run(user, 'npx', 'gradtutor', 'run', EXPRESSION), expected, 'installed');
  const started = performance.now();
  assert.equal(run(folder('empty'), 'npx', '--yes', nearby, 'run', EXPRESSION), expected, 'npx <tarball>');
  const seconds = (performance.now() - started) / 1000;

  cpSync(join(root, 'test/package/consumer.ts'), join(user, 'consumer.ts'));
  const compilerOptions = { target: 'es2023', lib: ['es2023'], module: 'nodenext', types: [], strict: true };
  writeFileSync(join(user, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  run(user, process.execPath, join(root, 'node_modules/typescript/bin/tsc'));
  run(user, process.execPath, 'consumer.js');

  console.log(`package: ${files.length} files, npx <tarball> in ${seconds.toFixed(1)} s, all checks passed`);
} catch (error) {
  const { message, stdout = '' } = /** @type {Error & { stdout?: string }} */ (error);
  console.error(`package check failed: ${message}\n${stdout}`.trim());
  process.exitCode = 1;
} finally {
  rmSync(temp, { recursive: true, force: true });
}
