/** The results that are kept: as data, as tables, and between the marks of the documents that show them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { fillBlocks } from './blocks.js';
import { stampOf, toSection } from './table.js';

/** @import { Part } from './row.js' */

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = join(root, 'bench/results.json');
const tables = join(root, 'bench/results.md');

/** @returns {readonly Part[]} none where nothing was measured yet */
export const readResults = () => (existsSync(data) ? JSON.parse(readFileSync(data, 'utf8')).parts : []);

/**
 * Keeps the results of a part in place of earlier ones.
 * @param {Part} fresh
 * @param {readonly string[]} order of all parts
 */
export async function keepResults(fresh, order) {
  const byName = new Map([...readResults(), fresh].map((part) => [part.part, part]));
  const parts = order.flatMap((name) => byName.get(name) ?? []);
  await write(data, JSON.stringify({ version: 1, parts }, null, 2));
  await writeTables();
}

/** Writes results.md, and fills the blocks of the README and of docs/. */
export async function writeTables() {
  const parts = readResults();
  const sections = parts.map((part) => `## ${part.part}\n\n${stampOf(part)}\n\n${toSection(part)}`);
  const about =
    'Written by `npm run bench`. A ratio is the median of paired runs; times are for information, as they are those of one machine.';
  await write(tables, ['# Results of the benchmarks', about, ...sections].join('\n\n'));
  for (const file of documents()) {
    const text = readFileSync(file, 'utf8');
    const filled = fillBlocks(text, parts);
    if (filled !== text) await write(file, filled);
  }
}

/** The documents that may show results. */
const documents = () => [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name)),
];

/**
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
