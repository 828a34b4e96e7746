import { askedSteps, chain, dvar, inProduct, ruleSpans } from './chain.ts';
import { tellKinks, tellNudges } from './checks.ts';
import type { BackwardStep, Contribution, Trace } from './core/trace.ts';
import { formatValue } from './core/value.ts';
import {
  type Block,
  dvarSpan,
  formed,
  formula,
  gap,
  line,
  lineOf,
  marked,
  type MathSpan,
  prose,
  proseOf,
  type Row,
  sentence,
  sign,
  type Span,
  span,
  title,
} from './document.ts';
import type { Messages } from './i18n/en.ts';
import { countOf } from './picture/diagram.ts';
import { type PictureOptions, tellPicture } from './picture/tell.ts';

/** Beyond so many paths a sum is not written out in symbols. */
const LONGEST_SUM = 4;
const LONGEST_HEADER = 2000;
/** A graph of more quantities is not drawn unasked: the story would begin with a page of lines. */
const MOST_DRAWN = 24;
/** A small graph is drawn twice: with its values first, and with its dvars in the end. */
const MOST_DRAWN_TWICE = 10;
/** Longer formulas may be broken anywhere. */
const LONGEST_UNBROKEN = 60;

/** The whole story in the lecture's order: what was understood, forward, nudges, backward, the gradient. */
export const explain = (trace: Trace, t: Messages): Block[] => [...story(trace, t)];

/** The same block by block: of a large graph, only what is being told is in memory. */
export function* story(trace: Trace, t: Messages): Generator<Block, void, void> {
  yield* tellHeader(trace, t);
  yield* tellGraph(trace, t, MOST_DRAWN, { gradients: new Map() });
  yield* tellForward(trace, t);
  yield* tellNudges(trace, t);
  yield* tellBackward(trace, t);
  yield* tellKinks(trace, t);
  yield* tellSummary(trace, t);
}

/** Rows that are made when they are gone through. */
const mapped = <T>(items: readonly T[], rowOf: (item: T) => Row): Iterable<Row> => ({
  *[Symbol.iterator]() {
    for (const item of items) yield rowOf(item);
  },
});

/** Whether the story of a trace has its graph in it. */
export const isDrawn = (trace: Trace): boolean => trace.forward.length > 0 && countOf(trace) <= MOST_DRAWN;

/** The graph, unless it has more quantities than a look takes in. */
function tellGraph(trace: Trace, t: Messages, most: number, options: PictureOptions = {}): Block[] {
  return trace.forward.length === 0 || countOf(trace) > most ? [] : [tellPicture(trace, t, options)];
}

export function tellHeader(trace: Trace, t: Messages): Block[] {
  const { statements } = trace;
  const blocks = statements.map((statement, i): Block => {
    const equals = /^[^=<>!?]+(?= = )/u.exec(statement)?.[0];
    const name = equals ?? (i === statements.length - 1 ? trace.output : undefined);
    const right = equals === undefined ? statement : statement.slice(equals.length + 3);
    const left = name === undefined ? [] : [formula(name, 'forward'), sign(' = ', 'forward')];
    const room = LONGEST_HEADER - left.reduce((sum, { text }) => sum + text.length, 0);
    const isLong = right.length > room;
    return line(
      0,
      ...left,
      isLong ? span('forward', `${right.slice(0, room)} …`) : formula(right, 'forward'),
    );
  });
  const values = Object.entries(trace.inputs).map(([name, value]) => [name, formatValue(value)] as const);
  if (values.length > 0) {
    const shown = values.flatMap(([name, value], i) => [
      ...(i === 0 ? [] : [', ']),
      formula(name),
      sign(' = '),
      formula(value),
    ]);
    const at = values.map(([name, value]) => `${name}=${value}`).join(',');
    const chosen = trace.chosen.length > 0 ? ['   ', span('muted', t.chosen(at))] : [];
    blocks.push(lineOf(0, [...shown, ...chosen]));
  }
  return blocks;
}

const equals = (text: string): MathSpan[] => [sign('= '), formula(text)];

export function tellForward(trace: Pick<Trace, 'forward'>, t: Messages): Block[] {
  if (trace.forward.length === 0) return [];
  const rows = mapped(trace.forward, (step) => {
    const value = formatValue(step.value);
    const result = step.skipped ? span('muted', t.skipped) : formula(value, 'forward');
    const isNews = step.numbers !== step.formula && step.numbers !== value;
    return [
      [formula(step.name)],
      equals(step.formula),
      isNews ? equals(step.numbers) : [],
      [sign('= '), result],
    ];
  });
  return [gap, title(t.forwardTitle), { kind: 'table', indent: 2, gap: 1, rows }];
}

