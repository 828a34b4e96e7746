import { Random } from '../../src/core/random.ts';

/** Writes one expression; `x()` is a variable, `k()` a number. */
type Template = (x: () => string, k: () => string, random: Random) => string;

/** What people pipe in: exercises, neurons, losses, polynomials, and now and then a long sum. */
const templates: readonly Template[] = [
  (x, k) => `${k()}*(${x()} + ${x()}*${x()})`,
  (x, k) => `(${x()} + ${k()})^2 - ${x()}/${k()}`,
  (x) => `${x()}*exp(-${x()}^2) + sin(${x()})`,
  (x, k) => `max(${x()}, ${k()})*relu(${x()} - ${k()})`,
  (x, k) => `sqrt(${x()}^2 + ${x()}^2 + ${k()})`,
  (x, k) => `u = ${x()}*${x()}; v = u + ${k()}; J = u*v^2`,
  (x) => `z = w*${x()} + b; p = sigmoid(z); L = (p - ${x()})^2`,
  (x, k) => `z = w*${x()} + ${k()}; p = sigmoid(z); L = -(t*log(p) + (1 - t)*log(1 - p)); t = 0.5`,
  (x, k) => `h1 = relu(w1*${x()} + ${k()}); h2 = tanh(w2*${x()}); p = v1*h1 + v2*h2; L = (p - ${k()})^2`,
  (x, k) => `x1 > ${k()} ? x1*${x()} : x1 + ${x()}`,
  (x, k) => `softplus(${x()}*${k()})/(1 + ${x()}^2)`,
  (x, k, random) =>
    Array.from({ length: 4 + Math.floor(random.next() * 12) }, (_, i) => `${k()}*${x()}^${(i % 3) + 1}`).join(
      ' + ',
    ),
];

const NAMES = ['a', 'b', 'c', 'x', 'y', 'w1', 'w2', 'theta', 'alpha_1', 'rate'];

/** Different lines, the same each time: half are expressions, half objects with an id and values. */
export function mixedLines(count: number): string[] {
  const random = new Random(20261124);
  const x = () => random.pick(NAMES);
  const k = () => String(Math.ceil(random.next() * 300) / 100);
  const lines = new Set<string>();
  while (lines.size < count) {
    const expression = random.pick(templates)(x, k, random);
    const names = new Set(expression.match(/\b[a-z]\w*\b(?!\()/gu));
    for (const [, name = ''] of expression.matchAll(/(\w+) = /gu)) names.delete(name);
    const at = Object.fromEntries([...names].map((name) => [name, Number(k())]));
    const hasOwnValue = expression.endsWith(' = 0.5');
    lines.add(
      lines.size % 2 === 0 && !hasOwnValue
        ? expression
        : JSON.stringify({ id: `q${lines.size}`, expression, at }),
    );
  }
  return [...lines];
}
