import type { Value } from '../core/value.ts';
import type { Mistake, Remedy } from './mistake.ts';
import { nudgeMistakes } from './nudge-mistakes.ts';
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
  averaged,
  derivativeFromInput,
  extraActivation,
  factorsSwapped,
  inOnePart,
  inParts,
  localOnly,
  onePart,
  ownValue,
  partTwice,
  powerRule,
  quotientRule,
  signTurned,
  sumHalves,
  upstreamOnly,
  wrongRoute,
} from './slips.ts';
import { valueMistakes } from './value-mistakes.ts';
import { partOf, type View } from './view.ts';

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

const isOneOfSeveral = ({ part }: View): boolean => part !== undefined && part.others.length > 0;

const wholeOf = (view: View): Signature[] =>
  view.part ? [signature(view, view.part.whole, view.uses[0]?.consumer ?? view.node)] : [];

/**
 * The table of mistakes about a gradient: what number each produces, from the graph alone, for any expression. Their
 * sentences are in `i18n/`, under the same ids. The order is the order to mention them in when several fit.
 */
export const mistakes = [
  {
    id: 'one-branch',
    isFact: true,
    remedy: 'fork',
    find: onePart,
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
  { id: 'branches-averaged', remedy: 'fork', find: averaged },
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
  { id: 'own-value', isFact: true, remedy: 'rate', find: ownValue },
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
] as const satisfies readonly Mistake<View>[];

/**
 * Mistakes about the part of a gradient that comes through one use of the variable, and about a local derivative, which is
 * a part on its own.
 */
export const partMistakes = [
  {
    id: 'whole-for-part',
    remedy: 'rule',
    find: (view) => (isOneOfSeveral(view) ? wholeOf(view) : []),
  },
  { id: 'chain-for-local', remedy: 'rule', find: (view) => (isOneOfSeveral(view) ? [] : wholeOf(view)) },
  {
    id: 'other-part',
    isFact: true,
    remedy: 'rule',
    find: (view) => (view.part?.others ?? []).map((use) => signature(view, partOf(use), use.consumer)),
  },
] as const satisfies readonly Mistake<View>[];

type Row = (typeof mistakes | typeof partMistakes | typeof valueMistakes | typeof nudgeMistakes)[number];

export type MistakeId = Row['id'];

const rows: readonly Row[] = [...mistakes, ...partMistakes, ...valueMistakes, ...nudgeMistakes];

const remedies: ReadonlyMap<MistakeId, Remedy> = new Map(rows.map(({ id, remedy }) => [id, remedy]));

export const remedyFor = (id: MistakeId): Remedy => remedies.get(id) ?? 'rule';
