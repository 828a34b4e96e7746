import type { Value } from '../core/value.ts';
import {
  divisors,
  feedsLogLoss,
  otherGradients,
  productOfDerivatives,
  skippedLinks,
  wrongPoint,
} from './paths.ts';
import { type Finder, type Signature, signature } from './signature.ts';
import {
  added,
  atFork,
  derivativeFromInput,
  extraActivation,
  factorsSwapped,
  inOnePart,
  inParts,
  localOnly,
  partings,
  partTwice,
  powerRule,
  quotientRule,
  signTurned,
  sumHalves,
  upstreamOnly,
  wrongRoute,
} from './slips.ts';
import { partOf, type View } from './view.ts';

/** What to do about a mistake: multiply along the chain, mend the local derivative, add up the paths, take a rate, or see the rule. */
export type Remedy = 'chain' | 'local' | 'fork' | 'rate' | 'rule';

interface Mistake {
  readonly id: string;
  readonly remedy: Remedy;
  readonly find: Finder;
  /** Its sentence says what the number is, which is true wherever else that number comes from. */
  readonly isFact?: true;
  /** Mistakes of which this one is another description: where they fit, it is not mentioned. */
  readonly unless?: readonly string[];
}

const sum = (values: readonly Value[]) => values.reduce((total, value) => total + value, 0);
const product = (values: readonly Value[]) => values.reduce((total, value) => total * value, 1);

/** A mistake about the variable as a whole, with one number. */
const whole =
  (find: (view: View) => Value): Finder =>
  (view) => [signature(view, find(view), view.node)];

function turnedSigns(view: View): Signature[] {
  const [use, second] = view.consumers;
  const inPart = inOnePart(signTurned)(view);
  return second ? [signature(view, -view.gradient, use?.consumer ?? view.node), ...inPart] : [...inPart];
}

/**
 * The table of mistakes about a gradient: what number each produces, from the graph alone, for any expression. Their
 * sentences are in `i18n/`, under the same ids. The order is the order to mention them in when several fit.
 */
export const mistakes = [
  {
    id: 'one-branch',
    isFact: true,
    remedy: 'fork',
    find: (view) =>
      partings(view)
        .flat()
        .map((use) => signature(view, partOf(use), use.consumer)),
  },
  { id: 'local-only', remedy: 'chain', find: inOnePart(localOnly) },
  { id: 'upstream-only', remedy: 'chain', find: inParts(upstreamOnly) },
  { id: 'factors-swapped', remedy: 'local', find: inParts(factorsSwapped) },
  {
    id: 'change-not-rate',
    remedy: 'rate',
    find: whole(({ gradient, study }) => gradient * study.trace.nudge),
  },
  {
    id: 'link-skipped',
    remedy: 'chain',
    find: skippedLinks,
    unless: ['local-only', 'upstream-only', 'target-minus-output'],
  },
  { id: 'branches-multiplied', remedy: 'fork', find: atFork(product) },
  { id: 'branches-averaged', remedy: 'fork', find: atFork((parts) => sum(parts) / parts.length) },
  {
    id: 'locals-summed',
    remedy: 'chain',
    find: (view) =>
      view.consumers.length < 2
        ? []
        : [signature(view, sum(view.consumers.map((use) => use.local)), view.node)],
    unless: ['local-only'],
  },
  { id: 'added', remedy: 'chain', find: inParts(added) },
  {
    id: 'nudged-output',
    remedy: 'rate',
    find: whole(({ outputAfter, study }) => outputAfter(study.trace.nudge)),
  },
  { id: 'own-value', isFact: true, remedy: 'rate', find: whole(({ value }) => value) },
  {
    id: 'node-value',
    isFact: true,
    remedy: 'rate',
    find: (view) => {
      const { graph, values } = view.study.evaluation;
      const nodes = new Set([...view.uses.map((use) => use.consumer), graph.output]);
      return [...nodes].map((node) => signature(view, values[node] as Value, node));
    },
  },
  {
    id: 'target-minus-output',
    remedy: 'local',
    find: (view) => (feedsLogLoss(view) ? [signature(view, -view.gradient, view.node)] : []),
  },
  { id: 'sign', remedy: 'local', find: turnedSigns, unless: ['target-minus-output'] },
  {
    id: 'upside-down',
    remedy: 'rate',
    find: (view) => (view.gradient === 0 ? [] : [signature(view, 1 / view.gradient, view.node)]),
  },
  { id: 'product-of-derivatives', remedy: 'rule', find: productOfDerivatives },
  { id: 'wrong-point', remedy: 'local', find: wrongPoint },
  { id: 'derivative-from-input', remedy: 'local', find: inParts(derivativeFromInput) },
  { id: 'extra-activation', remedy: 'local', find: inParts(extraActivation) },
  { id: 'sum-halves', remedy: 'local', find: inParts(sumHalves) },
  { id: 'wrong-route', remedy: 'local', find: inParts(wrongRoute) },
  { id: 'power-rule', remedy: 'local', find: inParts(powerRule) },
  { id: 'quotient-rule', remedy: 'local', find: inParts(quotientRule) },
  { id: 'divisor', remedy: 'rule', find: divisors },
  {
    id: 'counted-twice',
    remedy: 'rule',
    find: (view) => [signature(view, 2 * view.gradient, view.node), ...partTwice(view)],
  },
  { id: 'other-variable', isFact: true, remedy: 'rule', find: otherGradients, unless: ['wrong-route'] },
  {
    id: 'large-step',
    isFact: true,
    remedy: 'rate',
    find: (view) =>
      [1, 0.1, 0.01, view.study.trace.nudge].map((step) =>
        signature(view, (view.outputAfter(step) - view.outputAfter(0)) / step, view.node, String(step)),
      ),
  },
] as const satisfies readonly Mistake[];

export type MistakeId = (typeof mistakes)[number]['id'];

const remedies: ReadonlyMap<MistakeId, Remedy> = new Map(mistakes.map(({ id, remedy }) => [id, remedy]));

export const remedyFor = (id: MistakeId): Remedy => remedies.get(id) ?? 'rule';
