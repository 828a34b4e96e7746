/** @import { Row } from './row.js' */

/** What the README shows: names of rows by part. @type {Readonly<Record<string, RegExp>>} */
const rows = {
  startup: /^(run "[^"]*"|--version|quiz: first question|mathjs' command line|import mathjs|eslint)/,
  gradient:
    /^(MLP loss, 10⁵: (gradient|object graph|tfjs|by hand)|MLP loss, 10³: mathjs derivative$|growth of)/,
  batch: /lines$/,
  rendering: /, 50 nodes$/,
  memory: /^MLP loss, 10⁵: (graph, tape|object graph)/,
};

/**
 * @param {string} part
 * @param {Row} row
 */
export const isHeadline = (part, row) => rows[part]?.test(row.name) ?? false;
