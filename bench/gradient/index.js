/** The engine: gradient against its own forward pass, growth, cold start, and peers on the same work. */
import { withBundle } from '../bundled.js';
import { jsonOf } from '../processes.js';
import { time } from '../report/row.js';
import { exponent, median, summary } from '../statistics.js';
import { peers } from './peers.js';

/** @import { Job, Row } from '../report/row.js' */

/**
 * @typedef {object} Work
 * @property {string} label
 * @property {string} kind of workload
 * @property {number} size
 * @property {boolean} [isLong] it takes minutes
 */

const small = { label: 'MLP loss, 10³', kind: 'mlp', size: 17 };
const middle = { label: 'MLP loss, 10⁴', kind: 'mlp', size: 57 };
const large = { label: 'MLP loss, 10⁵', kind: 'mlp', size: 181 };
const largest = { label: 'MLP loss, 10⁶', kind: 'mlp', size: 576, isLong: true };

/** @type {readonly Work[]} */
const works = [
  { label: 'the lecture, 7 nodes', kind: 'lecture', size: 0 },
  { label: 'a neuron, 11 nodes', kind: 'neuron', size: 0 },
  { label: 'MLP loss, 10²', kind: 'mlp', size: 5 },
  small,
  middle,
  large,
  largest,
  { label: 'dot product, 10⁵', kind: 'dot', size: 25_000 },
  { label: 'deep chain, 10⁵', kind: 'chain', size: 50_000 },
];

/**
 * What a process says of gradtutor on one workload: see own.js.
 * @typedef {object} Own
 * @property {number} nodes
 * @property {number} gradient to its forward pass
 * @property {number} gradientMs
 * @property {number} forwardMs
 * @property {number} build to its parse
 * @property {number} buildMs
 * @property {number} cold lowering and first gradient, to the parse
 * @property {number} coldMs
 * @property {number} [nudge] of every input, to a forward pass for each and one more
 * @property {number} [nudgeMs]
 */

const OWN = new URL('own.js', import.meta.url);
const AGAINST = new URL('against.js', import.meta.url);

/** @type {Job} */
export const job = {
  name: 'gradient',
  title: 'Gradients',
  measure: (isQuick) =>
    withBundle(new URL('core.ts', import.meta.url), (core) =>
      withBundle(new URL('tfjs.js', import.meta.url), (tfjs) => {
        const chosen = works.filter(({ isLong }) => !(isQuick && isLong));
        const own = processes(chosen, isQuick ? 3 : 5, core);
        const rows = chosen.flatMap((work) => {
          const runs = own.get(work) ?? [];
          return [...ownRows(work, runs), ...peerRows(work, runs[0]?.nodes ?? 0, core, tfjs, isQuick)];
        });
        const check = nudges(middle, own.get(middle) ?? []);
        return { rows: [...rows, check, growth(own, small, isQuick ? large : largest)] };
      }),
    ),
};

/**
 * Each workload in processes of its own, one after the other in turns.
 * @param {readonly Work[]} chosen
 * @param {number} count
 * @param {string} core the bundle
 */
function processes(chosen, count, core) {
  /** @type {Map<Work, Own[]>} */
  const own = new Map(chosen.map((work) => [work, []]));
  for (let run = 0; run < count; run++)
    for (const [{ kind, size }, runs] of own) runs.push(jsonOf(OWN, core, kind, size));
  return own;
}

/**
 * @param {Work} work
 * @param {readonly Own[]} runs
 * @returns {Row[]}
 */
function ownRows({ label }, runs) {
  const all = (/** @type {keyof Own} */ key) => runs.map((run) => run[key] ?? NaN);
  return [
    {
      name: `${label}: gradient`,
      ...summary(all('gradient')),
      against: 'its forward pass',
      better: 'less',
      ms: median(all('gradientMs')),
      note: `forward ${time(median(all('forwardMs')))}`,
    },
    {
      name: `${label}: build`,
      ...summary(all('build')),
      against: 'parsing its text',
      better: 'less',
      ms: median(all('buildMs')),
    },
    {
      name: `${label}: cold start`,
      ...summary(all('cold')),
      against: 'the first parse',
      better: 'less',
      ms: median(all('coldMs')),
      note: 'with the parse',
    },
  ];
}

/**
 * @param {Work} work
 * @param {number} nodes
 * @param {string} core
 * @param {string} tfjs
 * @param {boolean} isQuick
 * @returns {Row[]}
 */
function peerRows({ label, kind, size }, nodes, core, tfjs, isQuick) {
  return peers
    .filter(({ most, isSlow }) => nodes <= (isQuick && isSlow ? most / 10 : most))
    .map(({ name, isToText }) => {
      const { ratios, ms, share } = jsonOf(AGAINST, core, kind, size, tfjs, name);
      return {
        name: `${label}: ${name}`,
        ...summary(ratios),
        against: isToText ? 'gradtutor from the text' : "gradtutor's gradient",
        better: 'more',
        ms,
        ...(share < 1 ? { note: 'some variables timed, scaled to all' } : {}),
      };
    });
}

/**
 * The nudge check of every input, on a graph too large for a whole witness of each.
 * @param {Work} work
 * @param {readonly Own[]} runs
 * @returns {Row}
 */
const nudges = ({ label }, runs) => ({
  name: `${label}: nudge of every input`,
  ...summary(runs.map((run) => run.nudge ?? NaN)),
  against: 'n + 1 forward passes for n inputs',
  better: 'less',
  ms: median(runs.map((run) => run.nudgeMs ?? NaN)),
});

/**
 * How the time of a gradient grows with the number of nodes.
 * @param {ReadonlyMap<Work, readonly Own[]>} own
 * @param {Work} from
 * @param {Work} to
 * @returns {Row}
 */
function growth(own, from, to) {
  const [few = [], many = []] = [own.get(from), own.get(to)];
  return {
    name: `growth of the ${from.label} to ${to.label.split(' ').at(-1)} nodes`,
    ...summary(few.map((run, i) => exponent(point(run), point(many[i])))),
    against: 'the number of nodes, as an exponent',
    better: 'less',
  };
}

/** @param {Own | undefined} run */
const point = (run) => ({ size: run?.nodes ?? NaN, time: run?.gradientMs ?? NaN });
