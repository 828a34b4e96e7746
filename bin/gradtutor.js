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
  const argv = process.argv.slice(2);
  const use = /^[a-z]+$/.test(argv[0] || '') ? argv[0] : 'other';
  const isCached = process.env.GRADTUTOR_NO_CACHE !== '1';
  const { exports: cli, keep } = require('./load.js')(program, isCached ? use : undefined);
  // What --help or an error leaves compiled is no use to the next run.
  cli.main(argv).then((isDone) => (isDone || use === 'other') && keep());
} else {
  console.error('gradtutor is not built: ' + program + ' is missing. Install the package again.');
  process.exitCode = 2;
}
