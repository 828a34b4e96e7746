import * as math from 'mathjs';
import { domainFailure } from '../../src/core/forward.ts';
import type { Op } from '../../src/core/ops.ts';
import { digamma } from '../../src/core/special.ts';
import { differentiate } from './difference.ts';
import { relativeDifference, seededRandom } from './numbers.ts';

const RANDOM_POINTS = 60;
const GRID = [-2, -1, 0, 1, 2, 3];
const LETTERS = ['x', 'y', 'z'] as const;

/** mathjs' own way to write a row, where that is not `name(x, y)`; rows that only gradtutor has are written out. */
const REFERENCES: Readonly<Record<string, string>> = {
  identity: 'x',
  mod: 'x - y * floor(x / y)',
  cbrt: 'sign(x) * cbrt(abs(x))',
  nthRoot: 'sign(x) * abs(x)^(1 / y)',
  sigmoid: '1 / (1 + exp(-x))',
  relu: 'max(x, 0)',
  leaky_relu: 'x > 0 ? x : x * y',
  elu: 'x > 0 ? x : y * (exp(x) - 1)',
  softplus: 'log(1 + exp(x))',
  gelu: 'x / 2 * (1 + erf(x / sqrt(2)))',
  square: 'x^2',
  cube: 'x^3',
  swish: 'x / (1 + exp(-x))',
  select: 'x != 0 ? y : z',
  and: 'x != 0 and y != 0 ? 1 : 0',
  or: 'x != 0 or y != 0 ? 1 : 0',
  not: 'x != 0 ? 0 : 1',
};

/** Rows whose derivative mathjs does not know, or has wrong (acoth: the sign; cbrt: complex below 0). */
const MATHJS_CANNOT = new Set(
  [
    'max min hypot atan2 erf expm1 log1p log2 sign mod floor ceil fix round gamma lgamma acoth cbrt nthRoot',
    'leaky_relu elu relu gelu sum mean prod select and or not',
    'larger smaller largerEq smallerEq equal unequal',
  ].flatMap((names) => names.split(' ')),
);

const scopeFunctions = {
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  digamma,
};

/** A number, or NaN for a result that is not a real number. */
function asNumber(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
}

type Scope = Readonly<Record<string, number>>;

const compiled = new Map<string, { evaluate: (scope: object) => unknown }>();

function evaluate(formula: string, scope: Scope): number {
  let code = compiled.get(formula);
  if (!code) compiled.set(formula, (code = math.compile(formula)));
  return asNumber(code.evaluate({ ...scopeFunctions, ...scope }));
}

/** mathjs' derivative of a formula with respect to one name. */
function evaluateDerivative(formula: string, name: string, scope: Scope): number {
  const key = `d/d${name} ${formula}`;
  let code = compiled.get(key);
  if (!code) compiled.set(key, (code = math.derivative(formula, name, { simplify: false }).compile()));
  return asNumber(code.evaluate({ ...scope }));
}

const parametersOf = (op: Op, count: number): readonly string[] =>
  op.arity === 'many' ? Array.from({ length: count }, (_, i) => `x${i + 1}`) : LETTERS.slice(0, count);

/** What mathjs computes for a row, as text over its parameters. */
function referenceOf(op: Op, count: number): string {
  const names = parametersOf(op, count);
  const reference = REFERENCES[op.name];
  if (reference !== undefined) return reference;
  const [first = '', second = ''] = names;
  if (op.notation.kind === 'infix') return `${first} ${op.notation.symbol} ${second}`;
  if (op.notation.kind === 'prefix') return `${op.notation.symbol}${first}`;
  return `${op.name}(${names.join(', ')})`;
}

/** The row's value at a point, NaN outside its domain. */
export function valueAt(op: Op, point: readonly number[]): number {
  const [x, y, z] = point as [number, number, number];
  const out = op.arity === 'many' ? op.forward(point) : op.forward(x, y, z);
  return domainFailure(op, point, out) === undefined ? out : Number.NaN;
}

export function isKink(op: Op, point: readonly number[]): boolean {
  if (op.arity === 'many') return op.kink?.(valueAt(op, point), point) === true;
  return op.kink?.(point[0] as number, point[1] as number) === true;
}

