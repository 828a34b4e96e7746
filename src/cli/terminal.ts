import process from 'node:process';
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

export interface StyleOptions {
  readonly color: boolean;
  readonly ascii: boolean;
  readonly plain: boolean;
  /** Read for every page, since a terminal may be resized. */
  readonly width: () => number;
}

/** What is written without colour loads no colours. */
export async function textStyle({ color, ascii, plain, width }: StyleOptions): Promise<TextStyle> {
  const paint = color ? (await import('./paint.ts')).paint : unpainted;
  return {
    ascii,
    plain,
    get width() {
      return width();
    },
    paint,
  };
}

const unpainted: TextStyle['paint'] = (_, text) => text;

/** Columns of the terminal; 80 where there is none, or it does not know. */
export const terminalWidth = (columns: number | undefined): number =>
  columns === undefined || columns === 0 ? DEFAULT_WIDTH : Math.max(NARROWEST, columns);

/** True where a question can be asked and its answer typed. */
export const isInteractive = (): boolean => isTerminal(1) && isTerminal(2) && isTerminal(0);
