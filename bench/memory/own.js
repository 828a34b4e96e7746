/**
 * Bytes that gradtutor keeps for one workload: node --expose-gc own.js <bundle> <workload> <size>. First, what the process
 * takes at the most from the text to the gradients; then what the results keep, and what their names keep alone.
 */
import { pathToFileURL } from 'node:url';
import { checkResult } from '../gradient/check.js';
import { textOf, workloads } from '../gradient/workloads.js';
import { heldBytes, keptBy } from './held.js';

const [bundle = '', kind = 'mlp', size = '5'] = process.argv.slice(2);
const core = await import(pathToFileURL(bundle).href);
const workload = workloads.get(kind)?.(Number(size));
if (!workload) throw new Error(kind);
const text = textOf(workload);

function evaluated() {
  const { graph } = core.readProgram(text);
  const inputs = Float64Array.from(graph.inputs, (node) => workload?.at.get(graph.names[node]) ?? NaN);
  return core.evaluate(graph, inputs);
}

heldBytes();
const resident = process.memoryUsage.rss();
const peak = check(evaluated()) - resident;
const { bytes, result } = keptBy(evaluated);
const nodes = result.graph.size;
const names = keptBy(() => evaluated().graph.names).bytes;
console.log(JSON.stringify({ nodes, peak, names, beyond: bytes - names }));

/** The most that the process took until here; then the gradients must be right. @param {any} evaluation */
function check({ graph, values, gradients }) {
  const most = process.resourceUsage().maxRSS * 1024;
  const places = new Map(Array.from(graph.inputs, (node) => [graph.names[node], node]));
  const all = Array.from(workload?.at.keys() ?? [], (name) => gradients[places.get(name) ?? NaN]);
  if (workload) checkResult(workload, { value: values[graph.output], gradients: all }, 1e-9, 'gradtutor');
  return most;
}
