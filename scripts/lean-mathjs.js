/** Leaves out of mathjs' expression nodes what only printing and evaluating need: gradtutor reads the trees itself. */

/** @import { Plugin } from 'rolldown' */

/** Methods of node classes; the parser calls none of them. */
const UNUSED = new Set(
  `_compile compile evaluate _toString toString _toHTML toHTML _toTex toTex toJSON fromJSON _getCustomString
  forEach map transform traverse filter clone cloneDeep equals _ifNode`.split(/\s+/),
);

/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node */

/**
 * The places of unused methods, first to last.
 * @param {unknown} value a syntax tree, or a part of one
 * @returns {Generator<[start: number, end: number]>}
 */
function* unusedMethods(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* unusedMethods(part);
  } else if (typeof value === 'object' && value !== null && 'type' in value) {
    const node = /** @type {Node & { kind?: string, key?: { name?: string } }} */ (value);
    if (node.type === 'MethodDefinition' && node.kind === 'method' && UNUSED.has(node.key?.name ?? '')) {
      yield [node.start, node.end];
    } else {
      yield* unusedMethods(Object.values(node));
    }
  }
}

/** @type {Plugin} */
export const leanMathjs = {
  name: 'lean-mathjs',
  transform: {
    filter: { id: /[\\/]mathjs[\\/]lib[\\/]esm[\\/]expression[\\/]node[\\/]\w*Node\.js$/ },
    handler(code) {
      const kept = [];
      let from = 0;
      for (const [start, end] of unusedMethods(this.parse(code))) {
        kept.push(code.slice(from, start));
        from = end;
      }
      return { code: kept.join('') + code.slice(from), map: null };
    },
  },
};
