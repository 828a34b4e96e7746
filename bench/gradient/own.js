/** gradtutor's own times on one workload, in a process of its own: node own.js <bundle> <workload> <size> */
import { pathToFileURL } from 'node:url';
import { median, paired } from '../statistics.js';
import { checkResult } from './check.js';
import { inTurns, processorTime } from './timing.js';
import { textOf, workloads } from './workloads.js';

/** Reading a larger text once takes seconds. */
const MOST_READ_TWICE = 500_000;
/** To nudge every input of a larger graph takes minutes: it is the square of its size. */
const MOST_NUDGED = 20_000;
const NUDGES = 5;

const [bundle = '', kind = 'mlp', size = '5'] = process.argv.slice(2);
const core = await import(pathToFileURL(bundle).href);
const workload = workloads.get(kind)?.(Number(size));
if (!workload) throw new Error(kind);
const text = textOf(workload);

// Cold: the first and only time, as in a command.
const start = processorTime();
const source = core.readSource(text);
const tree = core.parseSource(source);
const parsed = processorTime();
const { graph } = core.programOf(source, tree);
const lowered = processorTime();
const inputs = Float64Array.from(graph.inputs, (node) => workload.at.get(graph.names[node]) ?? NaN);
const ready = processorTime();
const evaluation = core.evaluate(graph, inputs);
const done = processorTime();

const places = new Map(Array.from(graph.inputs, (node) => [graph.names[node], node]));
const gradients = Array.from(workload.at.keys(), (name) => evaluation.gradients[places.get(name) ?? NaN]);
const count = checkResult(workload, { value: evaluation.values[graph.output], gradients }, 1e-9, 'gradtutor');
if (count !== workload.at.size) throw new Error('gradients are missing');

const gradient = () => core.evaluate(graph, inputs);
const forward = () => core.forward(graph, inputs);
inTurns([gradient, forward], 5); // warm
const isLarge = graph.size > MOST_READ_TWICE;
const [both = [], forwards = []] = inTurns([gradient, forward], isLarge ? 7 : 25);

const parse = () => core.parseSource(core.readSource(text));
const build = () => core.readProgram(text);
const [builds = [lowered - start], parses = [parsed - start]] = isLarge ? [] : inTurns([build, parse], 5);

const isAgreed = (/** @type {{ verdict: string }} */ { verdict }) => verdict === 'agrees';

/** Whether each gradient of an input is borne out, in forward passes for n inputs and one more. */
function nudge() {
  const times = Array.from({ length: NUDGES }, () => {
    const start = processorTime();
    const witnesses = new core.Witnesses(graph, evaluation.values, core.DEFAULT_NUDGE);
    const verdicts = core.judgeAll(evaluation, witnesses, new Set(), graph.inputs);
    if (!verdicts.every(isAgreed)) throw new Error('a nudge does not agree');
    return processorTime() - start;
  });
  const ms = median(times);
  return { nudge: ms / ((graph.inputs.length + 1) * median(forwards)), nudgeMs: ms };
}

console.log(
  JSON.stringify({
    nodes: graph.size,
    ...(graph.size > MOST_NUDGED ? {} : nudge()),
    cold: (lowered - parsed + (done - ready)) / (parsed - start),
    coldMs: done - ready + (lowered - start),
    build: median(paired(builds, parses)),
    buildMs: median(builds),
    gradient: median(paired(both, forwards)),
    gradientMs: median(both),
    forwardMs: median(forwards),
  }),
);
