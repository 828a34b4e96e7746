import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { type Sheet, slopeOf, type Use } from './sheet.ts';

/** What a learner types for one gradient, and other names that this very number has by the table's own formulas. */
export interface Typed {
  readonly value: number;
  readonly also?: readonly MistakeId[];
}

/** A learner who does everything right but for one slip. */
export interface Learner {
  /** The row in the table of misconceptions. */
  readonly row: number;
  readonly name: string;
  /** Where the slip is made, for a row with several learners. */
  readonly where: string;
  /** Whether the table writes this very number down; if not, it is the row's slip carried over to a fork, or a finer step. */
  readonly isInTable: boolean;
  /** What the tutor may call it. */
  readonly ids: readonly MistakeId[];
  /** The numbers typed for d(name), each by one such learner; none where the slip cannot happen. */
  readonly types: (sheet: Sheet, name: string) => readonly Typed[];
}

type Numbers = (sheet: Sheet, name: string) => readonly (number | Typed)[];

/** Slips that the table writes down for one consumer, made at a fork; and steps that are hardly large. */
const BEYOND = ['fork: in', 'h = 0.01'];

const learner = (
  row: number,
  name: string,
  where: string,
  ids: readonly MistakeId[],
  numbers: Numbers,
): Learner => ({
  row,
  name,
  where,
  isInTable: !BEYOND.some((start) => where.startsWith(start)),
  ids,
  types: (sheet, variable) =>
    numbers(sheet, variable)
      .map((typed) => (typeof typed === 'number' ? { value: typed } : typed))
      .filter(({ value }) => Number.isFinite(value)),
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);

/** A consumer as the table means it: L is d(consumer)/d(node), over all the places where the consumer takes the node. */
interface Consumer extends Use {
  readonly places: readonly Use[];
}

function consumersOf(sheet: Sheet, name: string): Consumer[] {
  const groups = new Map<string, Use[]>();
  for (const use of sheet.uses(name)) groups.set(use.consumer, [...(groups.get(use.consumer) ?? []), use]);
  return Array.from(groups.values(), (places) => ({
    ...(places[0] as Use),
    L: sum(places.map(({ L }) => L)),
    places,
  }));
}

/** The parts G·L that are summed at a fork: one a consumer, or one a factor in x*x; none where there is no fork. */
function partings(sheet: Sheet, name: string): number[][] {
  const consumers = consumersOf(sheet, name);
  const places = sheet.uses(name);
  const ways = [consumers, places].filter((way) => way.length > 1);
  const parts = ways.map((way) => way.map(({ G, L }) => G * L));
  return parts.length === 2 && consumers.length === places.length ? parts.slice(0, 1) : parts;
}

type Slip = (use: Consumer, sheet: Sheet, name: string) => readonly (number | Typed)[];

/**
 * A slip in one consumer's part of the gradient, G·L. Three learners: where the variable is used once; at a fork, in one
 * part, the others right; at a fork, in every part where it can happen.
 */
function inOnePart(row: number, name: string, ids: readonly MistakeId[], slip: Slip): Learner[] {
  const once = learner(row, name, '', ids, (sheet, variable) => {
    const consumers = consumersOf(sheet, variable);
    return consumers.length === 1 ? slip(consumers[0] as Consumer, sheet, variable) : [];
  });
  const onePart = learner(row, name, 'fork: in one part', ids, (sheet, variable) => {
    const consumers = consumersOf(sheet, variable);
    const parts = consumers.map(({ G, L }) => G * L);
    if (consumers.length < 2) return [];
    return consumers.flatMap((consumer, i) =>
      slip(consumer, sheet, variable).map((typed) => {
        const { value, also = [] } = typeof typed === 'number' ? { value: typed } : typed;
        return { value: sum(parts.with(i, value)), also };
      }),
    );
  });
  const everyPart = learner(row, name, 'fork: in every part', ids, (sheet, variable) => {
    const consumers = consumersOf(sheet, variable);
    const parts = consumers.map(({ G, L }) => G * L);
    if (consumers.length < 2) return [];
    const slips = consumers.map((consumer) => slip(consumer, sheet, variable));
    if (slips.filter((typed) => typed.length > 0).length < 2) return [];
    const variants = Math.max(...slips.map((typed) => typed.length));
    return Array.from({ length: variants }, (_, k) => {
      const taken = slips.map((typed) => typed[k]);
      const also = taken.flatMap((typed) => (typeof typed === 'object' ? (typed.also ?? []) : []));
      const value = sum(
        taken.map((typed, i) => (typeof typed === 'object' ? typed.value : (typed ?? (parts[i] as number)))),
      );
      return { value, also };
    });
  });
  return [once, onePart, everyPart];
}

const atFork = (
  row: number,
  name: string,
  ids: readonly MistakeId[],
  numbers: (parts: readonly number[]) => readonly number[],
) =>
  learner(row, name, '', ids, (sheet, variable) =>
    partings(sheet, variable).flatMap((parts) => numbers(parts)),
  );

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));

