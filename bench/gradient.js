/**
 * The engine: gradient against its own forward pass, growth, cold start, and peers on the same work.
 * node bench/gradient.js [processes = 5] [file for the results as JSON]
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withBundle } from './bundled.js';
import { median } from './engine/timing.js';

const processes = Number(process.argv[2] ?? 5);
const target = process.argv[3];

/** @type {readonly (readonly [kind: string, label: string, size: number])[]} */
const workloads = [
  ['mlp', 'MLP loss, 10²', 5],
  ['mlp', 'MLP loss, 10³', 17],
  ['mlp', 'MLP loss, 10⁴', 57],
  ['mlp', 'MLP loss, 10⁵', 181],
  ['mlp', 'MLP loss, 10⁶', 576],
  ['dot', 'dot product, 10⁵', 25_000],
  ['chain', 'deep chain, 10⁵', 50_000],
];

/**
 * @param {string} script
 * @param {readonly unknown[]} args
 */
function inProcess(script, ...args) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const options = [...process.execArgv, '--max-old-space-size=8000', file, ...args.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const digits = (/** @type {number} */ value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const results = await withBundle(new URL('engine/core.ts', import.meta.url), (bundle) =>
  withBundle(new URL('engine/tfjs.js', import.meta.url), async (tfjs) =>
    workloads.map(([kind, label, size]) => {
      const runs = Array.from({ length: processes }, () => inProcess('engine/own.js', bundle, kind, size));
      const middle = (/** @type {string} */ key) => median(runs.map((run) => run[key]));
      const own = {
        gradient: middle('gradient'),
        forward: middle('forward'),
        ratio: middle('ratio'),
        parse: middle('parse'),
        lower: middle('lower'),
        first: middle('first'),
        cold: middle('cold'),
      };
      const { nodes, peers } = inProcess('engine/against.js', bundle, kind, size, tfjs);
      console.log(
        `${label}: ${nodes} nodes; gradient ${digits(own.gradient)} ms = ${own.ratio.toFixed(2)} × forward; ` +
          `cold: parse ${digits(own.parse)}, lower ${digits(own.lower)}, gradient ${digits(own.first)} ms ` +
          `= ${own.cold.toFixed(2)} × parse`,
      );
      for (const peer of peers)
        console.log(
          `    ${peer.name.padEnd(42)}${digits(peer.ms).padStart(9)} ms${peer.ratio === null ? '' : `   ${digits(peer.ratio)} × gradtutor`}`,
        );
      return { label, nodes, ...own, peers };
    }),
  ),
);

const mlps = results.filter(({ label }) => label.startsWith('MLP'));
const [small, large] = [mlps[1], mlps.at(-1)];
const growth =
  small && large ? Math.log(large.gradient / small.gradient) / Math.log(large.nodes / small.nodes) : NaN;
console.log(`growth exponent from 10³ to 10⁶ nodes: ${growth.toFixed(3)}`);
if (target !== undefined)
  writeFileSync(target, `${JSON.stringify({ workloads: results, growth }, null, 2)}\n`);
