'use strict';

const { join } = require('node:path');
const loadProgram = require('./gradtutor.js');

// A thread of a batch: the program again, without the command line.
void loadProgram(join(__dirname, '../dist/cli.cjs')).exports.work();
