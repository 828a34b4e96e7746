/** Gives a CommonJS file of the build the form in which the launcher loads it fastest. */
import { parseAst } from 'rolldown/parseAst';

/** @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node */

/**
 * The function that a module is, since to wrap it at every start would copy it, and all ASCII, which is decoded fastest, and
 * which V8 keeps in half the memory.
 * @param {string} code
 * @param {string} [runtime] rolldown's helpers: to open a file takes longer than to read them once more
 */
export function wrap(code, runtime) {
  const ascii = withPlainExports(withLateClasses(code)).replace(/[^\0-\x7f]/g, escaped);
  const whole = runtime ? ascii.replace(RUNTIME, () => inlined(runtime)) : ascii;
  return `(function(exports,require,module,__filename,__dirname){${whole}\n})`;
}

const RUNTIME = /require\("[./]+(?:chunks\/)?rolldown-runtime-[\w-]+\.cjs"\)/;

/** @param {string} code of a module without imports */
const inlined = (code) => `(module=>(${wrap(code)}(0,0,module),module.exports))({})`;

/** @param {string} unit of UTF-16 */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Classes of Unicode are looked up when they are first used: V8 looks up those of a literal whenever it reads over one,
 * up to three times before its function is called, if it ever is. What keeps a place between calls is made anew each time.
 * @param {string} code
 */
function withLateClasses(code) {
  /** @type {string[]} */
  const names = [];
  let late = '';
  let from = 0;
  for (const { type, start, end, regex } of nodes(parseAst(code))) {
    if (type !== 'Literal' || !regex || !/\\p\{/i.test(regex.pattern)) continue;
    const made = `new RegExp(${JSON.stringify(regex.pattern)},${JSON.stringify(regex.flags)})`;
    late += `${code.slice(from, start)}(`;
    if (/[gy]/.test(regex.flags)) {
      late += `${made})`;
    } else {
      const name = `class$${names.length}`;
      names.push(name);
      late += `${name}??=${made})`;
    }
    from = end;
  }
  const declared = names.length > 0 ? `let ${names.join(',')};` : '';
  return declared + late + code.slice(from);
}

/** How rolldown exports: by a getter, or by an assignment; that it is a module is said too. */
const DEFINITION =
  /^(?:Object\.defineProperty\(exports,(?:"([\w$]+)",\{enumerable:!0,get:function\(\)\{return *([^}]+)\}\}|Symbol\.toStringTag,\{value:`Module`\})\)|exports\.([\w$]+)=([\w$]+))$/;

/**
 * All that a file exports in one object: defined one by one, as getters, they take V8 ten times as long, and with a prototype a
 * hidden class each. No file is loaded
 * by one that it is loading itself, so nobody has seen its exports before.
 * @param {string} code
 */
function withPlainExports(code) {
  /** @type {string[]} */
  const exported = [];
  let rest = '';
  let from = 0;
  for (const { type, start, end, expression } of parseAst(code).body.map(asNode)) {
    const parts = type === 'ExpressionStatement' ? partsOf(expression) : [];
    const definitions = parts.map((part) => DEFINITION.exec(code.slice(part.start, part.end)));
    if (parts.length === 0 || !definitions.every((definition) => definition !== null)) continue;
    for (const [, getter, value, name = getter, plain = value] of definitions) {
      if (name !== undefined) exported.push(`${name}:${plain}`);
    }
    rest += code.slice(from, start);
    from = end;
  }
  rest += code.slice(from);
  if (/(?<![.\w$])exports[.,]/.test(rest)) throw new Error('rolldown exports in another way now');
  return `${rest.trimEnd()};module.exports={__proto__:null,${exported.join(',')}};`;
}

/**
 * @param {Node} expression
 * @returns {Node[]}
 */
const partsOf = (expression) =>
  expression.type === 'SequenceExpression' ? expression['expressions'].map(asNode) : [expression];

/** @param {unknown} node */
const asNode = (node) => /** @type {Node} */ (node);

/**
 * Every node of a syntax tree, in the order of the text.
 * @param {unknown} value
 * @returns {Generator<any>}
 */
function* nodes(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* nodes(part);
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value) yield value;
    yield* nodes(Object.values(value));
  }
}
