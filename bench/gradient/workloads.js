/**
 * What is differentiated, written once over any algebra: as text for gradtutor and mathjs, as objects, as tensors, or
 * as plain numbers for central differences. Beside it the gradient by hand, as the floor.
 */

/**
 * @template T
 * @typedef {{ add: (x: T, y: T) => T, subtract: (x: T, y: T) => T, multiply: (x: T, y: T) => T, tanh: (x: T) => T, number: (value: number) => T }} Algebra
 */

/**
 * @typedef {object} Workload
 * @property {Map<string, number>} at values of the inputs, in order of first appearance
 * @property {<T>(algebra: Algebra<T>, input: (name: string) => T, name?: (name: string, value: T) => T) => T} loss
 * @property {(values: Float64Array, gradients: Float64Array) => number} byHand the value, and the gradients written
 */

/** Small numbers that look random and are the same each time. @param {number} i */
const number = (i) => Math.round(1000 * Math.sin(12.9898 * (i + 1))) / 1000;

/** 3 (a + b c), the lecture's. @returns {Workload} */
const lecture = () => ({
  at: new Map([['a', 5], ['b', 3], ['c', 2]]), // prettier-ignore
  loss: ({ add, multiply, number: constant }, input, name = (_, value) => value) =>
    multiply(constant(3), name('v', add(input('a'), multiply(input('b'), input('c'))))),
  byHand(values, gradients) {
    const [a = 0, b = 0, c = 0] = values;
    gradients[0] = 3;
    gradients[1] = 3 * c;
    gradients[2] = 3 * b;
    return 3 * (a + b * c);
  },
});

/** a b + c: five nodes. @returns {Workload} */
const tiny = () => ({
  at: new Map([['a', 5], ['b', 3], ['c', 2]]), // prettier-ignore
  loss: ({ add, multiply }, input) => add(multiply(input('a'), input('b')), input('c')),
  byHand(values, gradients) {
    const [a = 0, b = 0, c = 0] = values;
    gradients[0] = b;
    gradients[1] = a;
    gradients[2] = 1;
    return a * b + c;
  },
});

/** ½ (tanh(w x + b) − y)², a neuron and its loss. @returns {Workload} */
const neuron = () => ({
  at: new Map([['w', 0.7], ['x', 1.5], ['b', -0.3], ['y', 1]]), // prettier-ignore
  loss: ({ add, multiply, number: constant, subtract, tanh }, input, name = (_, value) => value) => {
    const output = tanh(add(multiply(input('w'), input('x')), input('b')));
    const off = name('off', subtract(output, input('y')));
    return multiply(multiply(off, off), constant(0.5));
  },
  byHand(values, gradients) {
    const [w = 0, x = 0, b = 0, y = 0] = values;
    const output = Math.tanh(w * x + b);
    const off = output - y;
    const dz = off * (1 - output * output);
    gradients[0] = dz * x;
    gradients[1] = dz * w;
    gradients[2] = dz;
    gradients[3] = -off;
    return (off * off) / 2;
  },
});

/**
 * ½ (w2 · tanh(W1 x + b1) − y)² with k numbers in and k hidden units: about 3 k² nodes.
 * @param {number} k
 * @param {boolean} [isDense] the numbers in are inputs of the graph too, each with k uses
 * @returns {Workload}
 */