const slipsThrough = (total: number, right: number, wrong: number) => total - right + wrong;

const ACTIVATIONS = new Set(['sigmoid', 'tanh', 'relu']);
const ROUTERS = new Set(['relu', 'max', 'min']);

/** Operations whose local derivatives are 1, −1 or 0 whatever the numbers are: a learner does not see them as factors. */
const PLAIN = new Set(['add', 'subtract', 'sum', 'unaryMinus', 'identity', 'max', 'min', 'relu']);

/**
 * Row 3: the derivative of one edge on the way is left out, so that it counts as 1. Where the other edges of its path are
 * plain this is by rule, not by chance, the local derivative alone, or the upstream gradient alone, or a sign lost: the
 * table itself gives 2 and 3 for the lecture's db both here and in rows 1 and 2.
 */
const skippedLinks: Numbers = (sheet, name) => {
  const tangents = sheet.tangents(name);
  const t = sheet.gradient(name);
  const consumers = consumersOf(sheet, name);
  const isFork = consumers.length > 1;
  const typed: Typed[] = [];
  const isPlain = (node: string) => PLAIN.has(sheet.node(node).op ?? '');
  for (const [before, tangent] of tangents) {
    if (before === sheet.trace.output || (before === name && isFork)) continue;
    for (const { consumer, L, G } of consumersOf(sheet, before)) {
      if (L === 0 || G === 0) continue;
      const value = slipsThrough(t, G * L * tangent, G * tangent);
      const also: MistakeId[] = [];
      if (before === name) also.push('upstream-only');
      for (const first of consumers) {
        const path = [...sheet.tangents(first.consumer).keys()].filter((node) => node !== first.consumer);
        if (first.consumer === consumer || !path.includes(consumer)) continue;
        const isOnlyLink = path.every((node) => node === consumer || isPlain(node));
        const localAlone = slipsThrough(t, first.G * first.L, first.L);
        if (isOnlyLink && isSame(value, localAlone)) also.push('local-only', 'locals-summed');
      }
      if (!isFork && isPlain(consumer) && L === -1) {
        also.push('sign');
        const [first] = consumers;
        if (first && isPlain(first.consumer) && first.L === -1) also.push('upstream-only');
      }
      typed.push({ value, also });
    }
  }
  return typed;
};

/** Row 15: (fg)′ = f′g′ at a product both of whose factors depend on the variable. */
const productOfDerivatives: Numbers = (sheet, name) => {
  const tangents = sheet.tangents(name);
  const typed: number[] = [];
  for (const node of tangents.keys()) {
    const { op, operands } = sheet.node(node);
    if (op !== 'multiply' || node === name) continue;
    const [u, v] = operands.map((operand) => tangents.get(operand));
    if (u === undefined || v === undefined) continue;
    const G = sheet.gradient(node);
    typed.push(slipsThrough(sheet.gradient(name), G * (tangents.get(node) as number), G * u * v));
  }
  return typed;
};

/** Row 16: f′(x) for f′(g(x)), for every function f on the way whose argument is not x itself but depends on it. */
const wrongPoint =
  (isDirect: boolean): Numbers =>
  (sheet, name) => {
    const tangents = sheet.tangents(name);
    const direct = new Set(sheet.uses(name).map(({ consumer }) => consumer));
    const typed: number[] = [];
    for (const node of tangents.keys()) {
      const { op = '', operands } = sheet.node(node);
      const [inner = '', exponent] = operands;
      const isFunction = operands.length === 1 || (op === 'pow' && sheet.isConstant(exponent ?? ''));
      const tangent = tangents.get(inner);
      if (node === name || inner === name || !isFunction || tangent === undefined) continue;
      if (['unaryMinus', 'identity'].includes(op) || direct.has(inner) !== isDirect) continue;
      const f = slopeOf(op, sheet.value(name), exponent === undefined ? undefined : sheet.value(exponent));
      const G = sheet.gradient(node);
      const right = G * (tangents.get(node) as number);
      typed.push(slipsThrough(sheet.gradient(name), right, G * f * tangent));
    }
    return typed;
  };

