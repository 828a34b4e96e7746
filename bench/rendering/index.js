/**
 * What telling and drawing take the first time, code and all, beside what Node takes to start; and how the time of the text
 * grows with its length. All in processor time.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBundle } from '../bundled.js';
import { checkResult } from '../gradient/check.js';
import { sourceOf, workloads } from '../gradient/workloads.js';
import { cleanEnvironment, withFolder } from '../processes.js';
import { digits } from '../report/row.js';
import { exponent, median, paired, summary } from '../statistics.js';

/** @import { Job, Measured, Row } from '../report/row.js' */

const NODE = 'node starting, in processor time';

/** By the names that draw.ts has for them. @type {readonly (readonly [format: string, label: string])[]} */
const formats = [
  ['text', 'text'],
  ['svg', 'SVG'],
  ['html', 'HTML'],
  ['graph', 'terminal graph'],
];

/**
 * @typedef {object} Subject
 * @property {string} label the number of nodes is that of the graph, or close to it
 * @property {string} kind of workload
 * @property {number} size
 * @property {number} rounds
 * @property {number} fewRounds of a quick run
 */

/** @type {readonly Subject[]} */
const subjects = [
  { label: "the lecture's graph", kind: 'lecture', size: 0, rounds: 21, fewRounds: 5 },
  { label: '5 nodes', kind: 'tiny', size: 0, rounds: 21, fewRounds: 5 },
  { label: '50 nodes', kind: 'mlp', size: 3, rounds: 21, fewRounds: 5 },
  { label: '50 nodes with many uses', kind: 'dense', size: 3, rounds: 21, fewRounds: 5 },
  { label: '500 nodes', kind: 'mlp', size: 11, rounds: 7, fewRounds: 3 },
  { label: '5,000 nodes', kind: 'mlp', size: 40, rounds: 5, fewRounds: 1 },
];

/** @type {Job} */
export const job = {
  name: 'rendering',
  title: 'Rendering for the first time, code and all',
  measure: (isQuick) =>
    withBundle(new URL('draw.ts', import.meta.url), (script) =>
      withFolder((folder) => {
        const env = cleanEnvironment(folder);
        /** @param {Pick<Subject, 'kind' | 'size'>} subject */
        const drawer = (subject) => drawerOf(script, subject, join(folder, 'program.txt'), env);
        const measured = [];
        for (const subject of subjects)
          measured.push(
            costs(subject.label, drawer(subject), isQuick ? subject.fewRounds : subject.rounds, env),
          );
        const sizes = isQuick ? [17, 57] : [57, 181];
        const longer = sizes.map((size) => drawer({ kind: 'mlp', size }));
        return {
          rows: [...measured.flatMap(({ rows }) => rows), growth(longer, isQuick ? 1 : 3)],
          notes: measured.flatMap(({ notes = [] }) => notes),
        };
      }),
    ),
};

/** What drawing in one format said: see draw.ts. @typedef {{ ms: number, length: number }} Drawn */

/**
 * Draws one program in a format, checked each time: all gradients are right, and all names can be read.
 * @callback Drawer
 * @param {string} format
 * @returns {Drawn | { refusal: string }}
 */

/**
 * @param {string} script
 * @param {Pick<Subject, 'kind' | 'size'>} subject
 * @param {string} file for the program
 * @param {NodeJS.ProcessEnv} env
 * @returns {Drawer}
 */
function drawerOf(script, { kind, size }, file, env) {
  const workload = workloads.get(kind)?.(size);
  assert.ok(workload, kind);
  const source = sourceOf(workload);
  return (format) => {
    writeFileSync(file, source);
    const args = [script, format, file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      env,
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    if (stderr.includes('too-large-to-draw')) return { refusal: 'refused as too large to draw' };
    assert.equal(status, 0, `${kind}, ${format}: ${stderr}`);
    const { ms, length, missing, gradients, value } = JSON.parse(stdout);
    const result = { value, gradients: Array.from(workload.at.keys(), (name) => gradients[name]) };
    assert.equal(checkResult(workload, result, 1e-9, format), workload.at.size);
    assert.equal(missing, 0, `${kind}, ${format}: names are missing`);
    return { ms, length };
  };
}

/**
 * What each format takes for one program.
 * @param {string} what
 * @param {Drawer} draw
 * @param {number} rounds
 * @param {NodeJS.ProcessEnv} env
 * @returns {Measured}
 */
function costs(what, draw, rounds, env) {
  /** @type {Map<string, number[]>} */
  const times = new Map(formats.map(([format]) => [format, []]));
  /** @type {string[]} */
  const notes = [];
  /** @type {number[]} */
  const bare = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(processorTimeOfNode(env));
    for (const [format, label] of formats) {
      const all = times.get(format);
      const drawn = all ? draw(format) : undefined;
      if (!drawn) continue;
      if ('ms' in drawn) all?.push(drawn.ms);
      else {
        notes.push(`${label}, ${what}: ${drawn.refusal}`);
        times.delete(format);
      }
    }
  }
  const rows = formats.flatMap(([format, label]) => {
    const all = times.get(format);
    return all ? [rowOf(`${label}, ${what}`, all, bare)] : [];
  });
  return { rows, notes };
}

/**
 * Milliseconds of processor time that Node takes to start.
 * @param {NodeJS.ProcessEnv} env
 */
function processorTimeOfNode(env) {
  const script = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)';
  const { status, stdout } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
  assert.equal(status, 0);
  return Number(stdout);
}

/**
 * @param {string} name
 * @param {readonly number[]} times
 * @param {readonly number[]} bare
 * @returns {Row}
 */
const rowOf = (name, times, bare) => ({
  name,
  ...summary(paired(times, bare)),
  against: NODE,
  better: 'less',
  ms: median(times),
});

/**
 * The power of its length with which the time of the text grows.
 * @param {readonly Drawer[]} drawers of a text and of a longer one
 * @param {number} rounds
 * @returns {Row}
 */
function growth(drawers, rounds) {
  /** @type {{ size: number, time: number }[][]} */
  const points = drawers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, draw] of drawers.entries()) {
      const drawn = draw('text');
      assert.ok('ms' in drawn);
      points[i]?.push({ size: drawn.length, time: drawn.ms });
    }
  }
  const [few = [], many = []] = points;
  const [from, to] = points.map(([point]) => digits((point?.size ?? NaN) / 1e6));
  return {
    name: `text, growth from ${from} to ${to} million characters`,
    ...summary(few.map((small, i) => exponent(small, many[i] ?? small))),
    against: 'its length, as an exponent',
    better: 'less',
    ms: median(many.map(({ time }) => time)),
  };
}
