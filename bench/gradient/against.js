/** A peer and gradtutor on one workload, in turns, checked first: node against.js <bundle> <workload> <size> <tfjs> <peer> */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { paired, median } from '../statistics.js';
import { checkResult } from './check.js';
import { peers } from './peers.js';
import { inTurns, processorTime } from './timing.js';
import { textOf, workloads } from './workloads.js';

/** A peer whose gradient takes longer than these, in milliseconds, is timed less often, or once. */
const SLOW = 200;
const VERY_SLOW = 3000;

const [bundle = '', kind = 'mlp', size = '5', tfjs = '', name = ''] = process.argv.slice(2);
const core = await import(pathToFileURL(bundle).href);
const workload = workloads.get(kind)?.(Number(size));
const peer = peers.find((each) => each.name === name);
assert.ok(workload && peer, `${kind}, ${name}`);
const { graph } = core.readProgram(textOf(workload));
const inputs = Float64Array.from(graph.inputs, (node) => workload.at.get(graph.names[node]) ?? NaN);
const gradient = () => core.evaluate(graph, inputs);
const build = () => core.evaluate(core.readProgram(textOf(workload)).graph, inputs);
const own = peer.isToText ? build : gradient;

const run = await peer.prepare(workload, tfjs);
const share = checkResult(workload, run(), peer.tolerance, peer.name) / workload.at.size;
assert.ok(share === 1 || peer.isPart, `${peer.name} lacks gradients`);
inTurns([own], 5); // warm
const started = processorTime();
run();
const second = processorTime() - started;
if (second < SLOW) inTurns([run], 5); // warm
const samples = second > SLOW ? 3 : 11;
const [theirs = [], ours = []] =
  second > VERY_SLOW ? [[second], [median(inTurns([own], 5).flat())]] : inTurns([run, own], samples);
const whole = theirs.map((ms) => ms / share);
console.log(JSON.stringify({ ratios: paired(whole, ours), ms: median(whole), share }));
