/** What a graph takes in memory: what is kept for each node, and the most that the process takes on the way. */
import { withBundle } from '../bundled.js';
import { jsonOf } from '../processes.js';
import { digits } from '../report/row.js';
import { median, summary } from '../statistics.js';

/** @import { Job, Row } from '../report/row.js' */

/**
 * @typedef {object} Work
 * @property {string} label
 * @property {string} kind of workload
 * @property {number} size
 * @property {boolean} [isLong] it takes minutes, and an object graph of it gigabytes
 */

/** @type {readonly Work[]} */
const works = [
  { label: 'MLP loss, 10⁵', kind: 'mlp', size: 181 },
  { label: 'MLP loss, 10⁶', kind: 'mlp', size: 576, isLong: true },
  { label: 'deep chain, 10⁵', kind: 'chain', size: 50_000 },
];

const OWN = new URL('own.js', import.meta.url);
const OBJECTS = new URL('objects.js', import.meta.url);
const BYTES = 'nodes, in bytes';

/** @type {Job} */
export const job = {
  name: 'memory',
  title: 'Memory',
  measure: (isQuick) =>
    withBundle(new URL('../gradient/core.ts', import.meta.url), (core) => ({
      rows: works
        .filter(({ isLong }) => !(isQuick && isLong))
        .flatMap((work) => rowsOf(work, core, isQuick || work.isLong ? 1 : 3)),
    })),
};

/**
 * @param {Work} work
 * @param {string} core the bundle
 * @param {number} count of processes
 * @returns {Row[]}
 */
function rowsOf({ label, kind, size, isLong }, core, count) {
  /** @type {{ nodes: number, peak: number, names: number, beyond: number }[]} */
  const runs = Array.from({ length: count }, () => jsonOf(OWN, core, kind, size));
  const each = (/** @type {'peak' | 'names' | 'beyond'} */ key) => runs.map((run) => run[key] / run.nodes);
  const own = each('beyond');
  const rows = [
    {
      name: `${label}: graph, tape, values and gradients`,
      ...summary(own),
      against: BYTES,
      better: /** @type {const} */ ('less'),
      note: `names ${digits(median(each('names')))} more`,
    },
    {
      name: `${label}: peak, from the text to the gradients`,
      ...summary(each('peak')),
      against: BYTES,
      better: /** @type {const} */ ('less'),
      note: `${digits(median(runs.map(({ peak }) => peak)) / 1e6)} MB`,
    },
  ];
  if (isLong) return rows;
  const objects = runs.map(({ nodes }) => jsonOf(OBJECTS, kind, size).bytes / nodes);
  const against = objects.map((bytes, i) => bytes / (own[i] ?? NaN));
  const note = `${digits(median(objects))} bytes a node`;
  return [
    ...rows,
    {
      name: `${label}: object graph, micrograd style`,
      ...summary(against),
      against: "gradtutor's bytes beyond names",
      better: /** @type {const} */ ('more'),
      note,
    },
  ];
}
