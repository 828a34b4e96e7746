/** Leaves out of mathjs' expression nodes what only printing and evaluating need: gradtutor reads the trees itself. */

/** @import { Plugin } from 'rolldown' */

/** Methods of node classes; the parser calls none of them. */
const UNUSED = new Set(
  `_compile compile evaluate _toString toString _toHTML toHTML _toTex toTex toJSON fromJSON _getCustomString
  forEach map transform traverse filter clone cloneDeep equals _ifNode`.split(/\s+/),
);

/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node */

/** @param {Node & { kind?: string, key?: { name?: string } }} node */
const isUnusedMethod = ({ type, kind, key }) =>
  type === 'MethodDefinition' && kind === 'method' && UNUSED.has(key?.name ?? '');

/**
 * Whether this defines a class's own `name` once more, or another static property that only evaluating needs. V8 keeps a
 * class whose name has been redefined as a dictionary, and gives up, again and again, optimising whatever constructs it.
 * @param {Node & { expression?: { callee?: { name?: string } } }} node
 */
const isStaticProperty = ({ type, expression }) =>
  type === 'ExpressionStatement' && expression?.callee?.name === '_defineProperty';

/** What evaluating an index makes use of, which the classes make when they are made. */
const FACTORIES = new Set(['accessFactory', 'assignFactory']);

/** @param {Node & { declarations?: { init?: { callee?: { name?: string } } }[] }} node */
const isUnusedHelper = ({ type, declarations }) =>
  type === 'VariableDeclaration' && FACTORIES.has(declarations?.[0]?.init?.callee?.name ?? '');

/**
 * The places of what is not used, first to last.
 * @param {unknown} value a syntax tree, or a part of one
 * @returns {Generator<[start: number, end: number]>}
 */
function* unusedParts(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* unusedParts(part);
  } else if (typeof value === 'object' && value !== null && 'type' in value) {
    const node = /** @type {Node} */ (value);
    if (isUnusedMethod(node) || isStaticProperty(node) || isUnusedHelper(node)) yield [node.start, node.end];
    else yield* unusedParts(Object.values(node));
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
      for (const [start, end] of unusedParts(this.parse(code))) {
        kept.push(code.slice(from, start));
        from = end;
      }
      return { code: kept.join('') + code.slice(from), map: null };
    },
  },
};
