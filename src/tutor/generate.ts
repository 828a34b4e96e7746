import { operationAt } from '../core/graph.ts';
import { readProgram } from '../core/program.ts';
import type { Value } from '../core/value.ts';
import { diagnosticInputs } from './inputs.ts';
import type { Random } from '../core/random.ts';

/** An expression with inputs, as a learner would type them. */
export interface Exercise {
  readonly source: string;
  readonly at: ReadonlyMap<string, Value>;
}

type Template = (constant: () => string) => string;

/** What each level is made of: from a single step to a net of two layers. A constant is drawn where `k()` stands. */
const levels: readonly (readonly Template[])[] = [
  // One step
  [
    (k) => `${k()}*a`,
    () => 'a + b',
    () => 'a*b',
    () => 'a - b',
    () => 'a^2',
    () => 'a/b',
    (k) => `a + ${k()}`,
  ],
  // A chain
  [
    (k) => `${k()}*(a + b)`,
    (k) => `(${k()}*a + b)^2`,
    (k) => `${k()}*(a - b)`,
    () => '(a*b)^2',
    (k) => `${k()}*a^2`,
    (k) => `(a + ${k()})*b`,
  ],
  // The lecture's shape
  [
    (k) => `${k()}*(a + b*c)`,
    () => 'a*(b + c)',
    (k) => `(a + ${k()}*b)*c`,
    () => '(a*b + c)^2',
    (k) => `${k()}*(a*b - c)`,
  ],
  // Gates and functions
  [
    () => 'max(a, b)*c',
    () => 'a*max(b*c, a*b)',
    () => '(a - b)/c',
    () => 'relu(a*b + c)^2',
    () => 'exp(a)*b',
    (k) => `${k()}*sin(a) + b`,
    () => 'a*b/c',
  ],
  // Forks
  [
    () => '(a + b)*(b + 1)',
    () => 'a*b + a*c',
    () => '(a*b)*(a + b)',
    () => 'a*a + b',
    (k) => `u = a*b; J = u^2 + ${k()}*u`,
    () => 'x*exp(x)',
  ],
  // One neuron and its loss
  [
    () => 'z = w*x + b; a = sigmoid(z); L = -(y*log(a) + (1 - y)*log(1 - a))',
    () => 'z = w*x + b; a = sigmoid(z); L = (a - y)^2',
    () => 'z = w1*x1 + w2*x2 + b; a = sigmoid(z); L = (a - y)^2',
    () => 'z = w*x + b; a = tanh(z); L = (a - y)^2',
    () => 'z = w*x + b; a = relu(z); L = (a - y)^2',
    () => 'p = w*x + b; L = (p - y)^2 + w^2',
    () => 'p1 = w*x1; p2 = w*x2; L = (p1 - y1)^2 + (p2 - y2)^2',
  ],
  // Two layers
  [
    () => 'h = relu(w1*x + b1); p = w2*h + b2; L = (p - y)^2',
    () => 'h1 = relu(w1*x); h2 = relu(w2*x); p = v1*h1 + v2*h2; L = (p - y)^2',
    () => 'h = tanh(w1*x + b1); p = w2*h + b2; L = (p - y)^2',
    () => 'h = sigmoid(w1*x + b1); p = w2*h + b2; L = (p - y)^2',
    () => 'h = tanh(w1*x + b1); a = sigmoid(w2*h + b2); L = (a - y)^2',
    () => 'h = relu(w*x); p = x + v*h; L = (p - y)^2',
    () => 'h1 = tanh(w*x1); h2 = tanh(w*x2 + v*h1); L = (h2 - y)^2',
  ],
];

const CONSTANTS = ['2', '3', '4', '5'];
const DRAWS = 50;

/** What an expression is made of: names of operations. */
function opsIn(source: string): Set<string> {
  const { graph } = readProgram(source);
  const operations = Array.from({ length: graph.size - graph.leaves }, (_, row) => graph.leaves + row);
  return new Set(operations.map((node) => operationAt(graph, node).name));
}

/** The operations of a template, whatever its constants. */
const opsOf = (template: Template): Set<string> => opsIn(template(() => '2'));

/** Every operation that problems of a level are made of, by its name in the op table. */
export const opsOfLevel = (level: number): ReadonlySet<string> =>
  new Set((levels[level - 1] ?? []).flatMap((template) => [...opsOf(template)]));

const hasAny = (ops: ReadonlySet<string>, wanted: Iterable<string>): boolean =>
  [...wanted].some((op) => ops.has(op));

/**
 * A problem of a level, with inputs that tell mistakes apart.
 * @param level from 1 to HIGHEST_LEVEL
 * @param avoid what was had already, sources and `writtenOut` exercises, unless there is nothing else
 * @param ops only problems with one of these operations; some must be in `opsOfLevel(level)`
 */
export function generate(
  level: number,
  random: Random,
  avoid: ReadonlySet<string> = new Set(),
  ops?: ReadonlySet<string>,
): Exercise {
  const all = levels[level - 1] ?? [];
  const templates = ops ? all.filter((template) => hasAny(opsOf(template), ops)) : all;
  let again: Exercise | undefined;
  for (let draw = 0; templates.length > 0 && draw < DRAWS; draw++) {
    const source = random.pick(templates)(() => random.pick(CONSTANTS));
    const at = avoid.has(source) && draw < DRAWS / 2 ? undefined : diagnosticInputs(source, random);
    if (!at) continue;
    const exercise = { source, at };
    if (!avoid.has(writtenOut(exercise))) return exercise;
    again ??= exercise;
  }
  if (again) return again;
  throw new Error(`no inputs found for level ${level}`);
}

/** An exercise with its inputs, as one text. */
export const writtenOut = ({ source, at }: Exercise): string =>
  [source, ...Array.from(at, ([name, value]) => `${name}=${value}`)].join(' ');
