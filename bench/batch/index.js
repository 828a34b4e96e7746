/** Batches of lines, next to only parsing them: whole processes on one core. And whether memory grows with the lines. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBundle } from '../bundled.js';
import { cleanEnvironment, withFolder } from '../processes.js';
import { LINES } from './command.js';
import { peaks } from './peaks.js';
import { speed } from './speed.js';

/** @import { Job } from '../report/row.js' */

/** @type {Job} */
export const job = {
  name: 'batch',
  title: 'Batches',
  measure: (isQuick) =>
    withFolder(async (folder) => {
      const env = cleanEnvironment(folder);
      const text = await withBundle(new URL('lines.ts', import.meta.url), async (file) => {
        const { mixedLines } = await import(pathToFileURL(file).href);
        return `${mixedLines(LINES).join('\n')}\n`;
      });
      const lines = join(folder, 'lines.ndjson');
      writeFileSync(lines, text);
      const parseOnly = new URL('parse-only.ts', import.meta.url);
      const rows = await withBundle(
        parseOnly,
        (published) =>
          withBundle(parseOnly, (own) => speed({ published, own }, lines, isQuick ? 5 : 15, env)),
        { isLean: false },
      );
      const factors = isQuick ? [10] : [10, 100];
      return { rows: [...rows, ...(await peaks(folder, text, factors, isQuick ? 3 : 5, env))] };
    }),
};
