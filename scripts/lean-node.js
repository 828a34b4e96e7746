/**
 * Takes Node's own modules as they are. What the build puts around a default import copies every property of it as a
 * getter: some three hundred at each start, for `node:process` and `node:fs`.
 */

/** @import { Plugin } from 'rolldown' */

/** @type {Plugin} for CommonJS output */
export const leanNode = {
  name: 'lean-node',
  transform: {
    filter: { code: /^import \w+ from 'node:/m },
    handler: (code) => ({
      code: code
        .replace(/^import process from 'node:process';$/m, '') // it is global
        .replace(/^import (\w+) from ('node:\w+');$/gm, 'const $1 = require($2);'),
      map: null,
    }),
  },
};
