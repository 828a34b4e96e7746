import { type Language, languageNames } from '../i18n/language.ts';
import { pageWords } from '../i18n/page/index.ts';
import type { PageWords } from '../i18n/page/en.ts';
import { button, el } from './dom.ts';

type Theme = 'auto' | 'light' | 'dark';

const themeNow = (): Theme => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'auto';

/** Language and colours, each a row of buttons of which one is pressed. */
export function settings(
  words: PageWords,
  lang: Language,
  onLanguage: (lang: Language) => void,
): readonly HTMLElement[] {
  const languages = languageNames.map((name) =>
    button(pageWords[name].ownName, () => onLanguage(name), {
      lang: name,
      'aria-pressed': String(name === lang),
    }),
  );
  const themes = (['auto', 'light', 'dark'] as const).map((name) =>
    button(
      words[name],
      () => {
        document.documentElement.dataset['theme'] = name;
        for (const [i, other] of (['auto', 'light', 'dark'] as const).entries())
          themes[i]?.setAttribute('aria-pressed', String(other === name));
      },
      { 'aria-pressed': String(name === themeNow()) },
    ),
  );
  return [
    el('div', { role: 'group', class: 'choice', 'aria-label': words.language }, ...languages),
    el('div', { role: 'group', class: 'choice', 'aria-label': words.colours }, ...themes),
  ];
}
