/**
 * The engine that most people write first, after micrograd (Karpathy 2020): every operation makes an object that keeps
 * its operands and a closure for its part of the backward pass. Differs from it where deep graphs demand it: the
 * topological sort has a stack of its own, and an operand that stands twice counts twice.
 */
class Value {
  grad = 0;

  /**
   * @param {number} data
   * @param {readonly Value[]} operands
   */
  constructor(data, operands = []) {
    this.data = data;
    this.operands = operands;
    this.backward = () => {};
  }
}

/** @type {import('./workloads.js').Algebra<Value>} */
const algebra = {
  number: (value) => new Value(value),
  add(x, y) {
    const out = new Value(x.data + y.data, [x, y]);
    out.backward = () => {
      x.grad += out.grad;
      y.grad += out.grad;
    };
    return out;
  },
  subtract(x, y) {
    const out = new Value(x.data - y.data, [x, y]);
    out.backward = () => {
      x.grad += out.grad;
      y.grad -= out.grad;
    };
    return out;
  },
  multiply(x, y) {
    const out = new Value(x.data * y.data, [x, y]);
    out.backward = () => {
      x.grad += y.data * out.grad;
      y.grad += x.data * out.grad;
    };
    return out;
  },
  tanh(x) {
    const out = new Value(Math.tanh(x.data), [x]);
    out.backward = () => {
      x.grad += (1 - out.data * out.data) * out.grad;
    };
    return out;
  },
};

/** @param {Value} root */
function sorted(root) {
  /** @type {Value[]} */
  const order = [];
  const seen = new Set([root]);
  const stack = [{ value: root, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const operand = top.value.operands[top.next++];
    if (!operand) {
      order.push(top.value);
      stack.pop();
    } else if (!seen.has(operand)) {
      seen.add(operand);
      stack.push({ value: operand, next: 0 });
    }
  }
  return order;
}

/**
 * The graph of objects, with its inputs in order.
 * @param {import('./workloads.js').Workload} workload
 */
export function graphOfObjects({ loss, at }) {
  const inputs = new Map(Array.from(at, ([name, value]) => [name, new Value(value)]));
  const output = loss(algebra, (name) => /** @type {Value} */ (inputs.get(name)));
  return { output, inputs };
}

/**
 * Builds the graph and passes over it backward.
 * @param {import('./workloads.js').Workload} workload
 */
export function gradientOfObjects(workload) {
  const { output, inputs } = graphOfObjects(workload);
  output.grad = 1;
  for (const value of sorted(output).toReversed()) value.backward();
  return { value: output.data, gradients: Array.from(inputs.values(), ({ grad }) => grad) };
}
