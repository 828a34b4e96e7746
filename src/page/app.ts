import { explain } from '../explain.ts';
import { en } from '../i18n/en.ts';
import { ko } from '../i18n/ko.ts';
import type { Language } from '../i18n/language.ts';
import { pageWords } from '../i18n/page/index.ts';
import { wordsIn } from '../i18n/words.ts';
import { diagramOf } from '../picture/diagram.ts';
import { blocksToHtml } from '../render/html/blocks.ts';
import { headerToHtml } from '../render/html/header.ts';
import { byId, put } from './dom.ts';
import { Figure } from './figure.ts';
import { followPanel } from './follow.ts';
import type { Lesson } from './lesson.ts';
import { type Mode, Model } from './model.ts';
import { modeButtons } from './modes.ts';
import type { Desk, Panel } from './panel.ts';
import { playPanel } from './play.ts';
import { predictPanel } from './predict.ts';
import { settings } from './settings.ts';

const messages = wordsIn({ en, ko });

const panels: Readonly<Record<Mode, (desk: Desk) => Panel>> = {
  follow: followPanel,
  play: playPanel,
  predict: predictPanel,
};

/** Controls that have a use of their own for the arrow keys. */
const CONTROLS = 'input, select';

/** Brings the page to life: the picture, the panels and the switches, around one model. */
export function startApp(lesson: Lesson): void {
  const model = new Model(lesson);
  const figures = Array.from(
    document.querySelectorAll<SVGSVGElement>('#graph svg'),
    (svg) => new Figure(svg),
  );
  const frames = document.querySelectorAll<HTMLElement>('.figure');
  const story = byId('story') as HTMLDetailsElement;
  let panel: Panel | undefined;

  const desk = (): Desk => ({ model, t: messages[model.lang], words: pageWords[model.lang], refresh });

  function refresh(): void {
    if (!panel) return;
    const { t } = desk();
    const { trace } = model.study;
    panel.show();
    const view = panel.view();
    for (const figure of figures) figure.show(trace, view, t);
    put(byId('header'), headerToHtml(trace, t));
    if (story.open) tellStory();
    for (const frame of frames) {
      const isScrolled = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
      if (isScrolled) frame.tabIndex = 0;
      else frame.removeAttribute('tabindex');
    }
  }

  function tellStory(): void {
    put(byId('told'), blocksToHtml(explain(model.study.trace, desk().t), 2));
  }

  /** Makes everything that has words, in the language of the day. */
  function build(): void {
    const { words } = desk();
    document.documentElement.lang = model.lang;
    for (const element of document.querySelectorAll<HTMLElement>('[data-word]'))
      element.textContent = words[element.dataset['word'] as 'story' | 'made'];
    byId('graph').setAttribute('aria-label', words.graph);
    byId('main').dataset['mode'] = model.mode;
    byId('settings').replaceChildren(...settings(words, model.lang, speak));
    byId('modes').replaceChildren(modeButtons(words, model.mode, choose));
    panel = panels[model.mode](desk());
    byId('panel').replaceChildren(panel.element);
    byId('panel').setAttribute('aria-labelledby', `mode-${model.mode}`);
    refresh();
  }

  function speak(next: Language): void {
    model.lang = next;
    build();
    document.querySelector<HTMLElement>(`#settings [lang=${next}]`)?.focus();
  }

  function choose(mode: Mode): void {
    model.mode = mode;
    if (mode === 'predict') story.open = false;
    build();
    document.getElementById(`mode-${mode}`)?.focus();
  }

  story.open = false;
  story.querySelector('summary')?.addEventListener('click', tellStory);
  byId('app').hidden = false;
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || (event.target instanceof Element && event.target.closest(CONTROLS))) return;
    if (panel?.key?.(event.key) === true) event.preventDefault();
  });
  addEventListener('resize', refresh);
  addEventListener('beforeprint', () => {
    const { trace } = model.study;
    for (const figure of figures) figure.show(trace, { diagram: diagramOf(trace) }, desk().t);
    story.open = true;
    tellStory();
  });
  addEventListener('afterprint', refresh);
  build();
}
