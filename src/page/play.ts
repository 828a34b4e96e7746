import { diagramOf } from '../picture/diagram.ts';
import { el } from './dom.ts';
import { inputsCard } from './inputs.ts';
import { nudgeCard } from './nudge.ts';
import type { Desk, Panel } from './panel.ts';

/** The inputs on sliders, and the nudge of one value. */
export function playPanel(desk: Desk): Panel {
  const { model, t } = desk;
  const cards = [inputsCard(desk), nudgeCard(desk)].filter((card) => card !== undefined);
  return {
    element:
      cards.length > 0
        ? el('div', { class: 'cards' }, ...cards.map(({ element }) => element))
        : el('p', {}, t.nothing(model.study.trace.output)),
    show: () => cards.forEach(({ show }) => show()),
    view: () => ({
      diagram: diagramOf(model.study.trace),
      ...(model.nudged === '' ? {} : { current: model.nudged }),
    }),
  };
}
