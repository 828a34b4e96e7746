/**
 * Makes mathjs' parser smaller and faster without changing what it reads: printing and evaluating are left out, for gradtutor
 * reads the trees itself, and so is what V8 cannot optimise. test/build/lean-mathjs.test.ts holds it to the original.
 */

/** @import { Plugin } from 'rolldown' */

/**
 * @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node a node of a syntax tree
 * @typedef {readonly [start: number, end: number, text: string]} Edit what takes the place of a part of the code
 */

/** Methods of node classes; the parser calls none of them. */
const UNUSED = new Set(
  `_compile compile evaluate _toString toString _toHTML toHTML _toTex toTex toJSON fromJSON _getCustomString
  forEach map transform traverse filter clone cloneDeep equals _ifNode`.split(/\s+/),
);

/**
 * @param {Node & { kind?: string, key?: { name?: string } }} node
 * @returns {Edit[]}
 */
const withoutUnusedMethod = ({ type, start, end, kind, key }) =>
  type === 'MethodDefinition' && kind === 'method' && UNUSED.has(key?.name ?? '') ? [[start, end, '']] : [];

/**
 * A class's own `name` is defined once more, beside static properties that only evaluating needs. V8 keeps a class whose
 * name has been redefined as a dictionary, and gives up, again and again, optimising whatever constructs it.
 * @param {Node & { expression?: { callee?: { name?: string } } }} node
 * @returns {Edit[]}
 */
const withoutStaticProperty = ({ type, start, end, expression }) =>
  type === 'ExpressionStatement' && expression?.callee?.name === '_defineProperty' ? [[start, end, '']] : [];

/** What evaluating an index makes use of, which the classes make when they are made. */
const FACTORIES = new Set(['accessFactory', 'assignFactory']);

/**
 * @param {Node & { declarations?: { init?: { callee?: { name?: string } } }[] }} node
 * @returns {Edit[]}
 */
const withoutUnusedHelper = ({ type, start, end, declarations }) =>
  type === 'VariableDeclaration' && FACTORIES.has(declarations?.[0]?.init?.callee?.name ?? '')
    ? [[start, end, '']]
    : [];

/**
 * The table of delimiters as a set. Every token asks it for up to three texts; to look one up among an object's properties
 * V8 interns it first, and where it is none, searches the prototype too.
 * @param {Node & { id?: { name?: string }, init?: Node, object?: { name?: string }, property?: Node }} node
 * @returns {Edit[]}
 */
function withSetOfDelimiters({ type, start, end, id, init, object, property }) {
  if (type === 'VariableDeclarator' && id?.name === 'DELIMITERS' && init) {
    return [
      [init.start, init.start, 'new Set(Object.keys('],
      [init.end, init.end, '))'],
    ];
  }
  if (type === 'MemberExpression' && object?.name === 'DELIMITERS' && property) {
    return [
      [start, property.start, 'DELIMITERS.has('],
      [property.end, end, ')'],
    ];
  }
  return [];
}

/**
 * All that is changed, first to last.
 * @param {unknown} value a syntax tree, or a part of one
 * @returns {Generator<Edit>}
 */
function* editsOf(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* editsOf(part);
  } else if (typeof value === 'object' && value !== null && 'type' in value) {
    const node = /** @type {Node} */ (value);
    const edits = [
      withoutUnusedMethod,
      withoutStaticProperty,
      withoutUnusedHelper,
      withSetOfDelimiters,
    ].flatMap((edit) => edit(node));
    yield* edits.length > 0 ? edits : editsOf(Object.values(node));
  }
}

/** @type {Plugin} */
export const leanMathjs = {
  name: 'lean-mathjs',
  transform: {
    filter: { id: /[\\/]mathjs[\\/]lib[\\/]esm[\\/]expression[\\/](node[\\/]\w*Node|parse)\.js$/ },
    handler(code) {
      const parts = [];
      let from = 0;
      for (const [start, end, text] of editsOf(this.parse(code))) {
        parts.push(code.slice(from, start), text);
        from = end;
      }
      return { code: parts.join('') + code.slice(from), map: null };
    },
  },
};
