import { goalOf } from './goals.js';
import { digits, time } from './row.js';

/** @import { Part, Row } from './row.js' */

/** What Markdown would read as a sign is none. @param {string} text */
const cell = (text) => text.replace(/[\\`*_<|]/g, '\\$&');

/**
 * @param {string} part
 * @param {Row} row
 */
function goalText(part, row) {
  const goal = goalOf(part, row);
  if (!goal) return '';
  const bound = goal.bound.toLocaleString('en-US');
  const text = {
    'at most': `at most ${bound}`,
    'at least': `at least ${bound}`,
    milliseconds: `at most ${bound} ms`,
  };
  return `${text[goal.kind]}: ${goal.isReached ? 'reached' : 'not reached'}`;
}

/** @param {Row} row */
const quartilesText = ({ quartiles, runs }) => (runs > 1 ? quartiles.map(digits).join(' – ') : 'one run');

/** @param {Row} row */
const timeText = ({ ms, note }) =>
  [...(ms === undefined ? [] : [time(ms)]), ...(note ? [note] : [])].join('; ');

/**
 * A Markdown table: ratios first.
 * @param {string} part
 * @param {readonly Row[]} rows
 */
export function toTable(part, rows) {
  const lines = rows.map((row) =>
    [
      digits(row.ratio),
      quartilesText(row),
      cell(row.name),
      cell(row.against),
      cell(timeText(row)),
      goalText(part, row),
    ].join(' | '),
  );
  return [
    '| ratio | quartiles | what | to | time | goal |',
    '| ---: | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

/** @param {Part} part */
export const stampOf = ({ command, date, node, cpu, cores }) =>
  `\`${command}\`, ${date}, Node ${node}, ${cores} × ${cpu}`;

/** @param {Part} part */
export function toSection({ part, rows, notes }) {
  return [
    toTable(part, rows),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
  ].join('\n\n');
}

/**
 * One line of the terminal's report.
 * @param {string} part
 * @param {Row} row
 */
export function toLine(part, row) {
  const goal = goalText(part, row);
  const took = timeText(row);
  return [
    digits(row.ratio).padStart(9),
    ` [${quartilesText(row)}]`.padEnd(21),
    ` ${row.name}, to ${row.against}`,
    took && `  (${took})`,
    goal && `  goal ${goal}`,
  ].join('');
}