const formulaOf = (op: Op, operand: number, point: readonly number[], constants: boolean): string => {
  if (op.arity === 'many') return op.formula(operand, point.length);
  const formula = op.partials[operand]?.formula ?? '';
  if (typeof formula === 'string') return formula;
  return formula(point.map((value, i) => (constants && i > 0 ? value : undefined)));
};

/** All points of `values` in `count` dimensions. */
export function gridOf(count: number, values: readonly number[] = GRID): number[][] {
  let points: number[][] = [[]];
  for (let i = 0; i < count; i++)
    points = points.flatMap((point) => values.map((value) => [...point, value]));
  return points;
}

/** Random points of the row's domains, negatives included, and small whole numbers; kinks are left out. */
function pointsOf(op: Op): { readonly random: number[][]; readonly whole: number[][] } {
  const random = seededRandom(20_250_301);
  const counts = op.arity === 'many' ? [1, 2, 3, 4] : [op.arity];
  const draw = (operand: number): number => {
    const ranges = op.arity === 'many' ? [[-3, 3] as const] : (op.domain[operand]?.samples ?? []);
    const [low, high] = ranges[Math.floor(random() * ranges.length)] ?? [0, 0];
    return low + random() * (high - low);
  };
  const isUsable = (point: readonly number[]) => !Number.isNaN(valueAt(op, point)) && !isKink(op, point);
  return {
    random: counts.flatMap((count) =>
      Array.from({ length: RANDOM_POINTS }, () => Array.from({ length: count }, (_, i) => draw(i))).filter(
        isUsable,
      ),
    ),
    whole: counts.flatMap((count) => gridOf(Math.min(count, 3)).filter(isUsable)),
  };
}

const localsAt = (op: Op, out: number, point: readonly number[]): readonly number[] => {
  if (op.arity === 'many') return op.locals(out, point);
  const [x, y, z] = point as [number, number, number];
  return op.partials.map((partial) => partial.at(out, x, y, z));
};

const differ = (a: number, b: number, relative: number): boolean => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) !== Number.isNaN(b);
  return Math.abs(a - b) > 1e-12 && relativeDifference(a, b) > relative;
};

/**
 * Everything about a row that does not hold together: formula = partial function = finite difference of its values
 * = mathjs' derivative, and its values = mathjs' values, at points drawn from its domains. Empty for a right row.
 */
export function checkRow(op: Op): string[] {
  const found: string[] = [];
  const { random, whole } = pointsOf(op);
  if (random.length < RANDOM_POINTS / 3) found.push(`only ${random.length} points in the domain`);
  let decisive = 0;
  let measured = 0;
  for (const [index, point] of [...random, ...whole].entries()) {
    const out = valueAt(op, point);
    const names = parametersOf(op, point.length);
    const scope = Object.fromEntries(names.map((name, i) => [name, point[i] as number]));
    const locals = localsAt(op, out, point);
    const report = (what: string, operand: number, got: number, expected: number) =>
      found.push(`${what} of operand ${operand + 1} at (${point.join(', ')}): ${got}, not ${expected}`);
    const reference = referenceOf(op, point.length);
    const expected = evaluate(reference, scope);
    if (differ(out, expected, 1e-9)) found.push(`value at (${point.join(', ')}): ${out}, not ${expected}`);
    for (const [operand, name] of names.entries()) {
      const local = asNumber(locals[operand]);
      for (const simplified of [false, true]) {
        const formula = evaluate(formulaOf(op, operand, point, simplified), { ...scope, out });
        if (differ(formula, local, 1e-9)) report('formula', operand, formula, local);
      }
      const moved = (to: number) => valueAt(op, point.with(operand, to));
      const { slope, error } = differentiate(moved, point[operand] as number);
      const isDecisive = error < 1e-6 * Math.max(1, Math.abs(slope));
      if (index < random.length) measured++;
      if (isDecisive && index < random.length) decisive++;
      if (isDecisive && !(Math.abs(slope - local) <= 4 * error + 1e-9 * Math.max(1, Math.abs(slope)))) {
        report('difference', operand, local, slope);
      }
      if (MATHJS_CANNOT.has(op.name)) continue;
      const exact = evaluateDerivative(reference, name, scope);
      if (!Number.isNaN(exact) && differ(local, exact, 1e-9)) report('mathjs', operand, local, exact);
    }
  }
  if (decisive < 0.9 * measured)
    found.push(`finite differences tell at ${decisive} of ${measured} points only`);
  return found;
}
