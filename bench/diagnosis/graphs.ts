import { Random } from '../../src/core/random.ts';

/** Names for inputs: no constants such as e, and nothing that starts like a gradient's name. */
const LETTERS = ['a', 'b', 'c', 'x', 'y', 'f', 'g', 'k', 'n'];

type Family = (random: Random) => string;

/** A shuffled handful of letters to build with. */
function letters(random: Random, count: number): string[] {
  const left = [...LETTERS];
  return Array.from({ length: count }, () => {
    const next = random.pick(left);
    left.splice(left.indexOf(next), 1);
    return next;
  });
}

/** Parts to build with: mostly letters, now and then something small in brackets. */
function parts(random: Random, count: number): string[] {
  const names = letters(random, count);
  const others = LETTERS.filter((letter) => !names.includes(letter));
  return names.map((name) => {
    if (random.next() < 0.65) return name;
    const other = random.pick([...others, random.pick(names)]);
    return random.pick([
      `(${name} + ${other})`,
      `(${name}*${other})`,
      `(${name} - ${other})`,
      `(${name} + 2)`,
      `(2*${name})`,
      `sin(${name})`,
      `(${name}^2)`,
      `(${name}/${other})`,
    ]);
  });
}

const bracketed = (text: string) => (/^[a-z0-9]+$/u.test(text) ? text : `(${text})`);

const SMOOTH = ['sigmoid', 'tanh', 'sin', 'exp', 'log', 'sqrt', 'square'];

/** f(g(h(…))) of one letter, with sums and products by others in between. */
const chain: Family = (random) => {
  const names = letters(random, 3);
  let text = names[0] as string;
  const steps = random.pick([1, 2, 3]);
  for (let step = 0; step < steps; step++) {
    const other = random.pick([...names.slice(1), '2', '3']);
    const inner = bracketed(text);
    text = random.pick([
      `${inner} * ${other}`,
      `${inner} + ${other}`,
      `${other} - ${inner}`,
      `${inner}^${random.pick(['2', '3'])}`,
      `${random.pick(SMOOTH)}(${text})`,
    ]);
  }
  return text;
};

/** One variable or one intermediate used in several places. */
const fork: Family = (random) => {
  const [a, b, c] = parts(random, 3) as [string, string, string];
  return random.pick([
    `${a}*${b} + ${a}*${c}`,
    `${a}*${b} + ${a}`,
    `${a}*${b} + ${a}^2`,
    `(${a} + ${b}) * (${a} - ${c})`,
    `${a}*sin(${a}) + ${b}`,
    `${a}*exp(${b}) + ${b}*${c}`,
    `u = ${a}*${b}; u*${c} + u^2`,
    `u = ${a} + ${b}; v = u*${c}; w = u^2; v*w`,
    `u = ${a}*${b}; sigmoid(u) + u/${c}`,
    `${a}/${b} + ${b}/${c}`,
    `(${a} + ${b})*${a} + ${a}/${c}`,
    `${a}*${b}*${c} + ${a}*${b}`,
    `u = ${a} - ${b}; u*u + ${c}*u`,
    `max(${a}, ${b})*${a} + ${c}`,
    `${a}*${a}*${b}`,
    `${b}*${a}*${a} + ${c}/${a}`,
    `3*${a} + ${b}*${a} + ${c}*${a}`,
  ]);
};

const products: Family = (random) => {
  const [a, b, c, d] = parts(random, 4) as [string, string, string, string];
  return random.pick([
    `3*(${a} + ${b}*${c})`,
    `${a}*${b}*${c}`,
    `(${a} + ${b}) * (${c} + ${d})`,
    `(${a} - ${b}) * ${c}`,
    `(${a}*${b} + ${c}) * ${d}`,
    `2*${a}*(${b} - ${c}*${d})`,
    `(${a} + 2) * (${b} + 3)`,
    `${a}*(${b} + ${c}*${d})`,
  ]);
};

const quotients: Family = (random) => {
  const [a, b, c, d] = parts(random, 4) as [string, string, string, string];
  return random.pick([
    `${a} / ${b}`,
    `${a}*${b} / ${c}`,
    `(${a} + ${b}) / (${c} + ${d})`,
    `${a} / (${b} + ${c})`,
    `${a} / (${b}*${c})`,
    `${a}*(${b} / ${c}) + ${d}`,
    `1 / (1 + ${a}*${b})`,
    `(${a} / ${b}) / ${c}`,
    `${a} / (1 + ${b}^2)`,
  ]);
};

const powers: Family = (random) => {
  const [a, b, c] = parts(random, 3) as [string, string, string];
  const n = random.pick(['2', '3', '4']);
  return random.pick([
    `${a}^${n}`,
    `${b}*${a}^${n}`,
    `(${a} - ${b})^${n}`,
    `(${a}*${b} + ${c})^2`,
    `${c}*(${a} + 1)^${n}`,
    `${a}^2 + ${b}^3`,
    `${a}^2*${b}^2`,
    `sqrt(${a}^2 + ${b}^2)`,
    `square(${a}*${b}) + ${c}`,
    `cube(${a} - ${b}) * ${c}`,
  ]);
};

const activations: Family = (random) => {
  const [a, b, c] = parts(random, 3) as [string, string, string];
  const f = random.pick(['sigmoid', 'tanh', 'relu']);
  return random.pick([
    `${f}(${a}*${b} + ${c})`,
    `${f}(${a})*${b}`,
    `${a}*${f}(${b} - ${c})`,
    `(${f}(${a}*${b}) - ${c})^2`,
    `${f}(${a}) + ${f}(${b})`,
    `${f}(sin(${a})*${b})`,
  ]);
};

