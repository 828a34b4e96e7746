/** Loaded before a program: writes the most memory that its process ever held, in megabytes, to the file PEAK_FILE. */
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env['PEAK_FILE'];
if (isMainThread && file !== undefined)
  process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1000)));