/** Row 23: by what a sum is divided where the variable reaches it, with the part of the gradient that comes through. */
function divisions(sheet: Sheet, name: string): { m: number; through: number }[] {
  const found: { m: number; through: number }[] = [];
  for (const [node, tangent] of sheet.tangents(name)) {
    if (node === name) continue;
    const { op, operands } = sheet.node(node);
    const through = sheet.gradient(node) * tangent;
    const [x, y] = operands.map((operand) => (sheet.isConstant(operand) ? sheet.value(operand) : undefined));
    const factor = x ?? y ?? NaN;
    const inverse = Math.round(1 / factor);
    if (op === 'mean') found.push({ m: operands.length, through });
    if (op === 'divide' && Number.isInteger(y) && (y as number) > 1) found.push({ m: y as number, through });
    if (op === 'multiply' && inverse > 1 && Math.abs(inverse * factor - 1) < 1e-12)
      found.push({ m: inverse, through });
  }
  return found;
}

/** Whether z is where a sigmoid enters a logistic loss: where a − y may be taken for y − a. */
function entersLoss(sheet: Sheet, name: string): boolean {
  const [use, second] = sheet.uses(name);
  if (use?.op !== 'sigmoid' || second) return false;
  return sheet.uses(use.consumer).some(({ op }) => op === 'log');
}

const isBelow = (use: Use) => use.op === 'divide' && use.slot === 1;

/** Names that a turned sign has in one part: it is what the missing minus of the quotient rule gives, and y − a. */
function signNames(use: Use, sheet: Sheet, name: string): MistakeId[] {
  if (isBelow(use)) return ['quotient-rule'];
  return entersLoss(sheet, name) ? ['target-minus-output'] : [];
}

/** Names that another variable's gradient has by rule: it is the consumer's own, or the other way of a max. */
function otherNames({ consumer, op }: Use, other: string, sheet: Sheet): MistakeId[] {
  if (other === consumer) return ['upstream-only', 'wrong-route'];
  return ROUTERS.has(op) && sheet.node(consumer).operands.includes(other) ? ['wrong-route'] : [];
}

const withSteps =
  (...steps: readonly number[]): Numbers =>
  (sheet, name) =>
    steps.map((h) => (sheet.outputAt(name, sheet.value(name) + h) - sheet.trace.value) / h);

/**
 * Every row of the table of misconceptions that gives one number for one gradient. Row 27 (it follows from an earlier
 * slip) needs the earlier answers, so it is no learner here.
 */
