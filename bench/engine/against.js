/** Peers and gradtutor on one workload, in turns, each checked first: node against.js <bundle> <workload> <size> <tfjs> */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { peers } from './peers.js';
import { inTurns, median } from './timing.js';
import { textOf, workloads } from './workloads.js';

/** A peer whose gradient takes longer than this, in milliseconds, is timed once. */
const SLOW = 500;
const SAMPLES = 11;

const [bundle = '', kind = 'mlp', size = '5', tfjs = ''] = process.argv.slice(2);
const core = await import(pathToFileURL(bundle).href);
const workload = workloads.get(kind)?.(Number(size));
assert.ok(workload, kind);
const { graph } = core.readProgram(textOf(workload));
const inputs = Float64Array.from(graph.inputs, (node) => workload.at.get(graph.names[node]) ?? NaN);
const own = () => core.evaluate(graph, inputs);
const built = () => core.evaluate(core.readProgram(textOf(workload)).graph, inputs);

const count = workload.at.size;
const expected = new Float64Array(count);
const value = workload.byHand(Float64Array.from(workload.at.values()), expected);
const scale = expected.reduce((most, one) => Math.max(most, Math.abs(one)), Number.MIN_VALUE);

inTurns([own], 5); // warm
const results = [{ name: 'gradtutor, text and all', ms: median(inTurns([built], 5).flat()), ratio: NaN }];
for (const peer of peers) {
  if (graph.size > peer.most) continue;
  const run = await peer.prepare(workload, tfjs);
  const share = peer.share?.(count) ?? 1;
  const started = performance.now();
  const result = run();
  const first = performance.now() - started;
  assert.ok(Math.abs(result.value - value) <= peer.tolerance * Math.max(1, Math.abs(value)), peer.name);
  for (let i = 0; i < count; i++) {
    const off = Math.abs((result.gradients[i] ?? NaN) - (expected[i] ?? NaN));
    if (Number.isNaN(off)) assert.ok(share < 1, peer.name);
    else assert.ok(off <= peer.tolerance * scale, `${peer.name}: gradient ${i} is off by ${off}`);
  }
  const [theirs = [], ours = []] =
    first > SLOW ? [[first], inTurns([own], 5)[0]] : inTurns([run, own], SAMPLES);
  const ms = median(theirs) / share;
  results.push({ name: peer.name, ms, ratio: ms / median(ours) });
}
console.log(JSON.stringify({ nodes: graph.size, peers: results }));
