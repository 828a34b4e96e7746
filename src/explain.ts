import { askedSteps, chain, dvar, inProduct, ruleOf } from './chain.ts';
import type { BackwardStep, Contribution, Kink, NudgeStep, Trace } from './core/trace.ts';
import { formatChange, formatRounded, formatValue } from './core/value.ts';
import { type Block, gap, line, prose, type Role, type Span, title, unbreakable } from './document.ts';
import type { Messages } from './i18n/en.ts';

/** Slopes of one step are shown to four digits: enough to compare, few enough not to show rounding. */
const SLOPE_DIGITS = 4;
/** Beyond so many paths a sum is not written out in symbols. */
const LONGEST_SUM = 4;
const LONGEST_HEADER = 2000;
/** Longer formulas may be broken anywhere. */
const LONGEST_UNBROKEN = 60;

const span = (role: Role, text: string): Span => ({ role, text });

/** The whole story in the lecture's order: what was understood, forward, nudges, backward, the gradient. */
export function explain(trace: Trace, t: Messages): Block[] {
  return [
    ...tellHeader(trace, t),
    ...tellForward(trace, t),
    ...tellNudges(trace, t),
    ...tellBackward(trace, t),
    ...tellKinks(trace, t),
    ...tellSummary(trace, t),
  ];
}

export function tellHeader(trace: Trace, t: Messages): Block[] {
  const { statements } = trace;
  const blocks = statements.map((statement, i): Block => {
    const isNamed = /^[^=<>!?]+ = /u.test(statement);
    const text = i === statements.length - 1 && !isNamed ? `${trace.output} = ${statement}` : statement;
    return line(
      0,
      span('forward', text.length > LONGEST_HEADER ? `${text.slice(0, LONGEST_HEADER)} …` : text),
    );
  });
  const values = Object.entries(trace.inputs).map(([name, value]) => [name, formatValue(value)] as const);
  if (values.length > 0) {
    const shown = values.map(([name, value]) => `${name} = ${value}`).join(', ');
    const at = values.map(([name, value]) => `${name}=${value}`).join(',');
    blocks.push(line(0, shown, ...(trace.chosen.length > 0 ? ['   ', span('muted', t.chosen(at))] : [])));
  }
  return blocks;
}

export function tellForward(trace: Pick<Trace, 'forward'>, t: Messages): Block[] {
  if (trace.forward.length === 0) return [];
  const rows = trace.forward.map((step) => {
    const result = step.skipped ? span('muted', t.skipped) : span('forward', formatValue(step.value));
    const isNews = step.numbers !== step.formula && step.numbers !== formatValue(step.value);
    return [[step.name], [`= ${step.formula}`], isNews ? [`= ${step.numbers}`] : [], ['= ', result]];
  });
  return [gap, title(t.forwardTitle), { kind: 'table', indent: 2, gap: 1, rows }];
}

/** `b: 3 → 3.001` */
const moved = (name: string, from: number, to: number) =>
  unbreakable(`${name}: ${formatChange(from, to).join(' → ')}`);

/** One value nudged: what it moves on its way, what the output does, and the slope. */
export function tellNudge(step: NudgeStep, t: Messages): (readonly Span[])[] {
  const steps = step.chain.map((at) => moved(at.name, at.from, at.to));
  const last = steps.length > 1 ? (steps.pop() as string) : '';
  if (step.omitted > 0) steps.splice(steps.length / 2, 0, t.omitted(step.omitted));
  const slope = formatRounded(step.slope, SLOPE_DIGITS);
  const settled = formatRounded(step.settled, SLOPE_DIGITS);
  const settles = step.verdict === 'agrees' && settled !== slope ? ` → ${settled}` : '';
  return [
    [span('forward', steps.join('   '))],
    [span('forward', last)],
    [span('backward', unbreakable(`${dvar(step.name)} ≈ ${slope}${settles}`))],
  ];
}

/** What a nudge that does not simply agree has to say. */
export function tellVerdict(trace: Trace, step: NudgeStep, t: Messages): Block[] {
  const name = dvar(step.name);
  switch (step.verdict) {
    case 'agrees':
      return [];
    case 'kink':
      return [prose(2, span('bad', t.nudgeKink(name)))];
    case 'cannot-tell':
      return [prose(2, t.nudgeCannotTell(name))];
    case 'disagrees': {
      const gradient = formatValue(trace.gradients[step.name] as number);
      return [prose(2, span('bad', t.nudgeDisagrees(name, formatValue(step.settled), gradient)))];
    }
  }
}

