/** How long a whole process takes, as a ratio to a bare `node -e 0`. `--runs 31`, `--no-npx` */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groups } from './startup/cases.js';
import { measure } from './startup/measure.js';
import { measureNpx } from './startup/npx.js';

const NPX_RUNS = 3;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '31' }, npx: { type: 'boolean', default: true } },
  allowNegative: true,
});
const runs = Number(values.runs);

// A home of its own: the code cache is filled here, and nobody's unfinished quiz is found. Certificates slow every start.
const home = mkdtempSync(join(tmpdir(), 'gradtutor-startup-'));
const { NODE_EXTRA_CA_CERTS: _certificates, GRADTUTOR_NO_CACHE: _noCache, CI: _ci, ...outer } = process.env;
const env = { ...outer, HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, LC_ALL: 'C', TERM: 'xterm' };

try {
  console.log(`Node ${process.version}, ${runs} paired runs: ratio, quartiles, median time`);
  for (const cases of groups) {
    console.log();
    for (const { name, ratio, quartiles, ms } of await measure(cases, runs, env)) {
      const [low, high] = quartiles.map((quartile) => quartile.toFixed(2));
      const time = `${ms.toFixed(1)} ms`;
      console.log(`${ratio.toFixed(2).padStart(6)}  [${low} – ${high}]  ${time.padStart(10)}   ${name}`);
    }
  }
  if (values.npx) {
    const { ms, bytes, unpacked } = measureNpx(NPX_RUNS, env);
    const kilobytes = [bytes, unpacked].map((size) => `${(size / 1000).toFixed(0)} kB`);
    console.log(
      `\nnpx <tarball>, cold: ${(ms / 1000).toFixed(1)} s; ${kilobytes[0]}, ${kilobytes[1]} unpacked`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
