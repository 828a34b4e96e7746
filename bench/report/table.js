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

/** @type {readonly { title: string, rule?: string, text: (row: Row, part: string) => string }[]} */
const columns = [
  { title: 'ratio', rule: '---:', text: ({ ratio }) => digits(ratio) },
  { title: 'quartiles', text: quartilesText },
  { title: 'what', text: ({ name }) => cell(name) },
  { title: 'to', text: ({ against }) => cell(against) },
  { title: 'time', text: (row) => cell(timeText(row)) },
  { title: 'goal', text: (row, part) => goalText(part, row) },
];

/** @param {readonly string[]} cells */
const line = (cells) => `| ${cells.join(' | ')} |`;

/**
 * A Markdown table: ratios first.
 * @param {readonly Pick<Part, 'part' | 'rows'>[]} parts whose rows stand one below the other
 * @param {readonly string[]} [omitted] titles of columns that are left out
 */
export function toTable(parts, omitted = []) {
  const shown = columns.filter(({ title }) => !omitted.includes(title));
  return [
    line(shown.map(({ title }) => title)),
    line(shown.map(({ rule = '---' }) => rule)),
    ...parts.flatMap(({ part, rows }) => rows.map((row) => line(shown.map(({ text }) => text(row, part))))),
  ].join('\n');
}

/** @param {Part} part */
export const stampOf = ({ command, date, node, cpu, cores }) =>
  `\`${command}\`, ${date}, Node ${node}, ${cores} × ${cpu}`;

/** @param {Part} part */
export function toSection(part) {
  const notes = part.notes.map((note) => `- ${note}`).join('\n');
  return notes === '' ? toTable([part]) : `${toTable([part])}\n\n${notes}`;
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
