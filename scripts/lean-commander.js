/** Loads `node:child_process` where commander starts a program, which gradtutor never does, and not at every start. */

/** @import { Plugin } from 'rolldown' */

const EAGER = "const childProcess = require('node:child_process');";

/** @type {Plugin} */
export const leanCommander = {
  name: 'lean-commander',
  transform: {
    filter: { id: /[\\/]commander[\\/]lib[\\/]command\.js$/ },
    handler(code) {
      if (!code.includes(EAGER)) throw new Error('commander loads node:child_process in another way now');
      const lazy = code.replace(EAGER, '').replaceAll('childProcess.', "require('node:child_process').");
      return { code: lazy, map: null };
    },
  },
};
