import type { Op } from '../core/ops.ts';
import { isOf } from '../core/lookup.ts';
import type { Value } from '../core/value.ts';
import { isNear } from './near.ts';
import { type Finder, type Signature, signature } from './signature.ts';
import { partOf, type Use, type View } from './view.ts';

/** Slips in what one consumer passes on: each number stands in place of upstream · local. */
export type Slip = (use: Use, view: View) => readonly Value[];

const sum = (values: readonly Value[]) => values.reduce((total, value) => total + value, 0);

/** A slip where the variable is used once, or in one part of a fork while the other parts are right. */
export const inOnePart =
  (slip: Slip): Finder =>
  (view) => {
    const isFork = view.consumers.length > 1;
    return view.consumers.flatMap((use) =>
      slip(use, view).map((part): Signature => {
        if (!isFork) return signature(view, part, use.consumer);
        const { value, args } = signature(view, view.gradient - partOf(use) + part, use.consumer);
        return { value, args: { ...args, inPart: part } };
      }),
    );
  };

/** The same slip in every part of a fork where it can be made, in two at least. */
const inEachPart =
  (slip: Slip): Finder =>
  (view) => {
    const slips = view.consumers.map((use) => slip(use, view));
    if (slips.filter((parts) => parts.length > 0).length < 2) return [];
    const variants = Math.max(...slips.map((parts) => parts.length));
    return Array.from({ length: variants }, (_, k): Signature => {
      const value = sum(view.consumers.map((use, i) => slips[i]?.[k] ?? partOf(use)));
      const { args } = signature(view, value, view.node);
      return { value, args: { ...args, inPart: 'each' } };
    });
  };

/** A slip where the variable is used once, in one part of a fork, or in each. */
export const inParts = (slip: Slip): Finder => {
  const [one, each] = [inOnePart(slip), inEachPart(slip)];
  return (view) => [...one(view), ...each(view)];
};

/** The uses of a variable that parts of its gradient come through: by edges, and where these differ by consumers. */
const partings = ({ uses, consumers }: View): (readonly Use[])[] =>
  uses.length < 2
    ? []
    : consumers.length < 2 || consumers.length === uses.length
      ? [uses]
      : [uses, consumers];

/** A mistake in putting the parts of a fork together. */
export const atFork =
  (find: (parts: readonly Value[]) => Value): Finder =>
  (view) =>
    partings(view).map((uses) => signature(view, find(uses.map(partOf)), uses[0]?.consumer ?? view.node));

/** One part of a fork counted twice. */
export const partTwice: Finder = (view) =>
  partings(view).flatMap((uses) =>
    uses.map((use): Signature => {
      const { value, args } = signature(view, view.gradient + partOf(use), use.consumer);
      return { value, args: { ...args, inPart: 2 * partOf(use) } };
    }),
  );

/** A derivative that is made from the result alone: σ′ = a(1 − a), tanh′ = 1 − a². */
function fromResult(op: Op, result: Value): Value | undefined {
  if (op.arity !== 1 || !isOf(op, 'activation')) return undefined;
  const [rule] = op.partials;
  return typeof rule?.formula === 'string' && !/\bx\b/u.test(rule.formula)
    ? rule.at(result, result, NaN, NaN)
    : undefined;
}

/** How many operands of a node are the variable. */
const placesIn = ({ uses }: View, consumer: number): number =>
  uses.filter((use) => use.consumer === consumer).length;

/** One part of a fork, taken for the whole; in x·x, what one of the two places passes on. */
export const onePart: Finder = (view) =>
  partings(view)
    .flat()
    .map((use): Signature => {
      const { value, args } = signature(view, partOf(use), use.consumer);
      const places = placesIn(view, use.consumer);
      return { value, args: places > 1 && view.uses.includes(use) ? { ...args, places } : args };
    });

/** The value of the variable itself, unless a path passes on just that. */
export const ownValue: Finder = (view) => {
  const isPart = view.uses.some((use) => placesIn(view, use.consumer) > 1 && isNear(partOf(use), view.value));
  return isPart ? [] : [signature(view, view.value, view.node)];
};

/** The average of the parts; where all come through one node and are the same, it is no more than one of them. */
export const averaged: Finder = (view) => {
  const [first] = view.uses;
  const isOne =
    view.consumers.length === 1 && view.uses.every((use) => first && isNear(partOf(use), partOf(first)));
  return isOne ? [] : atFork((parts) => sum(parts) / parts.length)(view);
};

export const localOnly: Slip = ({ local }) => [local];

export const upstreamOnly: Slip = ({ op, local, upstream }) =>
  isOf(op, 'router') && local === 0 ? [] : [upstream];

export const added: Slip = ({ upstream, local }) => [upstream + local];

/** In x·x the other factor is x too: its value is then the right factor, in one of its places. */
export const factorsSwapped: Slip = ({ op, upstream, consumer }, view) =>
  isOf(op, 'product') && placesIn(view, consumer) < 2 ? [upstream * view.value] : [];

/** Below the bar of a quotient a turned sign is the missing minus of its rule. */
export const signTurned: Slip = (use) => (isBelow(use) ? [] : [-partOf(use)]);

export const derivativeFromInput: Slip = ({ op, upstream }, { value: z }) => {
  const local = fromResult(op, z);
  return local === undefined ? [] : [upstream * local];
};

export const extraActivation: Slip = (use, { value }) =>
  isOf(use.op, 'activation') ? [partOf(use) * value] : [];

export const sumHalves: Slip = ({ op, upstream }) => (isOf(op, 'sum') ? [upstream / 2] : []);

export const wrongRoute: Slip = ({ op, upstream, local }) =>
  isOf(op, 'router') ? [local === 0 ? upstream : 0] : [];

export const powerRule: Slip = ({ op, slot, operands, upstream }, { value: x }) => {
  if (slot !== 0 || op.arity === 'many' || !isOf(op, 'power')) return [];
  const n = op.exponent ?? operands[1] ?? NaN;
  return [n * x ** n, x ** (n - 1), (n - 1) * x ** n].map((local) => local * upstream);
};

const isBelow = ({ op, slot }: Use): boolean => slot === 1 && isOf(op, 'quotient');

export const quotientRule: Slip = (use) => {
  if (!isBelow(use)) return [];
  const [x = NaN, y = NaN] = use.operands;
  return [x / (y * y), -x / y, -1 / y].map((local) => local * use.upstream);
};
