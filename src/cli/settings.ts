import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Command, OptionValueSource } from 'commander';
import { suggest } from '../core/suggest.ts';
import { isLanguage } from '../i18n/index.ts';
import { homeFolder } from './home.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What stands for an option of the same name wherever that is not given. */
export type SettingValue = string | boolean;

interface Setting {
  readonly name: string;
  /** gradtutor's own variable. */
  readonly variable: string;
  /** What the value of the file or of the variable means; undefined where it does not fit. */
  readonly read: (raw: unknown) => SettingValue | undefined;
  /** Variables of other programs' making with the same meaning, and what each says; the first that speaks counts. */
  readonly shared?: Readonly<Record<string, (text: string) => boolean | undefined>>;
}

const TRUTH = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

const yesOrNo = (raw: unknown): boolean | undefined => TRUTH.get(raw);

const language = (raw: unknown): string | undefined =>
  typeof raw === 'string' && isLanguage(raw) ? raw : undefined;

function step(raw: unknown): string | undefined {
  const isNumber = typeof raw === 'number' || (typeof raw === 'string' && raw.trim() !== '');
  const value = isNumber ? Number(raw) : 0;
  return Number.isFinite(value) && value !== 0 ? String(raw).trim() : undefined;
}

export const settings: readonly Setting[] = [
  { name: 'lang', variable: 'GRADTUTOR_LANG', read: language },
  {
    name: 'color',
    variable: 'GRADTUTOR_COLOR',
    read: yesOrNo,
    shared: {
      FORCE_COLOR: (text) => text !== '0' && text !== 'false',
      NO_COLOR: (text) => (text === '' ? undefined : false),
    },
  },
  { name: 'ascii', variable: 'GRADTUTOR_ASCII', read: yesOrNo },
  {
    name: 'plain',
    variable: 'GRADTUTOR_PLAIN',
    read: yesOrNo,
    shared: { ACCESSIBLE: (text) => (text === '' ? undefined : true) },
  },
  { name: 'nudge', variable: 'GRADTUTOR_NUDGE', read: step },
];

export const settingNamed = (name: string): Setting | undefined =>
  settings.find((setting) => setting.name === name);

/** The name that was probably meant. */
export const suggestSetting = (name: string): string | undefined =>
  suggest(
    name,
    settings.map((setting) => setting.name),
  );

/** Something that was set, and by what: the name of a variable, or nothing for the file. */
interface Found {
  readonly value: SettingValue;
  readonly variable?: string;
}

/** What keeps a part of the settings from being used. Where it is: a file or a variable. */
export type SettingProblem = { readonly where: string } & (
  | { readonly code: 'no-access'; readonly detail: string }
  | { readonly code: 'not-json'; readonly text: string }
  | { readonly code: 'unknown'; readonly name: string; readonly suggestion: string | undefined }
  | { readonly code: 'does-not-fit'; readonly name: string; readonly text: string }
);

export interface Settings {
  readonly file: string;
  readonly found: ReadonlyMap<string, Found>;
  readonly problems: readonly SettingProblem[];
}

/** What is set in the environment, and where that is silent in the user's file. Options come before both. */
export function readSettings(env: Environment): Settings {
  const file = configFile(env);
  const problems: SettingProblem[] = [];
  const inFile = readConfig(file, problems);
  const found = new Map<string, Found>();
  for (const setting of settings) {
    const { name, read } = setting;
    const raw = inFile.get(name);
    const value = raw === undefined ? undefined : read(raw);
    if (raw !== undefined && value === undefined)
      problems.push({ where: file, code: 'does-not-fit', name, text: JSON.stringify(raw) });
    const outside = inEnvironment(setting, env, problems);
    if (outside) found.set(name, outside);
    else if (value !== undefined) found.set(name, { value });
  }
  return { file, found, problems };
}

function inEnvironment(
  { name, variable, read, shared = {} }: Setting,
  env: Environment,
  problems: SettingProblem[],
): Found | undefined {
  const text = env[variable];
  if (text) {
    const value = read(text);
    if (value !== undefined) return { value, variable };
    problems.push({ where: variable, code: 'does-not-fit', name, text });
  }
  for (const [other, meaning] of Object.entries(shared)) {
    const said = env[other];
    const value = said === undefined ? undefined : meaning(said);
    if (value !== undefined) return { value, variable: other };
  }
  return undefined;
}

/** The known settings of a file as they stand there. A file that is not there sets nothing. */
function readConfig(file: string, problems: SettingProblem[]): ReadonlyMap<string, unknown> {
  // A file in a folder that this user may not enter is none of theirs.
  if (!existsSync(file)) return new Map();
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
    const entries = Object.entries(parseConfig(text));
    for (const [name] of entries) {
      if (!settingNamed(name))
        problems.push({ where: file, code: 'unknown', name, suggestion: suggestSetting(name) });
    }
    return new Map(entries);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof SyntaxError) problems.push({ where: file, code: 'not-json', text });
    else problems.push({ where: file, code: 'no-access', detail: code ?? message });
    return new Map();
  }
}

/**
 * What a settings file holds.
 * @throws SyntaxError for anything but a JSON object
 */
export function parseConfig(text: string): Readonly<Record<string, unknown>> {
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new SyntaxError('{ … }');
  return data as Readonly<Record<string, unknown>>;
}

/** Where the platform keeps a user's settings, and gradtutor's file there: XDG, macOS or Windows. */
function configFile({ XDG_CONFIG_HOME, APPDATA }: Environment): string {
  const folder =
    XDG_CONFIG_HOME ||
    (process.platform === 'win32' && APPDATA) ||
    join(homeFolder(), ...(process.platform === 'darwin' ? ['Library', 'Application Support'] : ['.config']));
  return join(folder, 'gradtutor', 'config.json');
}

/** Makes what is set the default of every option of that name, in every command. */
export function applySettings(command: Command, { found }: Pick<Settings, 'found'>): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const setting = found.get(name);
    const source: OptionValueSource = setting?.variable === undefined ? 'config' : 'env';
    if (setting) command.setOptionValueWithSource(name, setting.value, source);
  }
  for (const subcommand of command.commands) applySettings(subcommand, { found });
}
