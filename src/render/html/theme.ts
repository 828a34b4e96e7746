import { DARK, figureRules, FONTS, LIGHT, type Palette } from '../svg/style.ts';

/** Colours that only a page needs: the ground of cards and controls, praise, and what is chosen. */
interface PageColours {
  readonly card: string;
  readonly control: string;
  readonly good: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly valueTint: string;
  readonly dvarTint: string;
}

const light: Palette & PageColours = {
  ...LIGHT,
  page: '#f3f5f9',
  card: '#ffffff',
  box: '#ffffff',
  control: '#ffffff',
  good: '#0c6b39',
  accent: '#1749c2',
  onAccent: '#ffffff',
  valueTint: '#e8effd',
  dvarTint: '#fdecec',
};

const dark: Palette & PageColours = {
  ...DARK,
  card: '#18202c',
  control: '#222d3c',
  good: '#7ddca6',
  accent: '#8fb8ff',
  onAccent: '#0d1420',
  valueTint: '#1c2c4a',
  dvarTint: '#3b2228',
};

const names = Object.keys(light) as (keyof typeof light)[];

const declare = (colours: typeof light, scheme: string): string =>
  `{color-scheme:${scheme};${names.map((name) => `--${name}:${colours[name]}`).join(';')}}`;

const asProperties = Object.fromEntries(names.map((name) => [name, `var(--${name})`])) as unknown as Palette;

/**
 * Light or dark as the reader's system is, unless they choose on the page; light on
 * paper; and the figure's rules in these colours.
 */
export const themeRules = [
  `:root${declare(light, 'light')}`,
  `@media (prefers-color-scheme:dark){:root${declare(dark, 'dark')}}`,
  `:root[data-theme=light]${declare(light, 'light')}`,
  `:root[data-theme=dark]${declare(dark, 'dark')}`,
  `@media print{:root,:root[data-theme]${declare(light, 'light')}}`,
  `:root{--fonts:${FONTS}}`,
  figureRules(asProperties),
].join('');