const routers: Family = (random) => {
  const [a, b, c, d] = parts(random, 4) as [string, string, string, string];
  return random.pick([
    `max(${a}, ${b}) * ${c}`,
    `max(${a}*${b}, ${c}) * ${d}`,
    `relu(${a} - ${b}) * ${c}`,
    `relu(${a}*${b} - ${c}*${d})`,
    `min(${a}, ${b} + ${c}) * 2`,
    `max(${a}, ${b}, ${c}) * ${d}`,
    `relu(${a} - ${b}) + ${a}*${c}`,
  ]);
};

const means: Family = (random) => {
  const [a, b, c, d] = parts(random, 4) as [string, string, string, string];
  return random.pick([
    `mean(${a}*${d}, ${b}*${d}, ${c})`,
    `mean(${a}^2, ${b}^2)`,
    `((${a} - ${b})^2 + (${c} - ${d})^2) / 2`,
    `1/3 * (${a}*${b} + ${c}*${b} + ${d})`,
    `(${a} + ${b} + ${c}) / 3 * ${d}`,
    `mean(${a}, ${b}, ${c}, ${d}) * ${a}`,
    `u = mean(${a}, ${b}); (${a} - u)^2 + (${b} - u)^2`,
    `1/2 * (${a}*${b} - ${c})^2`,
  ]);
};

const CROSS_ENTROPY = '-(y*log(a) + (1 - y)*log(1 - a))';

/** w1*x1 + w2*x2 + b: how a neuron adds up what comes in. */
function neuron(random: Random, unit: string, incoming: readonly string[]): string {
  const terms = incoming.map((input, i) => `w${unit}${i + 1}*${input}`);
  return [...terms, ...random.pick([[`b${unit}`], ['b'], []])].join(random.pick([' + ', ' + ', ' - ']));
}

const losses: Family = (random) => {
  const loss = random.pick([
    CROSS_ENTROPY,
    '-y*log(a) - (1 - y)*log(1 - a)',
    '(a - y)^2',
    '1/2*(a - y)^2',
    `${CROSS_ENTROPY} + ${random.pick(['w1', 'w2'])}^2`,
  ]);
  const inputs = random.pick([
    ['x'],
    ['x1', 'x2'],
    ['x1', 'x2', 'x3'],
    ['x', 'x^2'],
    ['sin(x)'],
    ['x1*x2', 'x1'],
  ]);
  return `z = ${neuron(random, '', inputs)}; a = sigmoid(z); J = ${loss}`;
};

const nets: Family = (random) => {
  const f = random.pick(['tanh', 'sigmoid', 'relu']);
  const inputs = random.pick([['x'], ['x1', 'x2']]);
  const units = random.pick([['p'], ['p', 'q']]);
  const hidden = units.map((unit) => `h${unit} = ${f}(${neuron(random, unit, inputs)})`);
  const out = neuron(
    random,
    'o',
    units.map((unit) => `h${unit}`),
  );
  const loss = random.pick([
    `z = ${out}; J = (z - y)^2`,
    `z = ${out}; J = 1/2*(z - y)^2 + wo1^2`,
    `z = ${out}; a = sigmoid(z); J = ${CROSS_ENTROPY}`,
    `J = mean(${units.map((unit) => `(h${unit} - y)^2`).join(', ')})`,
    `J = (${units.map((unit) => `(h${unit} - y${unit})^2`).join(' + ')}) / 2`,
  ]);
  return `${hidden.join('; ')}; ${loss}`;
};

/** Any tree over a few letters, so that letters repeat. */
const trees: Family = (random) => {
  const names = letters(random, random.pick([2, 3, 4]));
  const grow = (depth: number): string => {
    if (depth === 0) return random.pick([...names, ...names, '2', '3']);
    const one = grow(depth - 1);
    const two = grow(random.pick([0, depth - 1]));
    return random.pick([
      `(${one} + ${two})`,
      `(${one} - ${two})`,
      `${one}*${two}`,
      `${one}*${two}`,
      `${one}/${bracketed(two)}`,
      `${bracketed(one)}^2`,
      `${random.pick(SMOOTH)}(${one})`,
      `max(${one}, ${two})`,
      `relu(${one})`,
    ]);
  };
  return grow(random.pick([2, 2, 3]));
};

const families: readonly Family[] = [
  chain,
  fork,
  products,
  quotients,
  powers,
  activations,
  routers,
  means,
  losses,
  nets,
  trees,
];

/** The program with its names numbered as they come: what two that differ only in letters share. */
function shapeOf(source: string): string {
  const names: string[] = [];
  return source.replace(/\b[a-z]\w*\b(?!\()/gu, (name) => {
    if (!names.includes(name)) names.push(name);
    return `v${names.indexOf(name)}`;
  });
}

/** Programs without end, the families in turn, no two of the same shape: the same seed, the same programs. */
export function* programs(seed: number): Generator<string> {
  const random = new Random(seed);
  const seen = new Set<string>();
  for (let i = 0; ; i++) {
    const source = (families[i % families.length] as Family)(random);
    const shape = shapeOf(source);
    if (seen.has(shape)) continue;
    seen.add(shape);
    yield source;
  }
}
