/** How long a whole process takes, as a ratio to a bare `node -e 0`. */
import { cleanEnvironment, withFolder } from '../processes.js';
import { median, paired, summary } from '../statistics.js';
import { groups } from './cases.js';
import { measureNpx } from './npx.js';
import { timesOf } from './measure.js';

/** @import { Job } from '../report/row.js' */

/** @type {Job} */
export const job = {
  name: 'startup',
  title: 'Start-up, whole process',
  measure: (isQuick) =>
    withFolder(async (home) => {
      const env = cleanEnvironment(home);
      const rows = [];
      for (const cases of groups) {
        const times = await timesOf(cases, isQuick ? 7 : 31, env);
        const [[{ name: against = '' } = {}, bare = []] = []] = times;
        for (const [{ name, isYardstick }, all] of [...times].slice(1)) {
          const ratios = summary(paired(all, bare));
          rows.push({
            name,
            ...ratios,
            against,
            ...(isYardstick ? {} : { better: /** @type {const} */ ('less') }),
            ms: median(all),
          });
        }
      }
      return { rows: [...rows, await measureNpx(isQuick ? 1 : 5, env)] };
    }),
};
