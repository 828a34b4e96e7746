#!/usr/bin/env node
'use strict';

// Plain old syntax up to the version check: a Node that is too old must still be able to read this file.
var version = process.versions.node.split('.');
if (+version[0] < 20 || (+version[0] === 20 && +version[1] < 19)) {
  console.error('gradtutor needs Node.js 20.19 or newer; this is ' + process.version + '.');
  process.exit(2);
}

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '../dist/cli.cjs');
const setup = join(__dirname, '../scripts/setup.js');

// Only a checkout has the set-up script, and only a fresh one lacks the program.
if (!existsSync(program) && existsSync(setup)) {
  const { spawnSync } = require('node:child_process');
  const { status, signal } = spawnSync(process.execPath, [setup], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(signal || status === 130 ? 130 : 2);
}

if (existsSync(program)) {
  void start(process.argv.slice(2));
} else {
  console.error('gradtutor is not built: ' + program + ' is missing. Install the package again.');
  process.exitCode = 2;
}

/** @param {string[]} argv */
async function start(argv) {
  const use = /^[a-z]+$/.test(argv[0] || '') ? argv[0] : 'other';
  const options = argv.filter((arg) => /^--?[a-z]+$/.test(arg));
  const isCached = process.env.GRADTUTOR_NO_CACHE !== '1';
  const loadProgram = require('./load.js');
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