function* tellBackward(trace: Trace, t: Messages): Generator<Block, void, void> {
  const steps = askedSteps(trace);
  const first = steps[0];
  const reached = new Set(steps.map((step) => step.name));
  const independent = trace.wrt.filter((name) => !reached.has(name) && name !== trace.output);
  const output = marked(trace.output);
  const told = independent.map((name) => prose(2, ...sentence(t.independent(marked(name), output))));
  yield gap;
  if (!first) {
    yield* told.length > 0 ? told : [prose(0, ...sentence(t.nothing(output)))];
    return;
  }
  yield title(t.backwardTitle);
  yield prose(2, ...sentence(t.dvarMeans(dvar(marked(first.name)), output, marked(first.name)), 'muted'));
  let isFirstFork = true;
  for (const step of steps) {
    const isFork = step.contributions.length > 1;
    yield* tellBackwardStep(trace, step, t, isFork && isFirstFork);
    if (isFork) isFirstFork = false;
  }
  yield* told;
}

/** One dvar by the chain rule. At a fork: a line a path, then their sum, with the reason when it is asked for. */
export function* tellBackwardStep(
  trace: Trace,
  step: BackwardStep,
  t: Messages,
  explainFork = true,
): Generator<Block, void, void> {
  const name = [dvarSpan(step.name), sign(' = ')];
  const [only, second] = step.contributions;
  if (only && !second) {
    yield line(2, ...name, ...chainSpans(trace, step, only));
    return;
  }
  const consumers = new Set(step.contributions.map((part) => part.consumer));
  const isUnique = consumers.size === step.contributions.length;
  const label = ({ consumer, slot }: Contribution) =>
    isUnique ? t.via(marked(consumer)) : t.viaOperand(marked(consumer), slot + 1);
  if (explainFork) {
    const told = t.fork(marked(step.name), Array.from(consumers, marked), dvar(marked(step.name)));
    yield proseOf(2, sentence(told, 'muted'));
  }
  if (isUnique && step.contributions.length <= LONGEST_SUM) {
    yield line(2, ...name, ...ruleSpans(trace, step));
  }
  const rows = mapped(step.contributions, (part) => [
    [...sentence(label(part)), ':'],
    chainSpans(trace, step, part),
  ]);
  yield { kind: 'table', indent: 7, gap: 1, rows };
  yield lineOf(2, [
    ...name,
    ...sumOfProducts(step),
    sign(' = '),
    formula(formatValue(step.gradient), 'backward'),
  ]);
}

/** `6 + 3`: what the paths of a fork hand down. */
function sumOfProducts({ contributions }: BackwardStep): MathSpan[] {
  const plus = sign(' + ');
  return contributions.flatMap(({ product }, i) => {
    const shown = formatValue(product);
    return i === 0 ? [formula(shown)] : [plus, formula(inProduct(shown))];
  });
}

/** `du · du/db = 3 · c = 3 · 2 = 6`, to be broken before an equals sign rather than within a factor. */
function chainSpans(trace: Trace, step: BackwardStep, part: Contribution): MathSpan[] {
  const steps = chain(trace, step, part).flatMap((spans) => {
    const length = spans.reduce((sum, { text }) => sum + text.length, 0);
    const whole = length < LONGEST_UNBROKEN ? spans.map((part) => formed(part)) : spans;
    return [...whole, sign(' = ')];
  });
  return [...steps, formula(formatValue(part.product), 'backward')];
}

/** Every gradient that was asked for, in one place. */
export function tellSummary(trace: Trace, t: Messages): Block[] {
  if (trace.wrt.length === 0) return [];
  return [
    gap,
    title(t.summaryTitle(trace.output)),
    ...gradientLine(trace, 2),
    ...tellGraph(trace, t, MOST_DRAWN_TWICE),
  ];
}

/** `da = 3, db = 6, dc = 9` */
export function gradientLine(trace: Trace, indent: number): Block[] {
  if (trace.wrt.length === 0) return [];
  const spans = trace.wrt.flatMap((name, i): Span[] => [
    ...(i === 0 ? [] : [span('backward', ', ')]),
    dvarSpan(name, 'backward'),
    sign(' = ', 'backward'),
    formula(formatValue(trace.gradients[name] as number), 'backward'),
  ]);
  return [lineOf(indent, spans)];
}
