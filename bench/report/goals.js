/** @import { Row } from './row.js' */

/**
 * @typedef {object} Goal a bound on some rows of a part: at most, or at least, so many times; or at most so many milliseconds
 * @property {string} part
 * @property {RegExp} rows their names
 * @property {number} bound
 * @property {'at most' | 'at least' | 'milliseconds'} kind
 */

/** @type {readonly Goal[]} */
const goals = [
  { part: 'startup', rows: /^run "[^"]*"$/, kind: 'at most', bound: 1.5 },
  { part: 'startup', rows: /^run "[^"]*", no cache$/, kind: 'at most', bound: 2 },
  { part: 'startup', rows: /^--version$/, kind: 'at most', bound: 1.4 },
  { part: 'startup', rows: /: first question$/, kind: 'at most', bound: 3 },
  { part: 'gradient', rows: /: gradient$/, kind: 'at most', bound: 3 },
  { part: 'gradient', rows: /: cold start$/, kind: 'at most', bound: 0.35 },
  { part: 'gradient', rows: /: nudge of every input$/, kind: 'at most', bound: 1.25 },
  { part: 'gradient', rows: /^growth/, kind: 'at most', bound: 1.05 },
  { part: 'gradient', rows: /10⁵: object graph/, kind: 'at least', bound: 30 },
  { part: 'gradient', rows: /: tfjs/, kind: 'at least', bound: 500 },
  { part: 'gradient', rows: /10³: mathjs derivative$/, kind: 'at least', bound: 10_000 },
  { part: 'batch', rows: /^10⁴ lines$/, kind: 'at most', bound: 1.5 },
  { part: 'batch', rows: /^peak memory/, kind: 'at most', bound: 1.25 },
  { part: 'rendering', rows: /^terminal graph, the lecture's graph$/, kind: 'at most', bound: 0.2 },
  { part: 'rendering', rows: /^terminal graph, 50 nodes/, kind: 'milliseconds', bound: 60 },
  { part: 'rendering', rows: /^text, growth/, kind: 'at most', bound: 1.1 },
  { part: 'memory', rows: /: graph, tape, values and gradients$/, kind: 'at most', bound: 64 },
];

/**
 * @param {string} part
 * @param {Row} row
 */
export function goalOf(part, row) {
  const goal = goals.find((each) => each.part === part && each.rows.test(row.name));
  if (!goal) return undefined;
  const measured = goal.kind === 'milliseconds' ? (row.ms ?? NaN) : row.ratio;
  const isReached = goal.kind === 'at least' ? measured >= goal.bound : measured <= goal.bound;
  return { ...goal, isReached };
}
