/**
 * Makes the words dictionaries, without a prototype. V8 would make a hidden class for each word as it builds the object, at
 * every start, to read some of them a little faster.
 */

/** @import { Plugin } from 'rolldown' */

/** With fewer words than this a hidden class each costs no more. */
const FEWEST = 12;

/** @typedef {{ type: string, start: number, properties?: { type: string }[], [key: string]: unknown }} Node */

/**
 * Where large objects begin that are built once, when their module is: first to last.
 * @param {unknown} value a syntax tree, or a part of one
 * @returns {Generator<number>}
 */
function* starts(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* starts(part);
  } else if (typeof value === 'object' && value !== null) {
    const { type, start, properties } = /** @type {Node} */ (value);
    if (/Function/.test(type)) return;
    if (type === 'ObjectExpression' && (properties ?? []).length >= FEWEST) yield start + 1;
    yield* starts(Object.values(value));
  }
}

/** @type {Plugin} */
export const dictionaries = {
  name: 'dictionaries',
  transform: {
    filter: { id: /[\\/]src[\\/]i18n[\\/].*\.ts$/ },
    handler(code) {
      let from = 0;
      let made = '';
      for (const at of starts(this.parse(code, { lang: 'ts' }))) {
        made += `${code.slice(from, at)}__proto__: null,`;
        from = at;
      }
      return { code: made + code.slice(from), map: null };
    },
  },
};
