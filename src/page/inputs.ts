import { dvar } from '../chain.ts';
import type { GradtutorError } from '../core/errors.ts';
import { formatValue } from '../core/value.ts';
import type { Messages } from '../i18n/en.ts';
import { inWords } from '../i18n/words.ts';
import { button, el, oncePerFrame } from './dom.ts';
import type { Desk, Panel } from './panel.ts';
import { rangeFor } from './range.ts';

export type Card = Pick<Panel, 'element' | 'show'>;

interface Row {
  readonly name: string;
  readonly slider: HTMLInputElement;
  readonly field: HTMLInputElement;
  readonly dvar: HTMLElement;
}

/** A slider and a number field an input, with its dvar beside them. */
export function inputsCard(desk: Desk): Card | undefined {
  const { model, words } = desk;
  if (model.at.size === 0) return undefined;
  const problem = el('p', { role: 'alert', class: 'bad' });
  const result = el('output', { class: 'forward result' });
  const wanted = new Map<string, number>();
  const apply = () => {
    if (wanted.size === 0) return;
    const refused = model.change(new Map([...model.at, ...wanted]));
    const [name = '', value = NaN] = [...wanted].at(-1) ?? [];
    wanted.clear();
    problem.textContent = refused
      ? `${words.refused(name, formatValue(value))} ${reason(refused, desk.t)}`
      : '';
    desk.refresh();
  };
  const soon = oncePerFrame(apply);
  const rows = [...model.at].map(([name, value]): Row => {
    const { min, max, step } = rangeFor(value);
    const choose = (event: Event) => {
      const typed = (event.target as HTMLInputElement).valueAsNumber;
      if (Number.isNaN(typed)) {
        problem.textContent = words.notANumber(name);
        desk.refresh();
        return;
      }
      wanted.set(name, typed);
      if (event.type === 'change') apply();
      else soon();
    };
    return {
      name,
      slider: el('input', {
        type: 'range',
        min,
        max,
        step,
        oninput: choose,
        onchange: choose,
        'aria-label': words.slider(name),
      }),
      field: el('input', { type: 'number', step: 'any', onchange: choose, 'aria-label': words.field(name) }),
      dvar: el('span', { class: 'backward' }),
    };
  });
  const reset = button(words.reset, () => {
    for (const [name, value] of model.lesson.at) wanted.set(name, value);
    apply();
  });
  return {
    element: el(
      'section',
      { class: 'card', 'aria-labelledby': 'inputs-title' },
      el('h2', { id: 'inputs-title' }, words.inputs),
      el(
        'div',
        { class: 'inputs' },
        ...rows.map(({ name, slider, field, dvar: told }) =>
          el('div', { class: 'input' }, el('span', { class: 'name' }, name), slider, field, told),
        ),
      ),
      el('div', { class: 'moves' }, result, reset),
      problem,
    ),
    show() {
      const { trace } = model.study;
      for (const { name, slider, field, dvar: told } of rows) {
        const value = String(model.at.get(name));
        if (slider.value !== value) slider.value = value;
        if (field.value !== value) field.value = value;
        told.textContent = `${dvar(name)} = ${formatValue(trace.gradients[name] as number)}`;
      }
      result.textContent = `${trace.output} = ${formatValue(trace.value)}`;
    },
  };
}

/** Why the core refused some values, without advice that is for the command line. */
const reason = (error: GradtutorError, t: Messages): string =>
  error.is('domain') ? t.noValue(error.args) : inWords(t.errors, error.code, error.args);
