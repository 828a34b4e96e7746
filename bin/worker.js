'use strict';

// A thread of a batch: dist/cli.cjs again, without the command line.
void require('../dist/cli.cjs').work();