function mlp(k, isDense = false) {
  /** @type {Map<string, number>} */
  const at = new Map();
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < k; i++) at.set(`w${j}_${i}`, number(j * k + i) / Math.sqrt(k));
    at.set(`b${j}`, number(7 * j));
    at.set(`o${j}`, number(j) / Math.sqrt(k));
  }
  const xs = Array.from({ length: k }, (_, i) => 0.5 + i / (2 * k));
  const target = 0.25;
  if (isDense) for (const [i, x] of xs.entries()) at.set(`x${i}`, x);
  return {
    at,
    loss: ({ add, multiply, number: constant, subtract, tanh }, input, name = (_, value) => value) => {
      const outputs = xs.map((_, j) => {
        const products = xs.map((x, i) =>
          multiply(input(`w${j}_${i}`), isDense ? input(`x${i}`) : constant(x)),
        );
        const sum = products.reduce((left, right) => add(left, right));
        const hidden = name(`h${j}`, tanh(add(sum, input(`b${j}`))));
        return multiply(input(`o${j}`), hidden);
      });
      const off = name(
        'off',
        subtract(
          outputs.reduce((left, right) => add(left, right)),
          constant(target),
        ),
      );
      return multiply(multiply(off, off), constant(0.5));
    },
    byHand(values, gradients) {
      const row = k + 2;
      const hidden = new Float64Array(k);
      let output = 0;
      for (let j = 0; j < k; j++) {
        let sum = 0;
        for (let i = 0; i < k; i++)
          sum += /** @type {number} */ (values[j * row + i]) * /** @type {number} */ (xs[i]);
        const h = Math.tanh(sum + /** @type {number} */ (values[j * row + k]));
        hidden[j] = h;
        output += /** @type {number} */ (values[j * row + k + 1]) * h;
      }
      const off = output - target;
      if (isDense) gradients.fill(0, k * row, k * row + k);
      for (let j = 0; j < k; j++) {
        const h = /** @type {number} */ (hidden[j]);
        const dz = off * /** @type {number} */ (values[j * row + k + 1]) * (1 - h * h);
        for (let i = 0; i < k; i++) {
          gradients[j * row + i] = dz * /** @type {number} */ (xs[i]);
          if (isDense) {
            const w = /** @type {number} */ (values[j * row + i]);
            gradients[k * row + i] = /** @type {number} */ (gradients[k * row + i]) + dz * w;
          }
        }
        gradients[j * row + k] = dz;
        gradients[j * row + k + 1] = off * h;
      }
      return (off * off) / 2;
    },
  };
}

/**
 * x · y of two vectors of n: 4 n nodes.
 * @param {number} n
 * @returns {Workload}
 */
function dot(n) {
  /** @type {Map<string, number>} */
  const at = new Map();
  for (let i = 0; i < n; i++) at.set(`x${i}`, number(i)).set(`y${i}`, number(3 * i));
  const indices = Array.from({ length: n }, (_, i) => i);
  return {
    at,
    loss: ({ add, multiply }, input) =>
      indices.map((i) => multiply(input(`x${i}`), input(`y${i}`))).reduce((left, right) => add(left, right)),
    byHand(values, gradients) {
      let sum = 0;
      for (let i = 0; i < 2 * n; i += 2) {
        const [x = 0, y = 0] = [values[i], values[i + 1]];
        sum += x * y;
        gradients[i] = y;
        gradients[i + 1] = x;
      }
      return sum;
    },
  };
}

/**
 * v ← a v + b, n times over: a chain of 2 n nodes, one behind the other.
 * @param {number} n
 * @returns {Workload}
 */
function chain(n) {
  const at = new Map([['v', 0.5], ['a', 0.9995], ['b', 0.001]]); // prettier-ignore
  return {
    at,
    loss: ({ add, multiply }, input, name = (_, value) => value) => {
      let value = input('v');
      for (let i = 0; i < n; i++) value = name(`v${i}`, add(multiply(input('a'), value), input('b')));
      return value;
    },
    byHand(values, gradients) {
      const [v = 0, a = 0, b = 0] = values;
      const before = new Float64Array(n + 1);
      before[0] = v;
      for (let i = 0; i < n; i++) before[i + 1] = a * /** @type {number} */ (before[i]) + b;
      let [upstream, da, db] = [1, 0, 0];
      for (let i = n - 1; i >= 0; i--) {
        db += upstream;
        da += upstream * /** @type {number} */ (before[i]);
        upstream *= a;
      }
      gradients[0] = upstream;
      gradients[1] = da;
      gradients[2] = db;
      return /** @type {number} */ (before[n]);
    },
  };
}

/** The workload as a program: named parts become statements. @param {Workload} workload */
export function textOf({ loss }) {
  /** @type {string[]} */
  const statements = [];
  const last = loss(
    {
      add: (x, y) => `${x} + ${y}`,
      subtract: (x, y) => `${x} - ${y}`,
      multiply: (x, y) => `${x}*${y}`,
      tanh: (x) => `tanh(${x})`,
      number: String,
    },
    (name) => name,
    (name, value) => {
      statements.push(`${name} = ${value}`);
      return name;
    },
  );
  return [...statements, last].join('\n');
}

/** The program with the values of its inputs, as one would keep it in a file. @param {Workload} workload */
export const sourceOf = (workload) =>
  [...Array.from(workload.at, ([name, value]) => `${name} = ${value}`), textOf(workload)].join('\n');

/** Workloads by the name that the command line has for them. @type {Map<string, (size: number) => Workload>} */
export const workloads = new Map([
  ['lecture', lecture],
  ['tiny', tiny],
  ['neuron', neuron],
  ['mlp', (k) => mlp(k)],
  ['dense', (k) => mlp(k, true)],
  ['dot', dot],
  ['chain', chain],
]);
