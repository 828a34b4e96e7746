import { existsSync, realpathSync } from 'node:fs';
import process from 'node:process';
import { parseJson } from '../batch/json.ts';
import { DEFAULT_NUDGE } from '../core/nudges.ts';
import { type Block, gap, prose, type Span } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { languageNames } from '../i18n/index.ts';
import type { SettingWords } from '../i18n/settings/en.ts';
import { settingWords } from '../i18n/settings/index.ts';
import { toJson } from '../render/json.ts';
import { renderText } from '../render/text.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { onFile, readText } from './files.ts';
import type { Output } from './output.ts';
import {
  parseConfig,
  readSettings,
  settingNamed,
  type SettingProblem,
  settings,
  type Settings,
  type SettingValue,
  suggestSetting,
} from './settings.ts';
import { writeAtomically } from './write-atomically.ts';

const wordsFor = (t: Messages): SettingWords => settingWords[t.lang];

const takenBy = (name: string, words: SettingWords): string => {
  if (name === 'lang') return words.takes.lang(languageNames.join(', '));
  return name === 'nudge' ? words.takes.nudge : words.takes.flag;
};

const unknown = (name: string, suggestion: string | undefined, words: SettingWords): string =>
  words.unknown(name, settings.map((setting) => setting.name).join(', '), suggestion);

/** One note for the file, however much is wrong in it, and one for each variable. */
export function tellProblems({ problems }: Settings, t: Messages): string[] {
  const words = wordsFor(t);
  const notes = new Map<string, string[]>();
  for (const problem of problems) {
    if (problem.code === 'no-access')
      notes.set(problem.where, [words.noAccess(problem.where, t.cli.why(problem.detail))]);
    else if (problem.code === 'not-json')
      notes.set(problem.where, [words.notJson(problem.where, lineOfError(problem.text))]);
    else notes.set(problem.where, [...(notes.get(problem.where) ?? []), tellPart(problem, words)]);
  }
  return [...notes].map(([where, [first = '', ...more]]) =>
    first.startsWith(where) ? first : `${where}: ${[first, ...more].join(' ')}`,
  );
}

/** Where a text stops being JSON; undefined where it is JSON, or that cannot be told. */
function lineOfError(text: string): number | undefined {
  const { errorAt } = parseJson(text.replace(/^\uFEFF/u, ''));
  return errorAt === undefined ? undefined : text.slice(0, errorAt).split('\n').length;
}

const tellPart = (
  problem: Extract<SettingProblem, { code: 'unknown' | 'does-not-fit' }>,
  words: SettingWords,
): string =>
  problem.code === 'unknown'
    ? unknown(problem.name, problem.suggestion, words)
    : words.doesNotFit(problem.name, problem.text, takenBy(problem.name, words));

/** A setting as it applies now. */
export interface Applied {
  readonly name: string;
  /** Absent where nothing is set. */
  readonly value?: SettingValue;
  readonly from: 'option' | 'environment' | 'file' | 'default';
  /** The option or variable that set it. */
  readonly by?: string;
}

/** @param given the options of this very command */
function applied({ found }: Settings, given: ReadonlyMap<string, SettingValue>, t: Messages): Applied[] {
  return settings.map(({ name }): Applied => {
    const option = given.get(name);
    if (option !== undefined)
      return { name, value: option, from: 'option', by: option === false ? `--no-${name}` : `--${name}` };
    const setting = found.get(name);
    if (setting?.variable !== undefined)
      return { name, value: setting.value, from: 'environment', by: setting.variable };
    if (setting) return { name, value: setting.value, from: 'file' };
    return { name, ...(name === 'lang' ? { value: t.lang } : {}), from: 'default' };
  });
}

/** `gradtutor config`: each setting, its value, and where that comes from. */
export function showConfig(
  given: ReadonlyMap<string, SettingValue>,
  format: 'text' | 'json',
  t: Messages,
  { out, style }: Output,
): ExitCode {
  const read = readSettings(process.env);
  const rows = applied(read, given, t);
  if (format === 'json') {
    out(toJson({ version: 1, file: read.file, settings: rows.map(asData) }));
    return EXIT.done;
  }
  out(renderText(tell(rows, read.file, wordsFor(t)), style));
  return EXIT.done;
}

