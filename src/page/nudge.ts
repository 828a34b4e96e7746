import { dvar } from '../chain.ts';
import { type NudgeStep, study } from '../core/trace.ts';
import { formatRounded, formatValue } from '../core/value.ts';
import { type Block, line, type Span } from '../document.ts';
import { tellNudge, tellVerdict } from '../checks.ts';
import { blocksToHtml } from '../render/html/blocks.ts';
import { el, put } from './dom.ts';
import type { Card } from './inputs.ts';
import { optionsFor } from './lesson.ts';
import type { Desk } from './panel.ts';
import { drawPlot } from './plot.ts';
import { exponents, nudgeOf, slopesOf } from './slopes.ts';

const DIGITS = 6;
/** From here on rounding may show. */
const LEAST_HONEST = -8;
const LEAST_WIDTH = 280;

/** One value nudged by an h of one's own: the chain of changes, and the slope against h. */
export function nudgeCard(desk: Desk): Card | undefined {
  const { model, words, refresh } = desk;
  if (model.study.trace.nudges.length === 0) return undefined;
  const choice = el('select', {
    id: 'nudged',
    onchange: () => {
      model.nudged = choice.value;
      refresh();
    },
  });
  const slider = el('input', {
    id: 'nudge-size',
    type: 'range',
    min: 0,
    max: -(exponents.at(-1) ?? 0),
    step: Math.abs((exponents[1] ?? 0) - (exponents[0] ?? 0)),
    oninput: () => {
      model.exponent = -slider.valueAsNumber;
      refresh();
    },
  });
  const size = el('span', { class: 'value' });
  const told = el('div', { class: 'story' });
  const plot = el('div', { class: 'plot' });
  const note = el('p', { class: 'muted' }, words.rounding);
  return {
    element: el(
      'section',
      { class: 'card', 'aria-labelledby': 'nudge-title' },
      el('h2', { id: 'nudge-title' }, words.nudge),
      el(
        'div',
        { class: 'field' },
        el('label', { for: 'nudged' }, words.nudged),
        choice,
        el('label', { for: 'nudge-size' }, words.size),
        slider,
        size,
      ),
      plot,
      told,
      note,
    ),
    show() {
      const names = model.study.trace.nudges.map(({ name }) => name);
      if (!names.includes(model.nudged)) model.nudged = names[0] ?? '';
      choice.replaceChildren(...names.map((name) => el('option', { value: name }, name)));
      choice.value = model.nudged;
      slider.value = String(-model.exponent);
      note.hidden = model.exponent > LEAST_HONEST;
      const h = nudgeOf(model.exponent);
      const step = nudged(desk, h);
      if (!step) return;
      const slope = formatRounded(step.slope, DIGITS);
      size.textContent = `h = ${formatValue(h)}`;
      slider.setAttribute('aria-valuetext', `h = ${formatValue(h)}, ${words.slopeAxis} ${slope}`);
      put(told, blocksToHtml(tellSlope(step, desk)));
      put(
        plot,
        drawPlot({
          slopes: slopesOf(model.study, model.nudged),
          derivative: derivativeOf(step, desk),
          exponent: model.exponent,
          width: Math.max(LEAST_WIDTH, plot.clientWidth),
          label: words.plot(model.nudged, formatValue(h), slope),
          axes: { slope: words.slopeAxis, step: words.stepAxis },
        }),
      );
    },
  };
}

/** The nudge of the chosen value by h, told by the core. */
function nudged({ model }: Desk, h: number): NudgeStep | undefined {
  const { trace } = study(model.lesson.source, optionsFor(model.lesson, model.at, h));
  return trace.nudges.find(({ name }) => name === model.nudged);
}

/** What the slope settles at, where it is one slope. */
function derivativeOf(
  { name, verdict }: NudgeStep,
  { model }: Desk,
): { value: number; label: string } | undefined {
  const value = model.study.trace.gradients[name] as number;
  return verdict === 'kink' || verdict === 'disagrees'
    ? undefined
    : { value, label: `${dvar(name)} = ${formatValue(value)}` };
}

/** The changes on the way to the output, and where the slope goes as h shrinks. */
function tellSlope(step: NudgeStep, desk: Desk): Block[] {
  const { model, t, words } = desk;
  const cells = tellNudge({ ...step, settled: step.slope }, t); // where it settles is said in a sentence
  const derivative = derivativeOf(step, desk);
  return [
    line(0, ...cells.flatMap((cell, i): readonly Span[] => (i === 0 ? cell : ['   ', ...cell]))),
    ...tellVerdict(model.study.trace, step, t),
    ...(derivative ? [line(0, words.settles(derivative.label))] : []),
  ];
}
