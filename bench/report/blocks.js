import { isHeadline } from './headline.js';
import { goalOf } from './goals.js';
import { stampOf, toSection, toTable } from './table.js';

/** @import { Part, Row } from './row.js' */

const BLOCK = /(<!-- bench ([a-z]+) -->\n)[^]*?(<!-- \/bench -->)/g;

/**
 * Writes the results between the marks of a document: `<!-- bench PART -->` for all rows of a part, `headline` for those
 * that a reader new to gradtutor wants, `goals` for those with a bound; each up to `<!-- /bench -->`.
 * @param {string} document
 * @param {readonly Part[]} parts
 * @throws {Error} for a block of a part that has no results
 */
export function fillBlocks(document, parts) {
  return document.replace(BLOCK, (_, open, name, close) => `${open}\n${block(name, parts)}\n\n${close}`);
}

/**
 * @param {string} name
 * @param {readonly Part[]} parts
 */
function block(name, parts) {
  if (name === 'headline') return several(parts, isHeadline, ['time']);
  if (name === 'goals') return several(parts, (part, row) => goalOf(part, row) !== undefined);
  const part = parts.find((each) => each.part === name);
  if (!part) throw new Error(`There is a block for "${name}", which has no results.`);
  return `${stampOf(part)}: medians of paired runs.\n\n${toSection(part)}`;
}

/**
 * Some rows of several parts, with each sitting in which they were measured.
 * @param {readonly Part[]} parts
 * @param {(part: string, row: Row) => boolean} isWanted
 * @param {readonly string[]} [omitted] columns
 */
function several(parts, isWanted, omitted) {
  const chosen = parts
    .map((part) => ({ ...part, rows: part.rows.filter((row) => isWanted(part.part, row)) }))
    .filter(({ rows }) => rows.length > 0);
  const stamps = new Set(chosen.map(stampOf));
  return `${[...stamps].join('; ')}: medians of paired runs.\n\n${toTable(chosen, omitted)}`;
}
