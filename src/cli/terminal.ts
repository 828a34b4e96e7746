import process from 'node:process';
import type { Role } from '../document.ts';
import { isLanguage, type Language } from '../i18n/index.ts';
import type { TextStyle } from '../render/text.ts';
import { isTerminal } from './standard.ts';

const DEFAULT_WIDTH = 80;
const NARROWEST = 20;

type Environment = Readonly<Record<string, string | undefined>>;

/** The language asked for, else that of the locale, else English. */
export function chooseLanguage(asked: string | undefined, env: Environment): Language {
  if (asked !== undefined && isLanguage(asked)) return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || systemLocale();
  const name = locale.slice(0, 2).toLowerCase();
  return isLanguage(name) ? name : 'en';
}

/** Windows sets none of the locale variables; elsewhere an unset locale means C. */
const systemLocale = (): string =>
  process.platform === 'win32' ? new Intl.DateTimeFormat().resolvedOptions().locale : '';

/** Whether a stream gets colour: where nothing is set, only a terminal that knows colours does. */
export const wantsColor = (asked: boolean | undefined, env: Environment, isTerminal: boolean): boolean =>
  asked ?? (isTerminal && env['TERM'] !== 'dumb');

/**
 * What a terminal is sent before and after a text (ECMA-48, SGR). Values go forward in blue, derivatives come back in red,
 * as in the lecture.
 */
const paints: Readonly<Record<Role, readonly [on: number, off: number]>> = {
  title: [1, 22], // bold
  forward: [94, 39], // bright blue
  backward: [91, 39], // bright red
  muted: [2, 22], // dim
  good: [32, 39], // green
  mark: [1, 22], // bold
  bad: [33, 39], // yellow
  code: [36, 39], // cyan
};

/** Line by line, since some terminals paint to the end of a line whatever is on when it breaks. */
const painted = (role: Role, text: string): string =>
  text.replaceAll(/.+/gu, (line) => `\u001B[${paints[role][0]}m${line}\u001B[${paints[role][1]}m`);

export interface StyleOptions {
  readonly color: boolean;
  readonly ascii: boolean;
  readonly plain: boolean;
  /** Read for every page, since a terminal may be resized. */
  readonly width: () => number;
}

export function textStyle({ color, ascii, plain, width }: StyleOptions): TextStyle {
  return {
    ascii,
    plain,
    get width() {
      return width();
    },
    paint: (role, text) => (color ? painted(role, text) : text),
  };
}

/** Columns of the terminal; 80 where there is none, or it does not know. */
export const terminalWidth = (columns: number | undefined): number =>
  columns === undefined || columns === 0 ? DEFAULT_WIDTH : Math.max(NARROWEST, columns);

/** True where a question can be asked and its answer typed. */
export const isInteractive = (): boolean => isTerminal(1) && isTerminal(2) && isTerminal(0);
