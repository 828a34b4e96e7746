'use strict';

/**
 * Loads a CommonJS file with the machine code of its last run, which V8 keeps apart from the source. The cache is in a
 * folder that is the user's alone; whatever is wrong with it, the file loads without.
 */

const fs = require('node:fs');
const Module = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

const PARAMETERS = '(function (exports, require, module, __filename, __dirname) {';

/**
 * @param {string} file
 * @param {string} use what it is loaded for: each use compiles other functions, and has a cache of its own
 * @returns its exports, and `keep`, to be called once the program has done what it was loaded for
 */
module.exports = function load(file, use) {
  const cache = cacheFile(file, use);
  const cachedData = cache && read(cache);
  const source = `${PARAMETERS}${fs.readFileSync(file, 'latin1')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = new Module(file);
  module.filename = file;
  require.cache[file] = module; // the chunks require the program, and must get this very module
  script.runInThisContext()(module.exports, Module.createRequire(file), module, file, dirname(file));
  const isFresh = cachedData && !script.cachedDataRejected;
  const keep = () => {
    // On exit the functions that were used are compiled, and are kept too.
    if (cache && !isFresh) process.once('exit', () => write(cache, script.createCachedData()));
  };
  return { exports: module.exports, keep };
};

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

/**
 * The cached data, when only this user can have written it and it is whole. V8 crashes on damaged data, so the file
 * holds it twice: comparing two halves costs a tenth of loading a hash function.
 * @param {string} cache
 */
function read(cache) {
  try {
    if (!isPrivate(dirname(cache))) return undefined;
    const twice = fs.readFileSync(cache);
    const data = twice.subarray(0, twice.length / 2);
    return twice.length > 0 && data.equals(twice.subarray(twice.length / 2)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} folder */
function isPrivate(folder) {
  const { uid, mode } = fs.lstatSync(folder);
  return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o77) === 0);
}

/**
 * Atomic, so that two processes at once and a full disk do no harm; older builds for the same Node are removed.
 * @param {string} cache
 * @param {Buffer} data
 */
function write(cache, data) {
  const folder = dirname(cache);
  const fresh = `${cache}.${process.pid}`;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isPrivate(folder)) return;
    fs.writeFileSync(fresh, Buffer.concat([data, data]), { mode: 0o600 });
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
