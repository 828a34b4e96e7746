import process from 'node:process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { formatNames } from '../../formats.ts';
import { creditRules, DEFAULT_RULE } from '../../grading/credit.ts';
import type { Messages } from '../../i18n/en.ts';
import { languageNames } from '../../i18n/index.ts';
import type { Output } from '../output.ts';
import { columnsOf, isTerminal, writeErr, writeOut } from '../standard.ts';
import { terminalWidth, textStyle, wantsColor } from '../terminal.ts';

/** Marks the least and the greatest number an option takes, in commander's message. */
export const RANGE = 'range ';

/** How every command shows what it has to say. */
export interface DisplayOptions {
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly plain?: boolean;
  readonly width?: number;
}

export const addExpressionOptions = (command: Command, t: Messages): Command =>
  command
    .addOption(new Option('-a, --at <values>', t.cli.at).argParser(collect))
    .option('-w, --wrt <names>', t.cli.wrt, splitNames);

export const formatOption = (t: Messages): Option =>
  new Option('-f, --format <format>', t.cli.quizFormat).choices(['text', 'json']).default('text');

export const nowOption = (t: Messages): Option => new Option('--now <date>', t.cli.now).argParser(moment);

export const seedOption = (t: Messages): Option =>
  new Option('--seed <number>', t.cli.seed).argParser(wholeNumber(0, 2 ** 32 - 1));

export const addCreditOption = (command: Command, t: Messages): Command =>
  command.addOption(
    new Option('--credit <rule>', t.cli.credit(creditRules.join(', ')))
      .choices(creditRules)
      .default(DEFAULT_RULE),
  );

/** @param more formats that only this command has */
export function addDeliveryOptions(command: Command, t: Messages, ...more: readonly string[]): Command {
  const names = [...formatNames, ...more];
  return command
    .addOption(new Option('-f, --format <format>', t.cli.format(names.join(', '))).choices(names))
    .option('-o, --output <file>', t.cli.output)
    .option('--open', t.cli.open);
}

export const addLanguageOption = (command: Command, t: Messages): Command =>
  command.addOption(new Option('-l, --lang <language>', t.cli.lang).choices(languageNames));

export const addDisplayOptions = (command: Command, t: Messages): Command =>
  addLanguageOption(command, t)
    .addOption(new Option('--color', t.cli.color))
    .addOption(new Option('--no-color', t.cli.noColor))
    .option('--ascii', t.cli.ascii)
    .addOption(new Option('--no-ascii').hideHelp())
    .option('--plain', t.cli.plain)
    .addOption(new Option('--no-plain').hideHelp())
    .option('--width <columns>', t.cli.width, wholeNumber(20, 100_000));

/** What the help of a command ends with: the title, then a command a line. */
export const addExamples = (command: Command, examples: string): Command =>
  command.addHelpText('after', `\n${examples}\n`);

const collect = (text: string, before: readonly string[] = []): string[] => [...before, text];

export const splitNames = (text: string): string[] => text.split(/[,\s，]+/u).filter(Boolean);

export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`${RANGE}${least}-${most}`);
    }
    return value;
  };

export async function outputFor(options: DisplayOptions): Promise<Output> {
  const plain = options.plain ?? false;
  return {
    plain,
    out: writeOut,
    err: writeErr,
    style: await textStyle({
      color: !plain && wantsColor(options.color, process.env, isTerminal(1)),
      ascii: options.ascii ?? false,
      plain,
      width: () => options.width ?? terminalWidth(columnsOf(1)),
    }),
  };
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/u;

/** Milliseconds since 1970, from a date such as 2026-03-01 or 2026-03-01T09:00; in UTC, unless it names another zone. */
function moment(text: string): number {
  const [, time, , zone] = ISO_DATE.exec(text) ?? [text, '', '', ''];
  const moment = Date.parse(time !== undefined && zone === undefined ? `${text}Z` : text);
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (!ISO_DATE.test(text) || !isDay || !(moment >= 0)) throw new InvalidArgumentError('');
  return moment;
}