function tellNudges(trace: Trace, t: Messages): Block[] {
  if (trace.nudges.length === 0) return [];
  const rows = trace.nudges.map((step) => tellNudge(step, t));
  const hasArrow = rows.some((row) => JSON.stringify(row[2]).includes('→'));
  const isUnanimous = trace.nudges.every((step) => step.verdict === 'agrees');
  return [
    gap,
    title(t.nudgeTitle(String(trace.nudge), trace.output)),
    { kind: 'table', indent: 2, gap: 3, rows },
    ...(hasArrow ? [prose(2, span('muted', t.nudgeArrow(String(trace.nudge))))] : []),
    ...(isUnanimous ? [prose(2, span('good', t.nudgeAgrees(trace.nudges.length)))] : []),
    ...trace.nudges.flatMap((step) => tellVerdict(trace, step, t)),
    ...(trace.unchecked > 0
      ? [prose(2, t.nudgeSample(trace.nudges.length, trace.nudges.length + trace.unchecked))]
      : []),
  ];
}

function tellBackward(trace: Trace, t: Messages): Block[] {
  const steps = askedSteps(trace);
  const first = steps[0];
  const reached = new Set(steps.map((step) => step.name));
  const independent = trace.wrt.filter((name) => !reached.has(name) && name !== trace.output);
  const told = independent.map((name) => prose(2, t.independent(name, trace.output)));
  if (!first) return [gap, ...(told.length > 0 ? told : [prose(0, t.nothing(trace.output))])];
  let isFirstFork = true;
  const blocks = steps.flatMap((step) => {
    const isFork = step.contributions.length > 1;
    const lines = tellBackwardStep(trace, step, t, isFork && isFirstFork);
    if (isFork) isFirstFork = false;
    return lines;
  });
  return [
    gap,
    title(t.backwardTitle),
    prose(2, span('muted', t.dvarMeans(dvar(first.name), trace.output, first.name))),
    ...blocks,
    ...told,
  ];
}

/** One dvar by the chain rule. At a fork: a line a path, then their sum, with the reason when it is asked for. */
export function tellBackwardStep(trace: Trace, step: BackwardStep, t: Messages, explainFork = true): Block[] {
  const name = dvar(step.name);
  const value = span('backward', formatValue(step.gradient));
  const [only, second] = step.contributions;
  if (only && !second) return [line(2, `${name} = `, ...chainSpans(trace, step, only))];
  const consumers = [...new Set(step.contributions.map((part) => part.consumer))];
  const isUnique = consumers.length === step.contributions.length;
  const label = (part: Contribution) =>
    isUnique ? t.via(part.consumer) : t.viaOperand(part.consumer, part.slot + 1);
  const products = step.contributions.map((part) => formatValue(part.product));
  const sum = products.map((product, i) => (i === 0 ? product : inProduct(product))).join(' + ');
  const blocks: Block[] = [];
  if (explainFork) blocks.push(prose(2, span('muted', t.fork(step.name, consumers, name))));
  if (isUnique && step.contributions.length <= LONGEST_SUM) {
    blocks.push(line(2, `${name} = ${ruleOf(trace, step)}`));
  }
  const rows = step.contributions.map((part): Span[][] => [
    [`${label(part)}:`],
    chainSpans(trace, step, part),
  ]);
  return [...blocks, { kind: 'table', indent: 7, gap: 1, rows }, line(2, `${name} = ${sum} = `, value)];
}

/** `du · du/db = 3 · c = 3 · 2 = 6`, to be broken before an equals sign rather than within a factor. */
function chainSpans(trace: Trace, step: BackwardStep, part: Contribution): Span[] {
  const steps = chain(trace, step, part).map((text) =>
    text.length < LONGEST_UNBROKEN ? unbreakable(text) : text,
  );
  return [[...steps, ''].join(' = '), span('backward', formatValue(part.product))];
}

export function tellKinks(trace: Trace, t: Messages): Block[] {
  if (trace.kinks.length === 0) return [];
  return [gap, title(t.kinkTitle), ...trace.kinks.flatMap((kink) => tellKink(kink, t))];
}

function tellKink(kink: Kink, t: Messages): Block[] {
  const slope = (value: number) =>
    Number.isNaN(value) ? t.slopeNone : Number.isFinite(value) ? formatValue(value) : t.slopeInfinite;
  return [
    prose(2, t.kink(kink.name, kink.formula, kink.numbers)),
    ...kink.operands.map(({ name, local, left, right }) =>
      prose(
        4,
        Number.isFinite(local)
          ? t.kinkSides(dvar(name), slope(left), slope(right), formatValue(local))
          : t.kinkUndefined(dvar(name), slope(left), slope(right)),
      ),
    ),
  ];
}

/** Every gradient that was asked for, in one place. */
export function tellSummary(trace: Trace, t: Messages): Block[] {
  if (trace.wrt.length === 0) return [];
  return [gap, title(t.summaryTitle(trace.output)), ...gradientLine(trace, 2)];
}

/** `da = 3, db = 6, dc = 9` */
export function gradientLine(trace: Trace, indent: number): Block[] {
  if (trace.wrt.length === 0) return [];
  const parts = trace.wrt.map((name) => `${dvar(name)} = ${formatValue(trace.gradients[name] as number)}`);
  return [line(indent, span('backward', parts.join(', ')))];
}
