import { pathToFileURL } from 'node:url';
import { gradientOfObjects } from './objects.js';
import { textOf } from './workloads.js';

/**
 * @import { Workload } from './workloads.js'
 * @typedef {{ value: number, gradients: ArrayLike<number> }} Result gradients in the order of the inputs
 */

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {number} most largest graph it is tried on, in nodes
 * @property {boolean} [isSlow] in a quick run it is spared the largest of them
 * @property {number} tolerance how far off it may be, relative to the largest gradient
 * @property {boolean} [isPart] it computes some of the gradients, the rest being NaN, and its time is scaled to all of them
 * @property {boolean} [isToText] gradtutor, beside it, begins with the text each time
 * @property {(workload: Workload, tfjs: string) => Promise<() => Result>} prepare what is done once, and then timed;
 *   `tfjs` is the bundle of it
 */

/** @type {Peer} */
const byHand = {
  name: 'by hand',
  most: Infinity,
  tolerance: 1e-12,
  prepare: async (workload) => {
    const values = Float64Array.from(workload.at.values());
    const gradients = new Float64Array(values.length);
    return () => ({ value: workload.byHand(values, gradients), gradients });
  },
};

/** @type {Peer} */
const objects = {
  name: 'object graph, micrograd style',
  most: 2e5,
  tolerance: 1e-12,
  prepare: async (workload) => () => gradientOfObjects(workload),
};

/** @type {import('./workloads.js').Algebra<number>} */
const plain = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  tanh: Math.tanh,
  number: (value) => value,
};

/** @type {Peer} */
const central = {
  name: 'central differences',
  isSlow: true,
  most: 2e4,
  tolerance: 1e-6,
  prepare: async ({ loss, at }) => {
    const now = new Map(at);
    const read = (/** @type {string} */ name) => now.get(name) ?? NaN;
    const held = (/** @type {string} */ name, /** @type {number} */ value) => {
      now.set(name, value);
      return loss(plain, read);
    };
    return () => {
      const gradients = Array.from(at, ([name, value]) => {
        const rise = held(name, value + 1e-6) - held(name, value - 1e-6);
        now.set(name, value);
        return rise / 2e-6;
      });
      return { value: loss(plain, read), gradients };
    };
  },
};

const number = (/** @type {{ dataSync(): ArrayLike<number> }} */ tensor) => tensor.dataSync()[0] ?? NaN;

/** @type {Peer} */
const tfjs = {
  name: 'tfjs (cpu)',
  isSlow: true,
  most: 2e5,
  tolerance: 1e-3,
  prepare: async ({ loss, at }, bundle) => {
    const tf = await import(pathToFileURL(bundle).href);
    tf.enableProdMode();
    await tf.setBackend('cpu');
    const algebra = { add: tf.add, subtract: tf.sub, multiply: tf.mul, tanh: tf.tanh, number: tf.scalar };
    const names = [...at.keys()];
    const differentiate = tf.valueAndGrads((/** @type {unknown[]} */ ...inputs) => {
      const byName = new Map(names.map((name, i) => [name, inputs[i]]));
      return loss(algebra, (name) => byName.get(name));
    });
    return () =>
      tf.tidy(() => {
        const { value, grads } = differentiate(names.map((name) => tf.scalar(at.get(name))));
        return { value: number(value), gradients: grads.map(number) };
      });
  },
};

/** @type {Peer} */
const jaxjs = {
  name: 'jax-js (jit, wasm)',
  isSlow: true,
  // Larger ones take it minutes to compile.
  most: 2e4,
  tolerance: 1e-3,
  prepare: async ({ loss, at }) => {
    const jax = await import('@jax-js/jax');
    await jax.init('wasm');
    jax.defaultDevice('wasm');
    /** @typedef {import('@jax-js/jax').Array} Tensor */
    // What a function is given it takes; `ref` keeps it for the next.
    /** @type {import('./workloads.js').Algebra<Tensor>} */
    const algebra = {
      add: (x, y) => x.ref.add(y.ref),
      subtract: (x, y) => x.ref.sub(y.ref),
      multiply: (x, y) => x.ref.mul(y.ref),
      tanh: (x) => jax.numpy.tanh(x.ref),
      number: (value) => jax.numpy.array(value),
    };
    const names = [...at.keys()];
    const differentiate = jax.jit(
      jax.valueAndGrad((/** @type {Tensor[]} */ inputs) => {
        const byName = new Map(names.map((name, i) => [name, inputs[i]]));
        return loss(algebra, (name) => /** @type {Tensor} */ (byName.get(name)));
      }),
    );
    return () => {
      const [value, gradients] = differentiate(Array.from(at.values(), (x) => jax.numpy.array(x)));
      return { value: number(value), gradients: gradients.map(number) };
    };
  },
};

/** mathjs derives each variable for itself: a few are timed, since all would take minutes. */
const DERIVED = 4;

/** @param {{ name: string, isToText: boolean }} way */
const mathjs = (way) =>
  /** @type {Peer} */ ({
    ...way,
    most: 1500,
    tolerance: 1e-9,
    isPart: true,
    prepare: async (workload) => {
      const { derivative, parse } = await import('mathjs');
      const expression = parse(inOneExpression(workload));
      const value = expression.evaluate(new Map(workload.at));
      const names = [...workload.at.keys()];
      const count = Math.min(DERIVED, names.length);
      const derived = Array.from({ length: count }, (_, i) => Math.floor((i * names.length) / count));
      return () => {
        const gradients = new Float64Array(names.length).fill(NaN);
        for (const i of derived) {
          // Simplifying takes time exponential in the number of terms, and is not part of a gradient.
          const formula = derivative(expression, names[i] ?? '', { simplify: false });
          gradients[i] = formula.evaluate(new Map(workload.at));
        }
        return { value, gradients };
      };
    },
  });

/** The program as one expression, for a peer that knows no statements. @param {Workload} workload */
function inOneExpression(workload) {
  const lines = textOf(workload).split('\n');
  const parts = new Map();
  const inline = (/** @type {string} */ text) =>
    text.replace(/\b[a-z]+\d*\b/g, (name) => parts.get(name) ?? name);
  for (const line of lines.slice(0, -1)) {
    const [name = '', text = ''] = line.split(' = ');
    parts.set(name, `(${inline(text)})`);
  }
  return inline(lines.at(-1) ?? '');
}

export const peers = [
  byHand,
  objects,
  tfjs,
  jaxjs,
  central,
  mathjs({ name: 'mathjs derivative', isToText: false }),
  mathjs({ name: 'mathjs derivative, its parse not counted', isToText: true }),
];
