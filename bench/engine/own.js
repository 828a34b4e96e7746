/** gradtutor's own times on one workload, in a process of its own: node own.js <bundle> <workload> <size> */
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { inTurns, median } from './timing.js';
import { textOf, workloads } from './workloads.js';

const [bundle = '', kind = 'mlp', size = '5'] = process.argv.slice(2);
const core = await import(pathToFileURL(bundle).href);
const workload = workloads.get(kind)?.(Number(size));
assert.ok(workload, kind);
const text = textOf(workload);

// Cold: the first and only time, as in a command.
const start = performance.now();
const source = core.readSource(text);
const tree = core.parseSource(source);
const parsed = performance.now();
const { graph } = core.programOf(source, tree);
const lowered = performance.now();
const inputs = Float64Array.from(graph.inputs, (node) => workload.at.get(graph.names[node]) ?? NaN);
const ready = performance.now();
const evaluation = core.evaluate(graph, inputs);
const done = performance.now();

const expected = new Float64Array(workload.at.size);
const value = workload.byHand(Float64Array.from(workload.at.values()), expected);
const byName = new Map(Array.from(workload.at.keys(), (name, i) => [name, expected[i] ?? NaN]));
const scale = expected.reduce((most, one) => Math.max(most, Math.abs(one)), Number.MIN_VALUE);
assert.ok(Math.abs(evaluation.values[graph.output] - value) <= 1e-9 * Math.max(1, Math.abs(value)));
for (const node of graph.inputs) {
  const off = Math.abs(evaluation.gradients[node] - (byName.get(graph.names[node]) ?? NaN));
  assert.ok(off <= 1e-9 * scale, graph.names[node]);
}

const gradient = () => core.evaluate(graph, inputs);
const forward = () => core.forward(graph, inputs);
inTurns([gradient, forward], 5); // warm
const [gradients = [], forwards = []] = inTurns([gradient, forward], graph.size > 500_000 ? 7 : 25);
console.log(
  JSON.stringify({
    nodes: graph.size,
    parse: parsed - start,
    lower: lowered - parsed,
    first: done - ready,
    cold: (lowered - parsed + (done - ready)) / (parsed - start),
    gradient: median(gradients),
    forward: median(forwards),
    ratio: median(gradients.map((ms, i) => ms / (forwards[i] ?? NaN))),
  }),
);
