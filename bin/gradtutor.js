#!/usr/bin/env node
'use strict';

/**
 * Starts the program. Its files are functions, as the build has wrapped them, and are loaded as `require` does, but without
 * asking the disk where each may be, and with the machine code of earlier runs, which V8 keeps apart from the source. That
 * cache is in a folder that is the user's alone; whatever is wrong with it, the program loads without. All of this is one
 * file, since Node takes longer to find a second one than to read it.
 */

// Plain old syntax up to the version check: a Node that is too old must still be able to read this file.
var version = process.versions.node.split('.');
if (+version[0] < 20 || (+version[0] === 20 && +version[1] < 19)) {
  console.error('gradtutor needs Node.js 20.19 or newer; this is ' + process.version + '.');
  process.exit(2);
}

const fs = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** The cache of a command learns from so many ways of calling it. */
const MOST_WAYS = 12;

/** V8 copies cached data that does not begin at a multiple of so many bytes; what it makes is as many long. */
const ALIGNMENT = 8;

/** The program is built where it is not, and started. */
function main() {
  const program = join(__dirname, '../dist/cli.cjs');
  const setup = join(__dirname, '../scripts/setup.js');

  // Only a checkout has the set-up script, and only a fresh one lacks the program.
  if (!fs.existsSync(program) && fs.existsSync(setup)) {
    const { spawnSync } = require('node:child_process');
    const { status, signal } = spawnSync(process.execPath, [setup], { stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(signal || status === 130 ? 130 : 2);
  }

  if (fs.existsSync(program)) {
    void start(program, process.argv.slice(2));
  } else {
    console.error('gradtutor is not built: ' + program + ' is missing. Install the package again.');
    process.exitCode = 2;
  }
}

/**
 * @param {string} program
 * @param {string[]} argv
 */
async function start(program, argv) {
  const use = /^[a-z]+$/.test(argv[0] || '') ? argv[0] : 'other';
  const options = argv.filter((arg) => /^--?[a-z]+$/.test(arg));
  const isCached = process.env.GRADTUTOR_NO_CACHE !== '1';
  const { exports: cli, keep } = loadProgram(
    program,
    isCached ? use : undefined,
    options.toSorted().join(' '),
  );
  const isDone = await cli.main(argv);
  // What an error leaves compiled is no use to the next run.
  if (isDone || use === 'other') keep();
  // Where nothing is under way any more the process would end by itself, but put everything in order first.
  if (process.getActiveResourcesInfo().length === 0) process.exit();
}

/**
 * What is known from earlier runs: the ways in which the command was called, and the cached data of each file.
 * @typedef {{ ways: string[], data: Map<string, Buffer> }} Known
 */

/**
 * @param {string} program its main file; the other files of the program lie below the same folder
 * @param {string} [use] the command that it is loaded for: each compiles other functions, and has a cache of its own.
 * Without a use there is no cache
 * @param {string} [way] how it is called: each new way adds the functions that it compiles to the cache
 * @returns its exports, and `keep`, to be called once the program has done what it was loaded for
 */
function loadProgram(program, use, way = '') {
  const folder = dirname(program);
  const cache = use === undefined ? undefined : cacheFile(program, use);
  const known = cache ? read(cache) : nothing();
  /** @type {Map<string, import('node:vm').Script>} */
  const scripts = new Map();
  let isComplete = known.ways.includes(way) || known.ways.length >= MOST_WAYS;
  /** @type {Map<string, { exports: any }>} */
  const modules = new Map();

  /** @param {string} file */
  function load(file) {
    const loaded = modules.get(file);
    if (loaded) return loaded.exports;
    const name = file.slice(folder.length + 1);
    const cachedData = known.data.get(name);
    const source = fs.readFileSync(file, 'utf8');
    const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
    scripts.set(name, script);
    if (!cachedData || script.cachedDataRejected) isComplete = false;
    const module = { exports: {} };
    modules.set(file, module);
    /** @param {string} id */
    const inside = (id) => (id.startsWith('.') ? load(join(dirname(file), id)) : require(id));
    script.runInThisContext()(module.exports, inside, module, file, dirname(file));
    return module.exports;
  }

  const exports = load(program);
  const keep = () => {
    if (!cache || isComplete) return;
    // On exit the functions that were used are compiled, and are kept too.
    process.once('exit', () => {
      for (const [name, script] of scripts) known.data.set(name, script.createCachedData());
      write(cache, { ways: [...new Set([...known.ways, way])], data: known.data });
    });
  };
  return { exports, keep };
}

/**
 * Where the cache for this file and Node is kept; nothing when the user has no folder of their own.
 * V8 compares no more than the source's length, so the name holds when the file was put there.
 * @param {string} file
 * @param {string} use
 */
function cacheFile(file, use) {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  const base = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'));
  if (!base) return undefined;
  const { size, ctimeMs } = fs.statSync(file);
  const name = `${process.version}-${process.arch}-${size}-${Math.trunc(ctimeMs)}-${use}.bin`;
  return join(base, 'gradtutor', name);
}

/** @returns {Known} */
function nothing() {
  return { ways: [], data: new Map() };
}

/**
 * What the cache holds, when only this user can have written it and it is whole. V8 crashes on damaged data, so
 * the cache holds all of it twice: comparing two halves costs a tenth of loading a hash function.
 * @param {string} cache
 * @returns {Known}
 */
function read(cache) {
  try {
    if (!isPrivate(dirname(cache))) return nothing();
    const twice = fs.readFileSync(cache);
    const once = twice.subarray(0, twice.length / 2);
    if (twice.length === 0 || !once.equals(twice.subarray(twice.length / 2))) return nothing();
    let end = once.indexOf('\n') + 1;
    /** @type {{ ways: string[], sizes: [name: string, size: number][] }} */
    const { ways, sizes } = JSON.parse(once.toString('utf8', 0, end));
    if (!Array.isArray(ways)) return nothing();
    return { ways, data: new Map(sizes.map(([name, size]) => [name, once.subarray(end, (end += size))])) };
  } catch {
    return nothing();
  }
}

/** @param {string} folder */
function isPrivate(folder) {
  const { uid, mode } = fs.lstatSync(folder);
  return (
    process.platform === 'win32' || (uid === (process.getuid && process.getuid()) && (mode & 0o77) === 0)
  );
}

/**
 * Node's own way of making folders never ends below /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(dirname(folder));
  fs.mkdirSync(folder, { mode: 0o700 });
}

/**
 * Atomic, so that two processes at once and a full disk do no harm; older builds for the same Node are removed.
 * @param {string} cache
 * @param {Known} known
 */
function write(cache, { ways, data }) {
  const folder = dirname(cache);
  const fresh = `${cache}.${process.pid}`;
  try {
    makeFolder(folder);
    if (!isPrivate(folder)) return;
    const sizes = [...data].map(([name, bytes]) => [name, bytes.length]);
    const head = JSON.stringify({ ways, sizes });
    const length = Math.ceil((head.length + 1) / ALIGNMENT) * ALIGNMENT;
    const once = [Buffer.from(`${head.padEnd(length - 1)}\n`), ...data.values()];
    fs.writeFileSync(fresh, Buffer.concat([...once, ...once]), { mode: 0o600 });
    fs.renameSync(fresh, cache);
    const own = `${process.version}-${process.arch}-`;
    const current = basename(cache).replace(/-[a-z]+\.bin$/, '');
    for (const name of fs.readdirSync(folder)) {
      const isOlder = name.startsWith(own) && name.includes('.bin') && !name.startsWith(current);
      if (isOlder) fs.rmSync(join(folder, name));
    }
  } catch {
    remove(fresh);
  }
}

/** @param {string} file */
function remove(file) {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // Where it cannot be removed it could not be written.
  }
}

// A thread of a batch loads the program by itself.
if (require.main === module) main();
else module.exports = loadProgram;
