/** A process that keeps so many answers, one after another, and writes a dot once each is kept: `answering.js <folder> <name> <count>`. */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { ProgressFile } from '../../src/cli/progress-file.ts';
import { withLesson } from '../../src/learner/progress.ts';

const [folder = '', name = '', count = ''] = process.argv.slice(2);
const file = new ProgressFile((problem) => process.stderr.write(`${problem}\n`), folder);
for (let i = 0; i < Number(count); i++) {
  const place = { lines: [], done: i, total: Number(count), finished: 0 };
  if (file.update((progress) => withLesson(progress, `${name}-${i}`, place))) writeSync(1, '.');
}
