import { carriesGradient } from '../core/evaluate.ts';
import { Nudger } from '../core/nudge.ts';
import type { Value } from '../core/value.ts';
import { NUDGE_TOLERANCE } from './answer.ts';
import type { Mistake } from './mistake.ts';
import type { Signature } from './signature.ts';
import { nameOf, type Studied, type View, viewOf } from './view.ts';

/** What a mistake about a nudged output can be computed from. */
export interface NudgeView extends View {
  readonly step: Value;
  /** The output before and after the nudge. */
  readonly from: Value;
  readonly to: Value;
  /** Nodes on the way, the output left out, and their values after the nudge. */
  readonly moved: ReadonlyMap<number, Value>;
}

export function nudgeViewOf(study: Studied, name: string): NudgeView {
  const view = viewOf(study, name);
  const { graph, values } = study.evaluation;
  const step = study.trace.nudge;
  const nudger = new Nudger(graph, values, view.node);
  const after = nudger.moved(step);
  const behind = [...nudger.reached].filter(
    (node) => node !== graph.output && carriesGradient(study.evaluation, node),
  );
  const onTheWay = view.node === graph.output ? behind : [view.node, ...behind];
  return {
    ...view,
    step,
    from: values[graph.output] as Value,
    to: after[graph.output] as Value,
    moved: new Map(onTheWay.map((node) => [node, after[node] as Value])),
  };
}

const signature = (view: NudgeView, value: Value, slack: Value, about = view.node): Signature => ({
  value,
  args: { name: view.name, consumer: nameOf(view, about), other: '' },
  slack: NUDGE_TOLERANCE * Math.abs(slack),
});

/** The output, moved by so much. Told as a right answer is: by how far it moved. */
const movedBy = (view: NudgeView, change: Value, about = view.node): Signature =>
  signature(view, view.from + change, change, about);

/** The uses of the variable by nodes that are not the output. */
const inside = ({ consumers, study }: NudgeView) =>
  consumers.filter(({ consumer }) => consumer !== study.evaluation.graph.output);

const PLACES = [-3, -2, -1, 1, 2, 3];

/**
 * The table of mistakes about where an output lands after a nudge. Their sentences are in `i18n/`, under the same ids. The
 * order is the order to mention them in when several fit.
 */
export const nudgeMistakes = [
  {
    id: 'change-for-output',
    remedy: 'nudge',
    find: (view) => [signature(view, view.to - view.from, view.to - view.from)],
  },
  {
    id: 'output-unmoved',
    isFact: true,
    remedy: 'nudge',
    find: (view) => [signature(view, view.from, view.to - view.from)],
  },
  {
    id: 'local-change',
    remedy: 'nudge',
    find: (view) => inside(view).map(({ consumer, local }) => movedBy(view, local * view.step, consumer)),
  },
  {
    id: 'step-for-change',
    remedy: 'nudge',
    find: (view) => [movedBy(view, view.step)],
    unless: ['local-change'],
  },
  {
    id: 'upstream-change',
    remedy: 'nudge',
    find: (view) =>
      inside(view).map(({ consumer, upstream }) => movedBy(view, upstream * view.step, consumer)),
  },
  { id: 'nudge-sign', remedy: 'nudge', find: (view) => [movedBy(view, view.from - view.to)] },
  {
    id: 'decimal-place',
    remedy: 'nudge',
    find: (view) => PLACES.map((place) => movedBy(view, (view.to - view.from) * 10 ** place)),
  },
  {
    id: 'slope-for-output',
    remedy: 'nudge',
    find: (view) => [signature(view, view.gradient, view.gradient)],
  },
  {
    id: 'stopped-on-the-way',
    isFact: true,
    remedy: 'nudge',
    find: (view) =>
      [...view.moved].map(([node, value]) =>
        signature(view, value, value - (view.study.evaluation.values[node] as Value), node),
      ),
  },
] as const satisfies readonly Mistake<NudgeView>[];
