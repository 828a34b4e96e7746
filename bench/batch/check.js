import assert from 'node:assert/strict';

/** What mathjs lacks, for the lines that use it. */
const functions = {
  relu: (/** @type {number} */ x) => Math.max(0, x),
  sigmoid: (/** @type {number} */ x) => 1 / (1 + Math.exp(-x)),
  softplus: (/** @type {number} */ x) => Math.log1p(Math.exp(x)),
};

/** Half of the lines bring values along: enough to be sure. */
const CHECKED = 500;
const STEP = 1e-6;

/**
 * Holds a batch's answers against mathjs: the values, and each gradient against a central difference of mathjs' values.
 * @param {string} lines as they were given
 * @param {string} answers a line each
 */
export async function checkAnswers(lines, answers) {
  const { parse } = await import('mathjs');
  const given = lines.trimEnd().split('\n');
  const answered = answers.trimEnd().split('\n');
  assert.equal(answered.length, given.length);
  let checked = 0;
  for (const [i, line] of given.entries()) {
    if (checked === CHECKED) break;
    if (!line.startsWith('{')) continue;
    const { value, gradients, inputs, error, kinks } = JSON.parse(answered[i] ?? '');
    if (error || kinks.length > 0) continue;
    const { expression } = JSON.parse(line);
    // Without the statements that only set an input: the answer says what the inputs were.
    const statements = expression
      .split('; ')
      .filter((/** @type {string} */ text) => !/^\w+ = [\d.]+$/.test(text));
    const nodes = statements.map((/** @type {string} */ text) => parse(text));
    const valueAt = (/** @type {Record<string, number>} */ at) => {
      const scope = new Map(Object.entries({ ...functions, ...at }));
      return nodes.map((/** @type {import('mathjs').MathNode} */ node) => node.evaluate(scope)).at(-1);
    };
    const theirs = valueAt(inputs);
    assert.ok(
      Math.abs(theirs - value) <= 1e-9 * Math.max(1, Math.abs(value)),
      `${line}: ${value}, ${theirs}`,
    );
    for (const [name, at] of /** @type {[string, number][]} */ (Object.entries(inputs))) {
      const rise = valueAt({ ...inputs, [name]: at + STEP }) - valueAt({ ...inputs, [name]: at - STEP });
      const off = Math.abs(rise / (2 * STEP) - gradients[name]);
      assert.ok(off <= 1e-4 * Math.max(1, Math.abs(value), Math.abs(gradients[name])), `${line}: ${name}`);
    }
    checked++;
  }
  assert.equal(checked, CHECKED);
}
