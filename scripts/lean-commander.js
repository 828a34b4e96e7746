/**
 * Makes ES modules of commander's CommonJS, which is wrapped in functions that V8 would have to read twice, and loads
 * `node:child_process` where commander starts a program, which gradtutor never does.
 */

/** @import { Plugin } from 'rolldown' */

const EAGER = "const childProcess = require('node:child_process');\n";

/** @param {string} code of one of commander's own modules */
function toModule(code) {
  const module = code
    .replace(/^const (\{[^}]*\}) = require\('(\.[^']+)'\);$/gm, "import $1 from '$2';")
    .replace(/^exports\.(\w+) = \1;/gm, 'export { $1 };');
  if (/\brequire\('\.|\bexports\./.test(module)) throw new Error('commander is written in another way now');
  return module;
}

/** @type {Plugin} */
export const leanCommander = {
  name: 'lean-commander',
  transform: {
    filter: { id: /[\\/]commander[\\/](?:lib[\\/]\w+\.js|esm\.mjs)$/ },
    handler(code, id) {
      if (id.endsWith('esm.mjs')) {
        const parts = ['argument', 'command', 'error', 'help', 'option'];
        return { code: parts.map((part) => `export * from './lib/${part}.js';`).join('\n'), map: null };
      }
      const isEager = id.endsWith('command.js');
      if (isEager && !code.includes(EAGER)) throw new Error('commander starts programs in another way now');
      const lean = toModule(
        code.replace(EAGER, '').replace("const process = require('node:process');\n", ''),
      );
      return { code: lean.replaceAll('childProcess.', "require('node:child_process')."), map: null };
    },
  },
};