export const learners: readonly Learner[] = [
  learner(1, 'local derivative only', '', ['local-only', 'locals-summed'], (sheet, name) => {
    const consumers = consumersOf(sheet, name);
    return consumers.length === 1 ? consumers.map(({ L }) => L) : [];
  }),
  learner(
    1,
    'local derivative only',
    'fork: in every part',
    ['local-only', 'locals-summed'],
    (sheet, name) => {
      const consumers = consumersOf(sheet, name);
      return consumers.length > 1 ? [sum(consumers.map(({ L }) => L))] : [];
    },
  ),
  learner(1, 'local derivative only', 'fork: in one part', ['local-only'], (sheet, name) => {
    const consumers = consumersOf(sheet, name);
    const parts = consumers.map(({ G, L }) => G * L);
    return consumers.length > 1 ? consumers.map(({ L }, i) => sum(parts.with(i, L))) : [];
  }),
  ...inOnePart(2, 'upstream only', ['upstream-only'], ({ op, G, L }) => [
    { value: G, also: ROUTERS.has(op) && L === 0 ? ['wrong-route'] : [] },
  ]),
  learner(3, 'a link of the chain skipped', '', ['link-skipped'], skippedLinks),
  atFork(4, 'one branch of a fork', ['one-branch'], (parts) => parts),
  atFork(5, 'branches multiplied', ['branches-multiplied'], (parts) => [product(parts)]),
  atFork(6, 'branches averaged', ['branches-averaged'], (parts) => [sum(parts) / parts.length]),
  ...inOnePart(7, 'added where the chain multiplies', ['added'], ({ G, L }) => [G + L]),
  ...inOnePart(8, 'factors of a product swapped', ['factors-swapped'], ({ op, G, places }, sheet, name) =>
    op === 'multiply' && places.length === 1 ? [G * sheet.value(name)] : [],
  ),
  learner(9, 'the change, not the rate', '', ['change-not-rate'], (sheet, name) => [
    sheet.gradient(name) * sheet.trace.nudge,
  ]),
  learner(10, 'the nudged output', '', ['nudged-output'], (sheet, name) => [
    sheet.outputAt(name, sheet.value(name) + sheet.trace.nudge),
  ]),
  learner(11, "the node's own value", '', ['own-value'], (sheet, name) => [sheet.value(name)]),
  learner(12, "the consumer's or the output's value", '', ['node-value'], (sheet, name) =>
    [...new Set([...sheet.uses(name).map(({ consumer }) => consumer), sheet.trace.output])].map(sheet.value),
  ),
  ...inOnePart(13, 'sign', ['sign'], (use, sheet, name) => [
    { value: -use.G * use.L, also: signNames(use, sheet, name) },
  ]).filter(({ where }) => where !== 'fork: in every part'),
  learner(13, 'sign', 'fork: −t', ['sign'], (sheet, name) =>
    consumersOf(sheet, name).length > 1 ? [-sheet.gradient(name)] : [],
  ),
  learner(14, 'upside down', '', ['upside-down'], (sheet, name) => [1 / sheet.gradient(name)]),
  learner(15, '(fg)′ = f′g′', '', ['product-of-derivatives'], productOfDerivatives),
  learner(16, 'f′ at the wrong point', 'f(g(x))', ['wrong-point'], wrongPoint(true)),
  learner(16, 'f′ at the wrong point', 'f further on', ['wrong-point'], wrongPoint(false)),
  ...inOnePart(17, 'a for z in σ′ or tanh′', ['derivative-from-input'], ({ op, G }, sheet, name) => {
    const z = sheet.value(name);
    return op === 'sigmoid' ? [z * (1 - z) * G] : op === 'tanh' ? [(1 - z * z) * G] : [];
  }),
  ...inOnePart(18, 'an extra activation: t·z', ['extra-activation'], ({ op, G, L }, sheet, name) =>
    ACTIVATIONS.has(op) ? [G * L * sheet.value(name)] : [],
  ),
  ...inOnePart(
    18,
    "activation's derivative left out: G",
    ['extra-activation', 'upstream-only'],
    ({ op, G, L }) =>
      ACTIVATIONS.has(op) ? [{ value: G, also: op === 'relu' && L === 0 ? ['wrong-route'] : [] }] : [],
  ),
  ...inOnePart(19, 'an add gate halves', ['sum-halves'], ({ op, G, places }) =>
    op === 'add' && places.length === 1 ? [G / 2] : [],
  ),
  ...inOnePart(20, 'max or relu routed wrongly', ['wrong-route'], ({ op, G, L, places }) =>
    ROUTERS.has(op) && places.length === 1 ? [L === 0 ? G : 0] : [],
  ),
  ...inOnePart(21, 'power rule', ['power-rule'], ({ op, slot, operands, G, places }, sheet, name) => {
    const powers: Record<string, number | undefined> = { pow: operands[1], square: 2, cube: 3 };
    const n = powers[op];
    if (n === undefined || slot !== 0 || places.length > 1) return [];
    const x = sheet.value(name);
    return [n * x ** n * G, x ** (n - 1) * G, (n - 1) * x ** n * G];
  }),
  ...inOnePart(22, 'quotient rule', ['quotient-rule'], (use) => {
    const [x = NaN, y = NaN] = use.operands;
    if (!isBelow(use) || use.places.length > 1) return [];
    return [{ value: (x / (y * y)) * use.G, also: ['sign'] }, -use.G / y, (-x / y) * use.G];
  }),
  learner(23, '1/m dropped or doubled', '', ['divisor'], (sheet, name) =>
    divisions(sheet, name).flatMap(({ m, through }) =>
      [through * m, through / m].map((wrong) => slipsThrough(sheet.gradient(name), through, wrong)),
    ),
  ),
  learner(24, 'y − a for a − y', '', ['target-minus-output', 'sign'], (sheet, name) =>
    entersLoss(sheet, name) ? [-sheet.gradient(name)] : [],
  ),
  learner(25, 'counted twice', '', ['counted-twice'], (sheet, name) => [2 * sheet.gradient(name)]),
  learner(25, 'counted twice', 'fork: in one part', ['counted-twice'], (sheet, name) =>
    partings(sheet, name).flatMap((parts) => parts.map((part) => sum(parts) + part)),
  ),
  learner(26, "another variable's gradient", '', ['other-variable'], (sheet, name) => {
    const [only, second] = consumersOf(sheet, name);
    return sheet.asked
      .filter((other) => other !== name)
      .map((other) => ({
        value: sheet.gradient(other),
        also: second === undefined && only ? otherNames(only, other, sheet) : [],
      }));
  }),
  learner(28, 'a one-sided difference, large step', 'h = 1', ['large-step'], withSteps(1)),
  learner(28, 'a one-sided difference, large step', 'h = 0.1', ['large-step'], withSteps(0.1)),
  learner(28, 'a one-sided difference, large step', 'h = 0.01', ['large-step'], withSteps(0.01)),
];
