import type { PageWords } from '../i18n/page/en.ts';
import { button, el } from './dom.ts';
import { type Mode, modes } from './model.ts';

/**
 * What there is to do, a button each, of which one is pressed. Not tabs: those would take the arrow keys, which go from
 * step to step.
 */
export const modeButtons = (words: PageWords, chosen: Mode, choose: (mode: Mode) => void): HTMLElement =>
  el(
    'div',
    { role: 'group', class: 'modes', 'aria-label': words.modes },
    ...modes.map((mode) =>
      button(words[mode], () => choose(mode), {
        id: `mode-${mode}`,
        'aria-pressed': String(mode === chosen),
      }),
    ),
  );