/** Numbers as numbers: an option's value is text. */
const asData = ({ name, value, ...rest }: Applied) => ({
  name,
  ...(value === undefined ? {} : { value: dataOf(name, value) }),
  ...rest,
});

const dataOf = (name: string, value: SettingValue): SettingValue | number =>
  name === 'nudge' ? Number(value) : value;

function tell(rows: readonly Applied[], file: string, words: SettingWords): Block[] {
  const cells = rows.map((row): Span[][] => [[row.name], [shown(row, words)], [origin(row, words)]]);
  const head = words.head.map((text): Span[] => [{ role: 'title', text }]);
  return [
    { kind: 'table', indent: 0, gap: 3, rows: [head, ...cells] },
    gap,
    prose(0, words.file(file, existsSync(file))),
    prose(0, { role: 'muted', text: words.how }),
  ];
}

function shown({ name, value }: Applied, words: SettingWords): string {
  if (value === undefined) return words.automatic[name] ?? '';
  return typeof value === 'boolean' ? (value ? words.on : words.off) : value;
}

function origin({ name, from, by = '' }: Applied, { origins }: SettingWords): string {
  switch (from) {
    case 'option':
      return origins.option(by);
    case 'environment':
      return origins.variable(by);
    case 'file':
      return origins.file;
    case 'default':
      return name === 'lang' ? origins.locale : origins.none;
  }
}

/** What applies where nothing is set, as `config set` takes it; `auto` stands for: on a terminal. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['color', 'auto'],
  ['ascii', 'false'],
  ['plain', 'false'],
  ['nudge', String(DEFAULT_NUDGE)],
]);

/**
 * `gradtutor config get NAME`: the value of one setting, for scripts.
 * @throws UsageError for an unknown setting
 */
export function getConfig(
  name: string,
  given: ReadonlyMap<string, SettingValue>,
  t: Messages,
  { out }: Output,
): ExitCode {
  known(name, wordsFor(t));
  const value = applied(readSettings(process.env), given, t).find((row) => row.name === name)?.value;
  out(`${value ?? DEFAULTS.get(name)}\n`);
  return EXIT.done;
}

/** `gradtutor config path`: where the file is, or would be. */
export function tellPath({ out }: Output): ExitCode {
  out(`${readSettings(process.env).file}\n`);
  return EXIT.done;
}

/**
 * `gradtutor config set NAME VALUE`: writes one setting to the file; the others stay.
 * @throws UsageError for an unknown setting, a value that does not fit, or a file that is no JSON object
 */
export function setConfig(name: string, text: string, t: Messages, { out, err }: Output): ExitCode {
  const words = wordsFor(t);
  const setting = known(name, words);
  const value = setting.read(text);
  if (value === undefined) throw new UsageError(words.doesNotFit(name, text, takenBy(name, words)));
  const { file, found } = readSettings(process.env);
  write(file, { ...readable(file, words), [name]: dataOf(name, value) });
  out(`${words.set(name, String(value), file)}\n`);
  const variable = found.get(name)?.variable;
  if (variable !== undefined) err(`${t.warning}${words.overruled(name, variable)}\n`);
  return EXIT.done;
}

/** `gradtutor config unset NAME`: takes one setting out of the file. Throws as `setConfig` does. */
export function unsetConfig(name: string, t: Messages, { out }: Output): ExitCode {
  const words = wordsFor(t);
  known(name, words);
  const { file } = readSettings(process.env);
  const { [name]: _, ...rest } = readable(file, words);
  if (existsSync(file)) write(file, rest);
  out(`${words.unset(name, file)}\n`);
  return EXIT.done;
}

function known(name: string, words: SettingWords) {
  const setting = settingNamed(name);
  if (!setting) throw new UsageError(unknown(name, suggestSetting(name), words));
  return setting;
}

function readable(file: string, words: SettingWords): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  const text = readText(file);
  try {
    return parseConfig(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(words.mendFirst(file, lineOfError(text)));
    throw error;
  }
}

/** Through a link: people keep such files elsewhere. */
function write(file: string, data: Readonly<Record<string, unknown>>): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  onFile(target, () => writeAtomically(target, `${JSON.stringify(data, undefined, 2)}\n`, 0o666));
}
