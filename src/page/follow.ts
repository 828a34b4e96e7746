import { dvar } from '../chain.ts';
import { type Block, prose } from '../document.ts';
import { tellKinks } from '../checks.ts';
import { tellForward, tellSummary } from '../explain.ts';
import { diagramOf } from '../picture/diagram.ts';
import { blocksToHtml } from '../render/html/blocks.ts';
import { tellWorked } from '../worked.ts';
import { button, el, put } from './dom.ts';
import type { Desk, Panel } from './panel.ts';
import { bringToTop } from './sight.ts';
import { shownAt, type Step } from './steps.ts';

/** Step by step through the story: a value at a time, then a dvar at a time. */
export function followPanel(desk: Desk): Panel {
  const { model, words, refresh } = desk;
  const go = (to: number) => {
    model.step = Math.max(0, Math.min(model.steps.length - 1, to));
    bringToTop(element);
    refresh();
  };
  const moves = {
    first: () => go(0),
    back: () => go(model.step - 1),
    next: () => go(model.step + 1),
    last: () => go(model.steps.length - 1),
  };
  const keys = new Map([
    ['Home', moves.first],
    ['ArrowLeft', moves.back],
    ['ArrowRight', moves.next],
    ['End', moves.last],
  ]);
  const first = button(words.first, moves.first);
  const back = button(`← ${words.back}`, moves.back);
  const next = button(`${words.next} →`, moves.next, { class: 'main' });
  const last = button(words.last, moves.last);
  const phase = el('h2');
  const count = el('p', { class: 'count' });
  const bar = el('progress', { 'aria-hidden': 'true' });
  const story = el('div', { class: 'story' });
  const element = el(
    'div',
    { class: 'card' },
    el(
      'div',
      { 'aria-live': 'polite', class: 'telling' },
      el('div', { class: 'heading' }, phase, count),
      story,
    ),
    bar,
    el(
      'div',
      { class: 'moves bar', role: 'group', 'aria-label': words.steps },
      first,
      back,
      next,
      last,
      el('p', { class: 'keys' }, words.keys),
    ),
  );
  return {
    element,
    show() {
      const step = model.steps[model.step] as Step;
      const end = model.steps.length - 1;
      phase.textContent = phaseOf(step, desk);
      count.textContent = words.step(model.step + 1, end + 1);
      bar.max = end;
      bar.value = model.step;
      put(story, blocksToHtml(tellStep(step, desk)));
      for (const control of [first, back]) control.setAttribute('aria-disabled', String(model.step === 0));
      for (const control of [next, last]) control.setAttribute('aria-disabled', String(model.step === end));
    },
    view() {
      const step = model.steps[model.step] as Step;
      const { trace } = model.study;
      return {
        diagram: diagramOf(trace, shownAt(trace, model.steps, model.step)),
        ...(step.name === '' ? {} : { current: step.name }),
        ...(step.kind === 'value' ? { flow: 'forward' } : step.kind === 'dvar' ? { flow: 'backward' } : {}),
      };
    },
    key(key) {
      const move = keys.get(key);
      move?.();
      return move !== undefined;
    },
  };
}

function phaseOf({ kind }: Step, { model, t, words }: Desk): string {
  if (kind === 'begin') return words.inputs;
  if (kind === 'value') return t.forwardTitle;
  return kind === 'end' ? t.summaryTitle(model.study.trace.output) : t.backwardTitle;
}

/** What is said at a step: for a dvar the nudge first, then the chain rule. */
function tellStep({ kind, name }: Step, { model, t, words }: Desk): Block[] {
  const { trace } = model.study;
  switch (kind) {
    case 'begin':
      return [prose(0, words.begin)];
    case 'value': {
      const told = trace.forward.filter((step) => step.name === name);
      return tellForward({ forward: told }, t).filter((block) => block.kind === 'table');
    }
    case 'output': {
      const first = model.steps[model.step + 1]?.name ?? name;
      return [prose(0, t.dvarMeans(dvar(first), trace.output, first))];
    }
    case 'dvar': {
      const expected = trace.gradients[name] as number;
      return tellWorked(model.study, { kind: 'gradient', name, label: dvar(name), expected }, t);
    }
    case 'end': {
      const summary = tellSummary(trace, t).filter((block) => block.kind !== 'title');
      return [
        ...(trace.backward.length > 1 ? summary : [prose(0, t.nothing(trace.output))]),
        ...tellKinks(trace, t),
      ];
    }
  }
}
