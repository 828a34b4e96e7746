/**
 * Times gradtutor next to its peers: npm run bench -- [--quick] [part …]. Each part is checked before it is timed; its
 * results are kept in results.json and in the tables made of it. With `--check` they are compared with those instead.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { job as batch } from './batch/index.js';
import { job as gradient } from './gradient/index.js';
import { job as memory } from './memory/index.js';
import { job as rendering } from './rendering/index.js';
import { unstored, worse } from './report/compare.js';
import { digits } from './report/row.js';
import { keepResults, readResults } from './report/store.js';
import { stampOf, toLine } from './report/table.js';
import { job as startup } from './startup/index.js';

/** @import { Job, Part } from './report/row.js' */

const jobs = [startup, gradient, batch, rendering, memory];

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !jobs.some((job) => job.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}; there are ${jobs.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const chosen = jobs.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const command = ['npm run bench', ...(values.quick ? ['--', '--quick'] : [])].join(' ');

const names = jobs.map(({ name }) => name);

/** @type {Part[]} */
const parts = [];
for (const job of chosen) {
  const part = await measured(job);
  parts.push(part);
  if (!values.check) await keepResults(part, names);
}
if (values.check) compare(parts);

/**
 * @param {Job} job
 * @returns {Promise<Part>}
 */
async function measured({ name, title, measure }) {
  console.error(`${name} …`);
  const start = performance.now();
  const { rows, notes = [] } = await measure(values.quick);
  const processors = cpus();
  const part = {
    part: name,
    command,
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cpu: processors[0]?.model.trim() ?? 'unknown processor',
    cores: processors.length,
    rows,
    notes,
  };
  console.log(`${title}: ${stampOf(part)}\n    ratio [quartiles]           what, to what (time)  goal`);
  for (const row of rows) console.log(toLine(name, row));
  for (const note of notes) console.log(`          ${note}`);
  console.log('');
  console.error(`${name} took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return part;
}

/** @param {readonly Part[]} parts */
function compare(parts) {
  const stored = new Map(readResults().map((part) => [part.part, part]));
  let count = 0;
  for (const { part, rows } of parts) {
    const before = stored.get(part);
    if (!before) console.log(`${part}: nothing is stored to compare with.`);
    else if (before.command !== command)
      console.log(`${part}: stored by \`${before.command}\`; rows of the same name are compared.`);
    const fresh = unstored(before?.rows ?? [], rows).length;
    if (before && fresh > 0)
      console.log(
        `${part}: ${fresh} of ${rows.length} rows are not compared: they are not stored, or against something else.`,
      );
    for (const { row, was, factor } of worse(before?.rows ?? [], rows)) {
      count++;
      const change = `${digits(was.ratio)} → ${digits(row.ratio)}`;
      console.log(`${part}: ${row.name}, to ${row.against}: ${change}, ${digits(factor)} times worse`);
    }
  }
  console.log(
    count === 0 ? 'Nothing that was compared got worse than noise.' : `${count} got worse than noise.`,
  );
}
