/** What bears the gradients out, and where there is none: nudges, random directions, and kinks. */
import { dvar } from './chain.ts';
import type { DirectionStep, Kink, Moved, NudgeStep, Trace } from './core/trace.ts';
import { formatChange, formatRounded, formatValue } from './core/value.ts';
import {
  type Block,
  dvarSpan,
  formed,
  formula,
  gap,
  marked,
  type MathSpan,
  prose,
  sentence,
  sign,
  type Span,
  span,
  title,
} from './document.ts';
import type { Messages } from './i18n/en.ts';

/** Slopes of one step are shown to four digits: enough to compare, few enough not to show rounding. */
const SLOPE_DIGITS = 4;
/** `b: 3 → 3.001` */
function moved({ name, from, to }: Moved): MathSpan[] {
  const [before, after] = formatChange(from, to);
  return [formula(name), sign(': '), formula(before), sign(' → '), formula(after)].map((part) =>
    formed(part, 'forward'),
  );
}

/** One value nudged: what it moves on its way, what the output does, and the slope. */
export function tellNudge(step: NudgeStep, t: Messages): (readonly Span[])[] {
  const steps: Span[][] = step.chain.map(moved);
  const last = (steps.length > 1 && steps.pop()) || [];
  if (step.omitted > 0) steps.splice(steps.length / 2, 0, [span('forward', t.omitted(step.omitted))]);
  const slope = formatRounded(step.slope, SLOPE_DIGITS);
  const settled = formatRounded(step.settled, SLOPE_DIGITS);
  const settles = step.verdict === 'agrees' && settled !== slope ? [sign(' → '), formula(settled)] : [];
  const way: Span[] = [];
  for (const moves of steps) {
    if (way.length > 0) way.push(span('forward', '   '));
    way.push(...moves);
  }
  return [
    way,
    last,
    [dvarSpan(step.name), sign(' ≈ '), formula(slope), ...settles].map((part) => formed(part, 'backward')),
  ];
}

/** What a nudge that does not simply agree has to say. */
export function tellVerdict(trace: Trace, step: NudgeStep, t: Messages): Block[] {
  const name = dvar(marked(step.name));
  switch (step.verdict) {
    case 'agrees':
      return [];
    case 'kink':
      return [prose(2, ...sentence(t.nudgeKink(name), 'bad'))];
    case 'cannot-tell':
      return [prose(2, ...sentence(t.nudgeCannotTell(name)))];
    case 'disagrees': {
      const slope = marked(formatValue(step.settled));
      const gradient = marked(formatValue(trace.gradients[step.name] as number));
      return [prose(2, ...sentence(t.nudgeDisagrees(name, slope, gradient), 'bad'))];
    }
  }
}

export function tellNudges(trace: Trace, t: Messages): Block[] {
  if (trace.nudges.length === 0) return [];
  const rows = trace.nudges.map((step) => tellNudge(step, t));
  const hasArrow = rows.some((row) => JSON.stringify(row[2]).includes('→'));
  const isUnanimous = trace.nudges.every((step) => step.verdict === 'agrees');
  return [
    gap,
    title(t.nudgeTitle(String(trace.nudge), trace.output)),
    {
      kind: 'table',
      indent: 2,
      gap: 3,
      rows,
      head: [[t.nudgeWay], [formula(trace.output)], [t.nudgeSlope]],
    },
    ...(hasArrow ? [prose(2, span('muted', t.nudgeArrow(String(trace.nudge))))] : []),
    ...(isUnanimous ? [prose(2, span('good', t.nudgeAgrees(trace.nudges.length)))] : []),
    ...trace.nudges.flatMap((step) => tellVerdict(trace, step, t)),
    ...(trace.unchecked > 0
      ? [prose(2, t.nudgeSample(trace.nudges.length, trace.nudges.length + trace.unchecked))]
      : []),
    ...tellDirections(trace.directions ?? [], t),
  ];
}

/** Nudges of all inputs at once: in one sentence where they agree. */
function tellDirections(directions: readonly DirectionStep[], t: Messages): Block[] {
  if (directions.length === 0) return [];
  if (directions.every(({ verdict }) => verdict === 'agrees'))
    return [prose(2, span('good', t.nudgeDirections(directions.length)))];
  return directions.flatMap(({ verdict, slope, gradient }): Block[] => {
    switch (verdict) {
      case 'agrees':
        return [];
      case 'kink':
        return [prose(2, span('bad', t.directionKink))];
      case 'cannot-tell':
        return [prose(2, t.directionCannotTell)];
      case 'disagrees': {
        const told = t.directionDisagrees(marked(formatValue(slope)), marked(formatValue(gradient)));
        return [prose(2, ...sentence(told, 'bad'))];
      }
    }
  });
}

export function tellKinks(trace: Trace, t: Messages): Block[] {
  const { kinks, kinksUnmeasured = 0 } = trace;
  if (kinks.length + kinksUnmeasured === 0) return [];
  const more = kinksUnmeasured > 0 ? [prose(2, t.kinksUnmeasured(kinksUnmeasured))] : [];
  return [gap, title(t.kinkTitle), ...kinks.flatMap((kink) => tellKink(kink, t)), ...more];
}

function tellKink(kink: Kink, t: Messages): Block[] {
  const slope = (value: number) =>
    Number.isNaN(value) ? t.slopeNone : Number.isFinite(value) ? marked(formatValue(value)) : t.slopeInfinite;
  return [
    prose(2, ...sentence(t.kink(marked(kink.name), marked(kink.formula), marked(kink.numbers)))),
    ...kink.operands.map(({ name, local, left, right }) => {
      const sides = [dvar(marked(name)), slope(left), slope(right)] as const;
      const told = Number.isFinite(local)
        ? t.kinkSides(...sides, marked(formatValue(local)))
        : t.kinkUndefined(...sides);
      return prose(4, ...sentence(told));
    }),
  ];
}
