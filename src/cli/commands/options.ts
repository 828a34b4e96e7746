import process from 'node:process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { formatNames } from '../../formats.ts';
import type { Messages } from '../../i18n/en.ts';
import { languageNames } from '../../i18n/index.ts';
import type { Output } from '../output.ts';
import { terminalWidth, textStyle, wantsColor } from '../terminal.ts';
import { RANGE } from '../usage.ts';

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

export const addDeliveryOptions = (command: Command, t: Messages): Command =>
  command
    .addOption(new Option('-f, --format <format>', t.cli.format(formatNames.join(', '))).choices(formatNames))
    .option('-o, --output <file>', t.cli.output)
    .option('--open', t.cli.open);

export const addLanguageOption = (command: Command, t: Messages): Command =>
  command.addOption(new Option('-l, --lang <language>', t.cli.lang).choices(languageNames));

export const addDisplayOptions = (command: Command, t: Messages): Command =>
  addLanguageOption(command, t)
    .addOption(new Option('--color', t.cli.color))
    .addOption(new Option('--no-color', t.cli.noColor))
    .option('--ascii', t.cli.ascii)
    .option('--plain', t.cli.plain)
    .option('--width <columns>', t.cli.width, wholeNumber(20, 100_000));

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

export function outputFor(options: DisplayOptions): Output {
  const { env, stdout, stderr } = process;
  const plain = options.plain ?? Boolean(env['ACCESSIBLE']);
  return {
    plain,
    out: (content) => stdout.write(content),
    err: (text) => stderr.write(text),
    style: textStyle({
      color: !plain && wantsColor(options.color, env, stdout.isTTY),
      ascii: options.ascii ?? false,
      plain,
      width: () => options.width ?? terminalWidth(stdout.columns),
    }),
  };
}

/** Milliseconds since 1970, from a date such as 2026-03-01 or 2026-03-01T09:00Z. */
export function moment(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new InvalidArgumentError('');
  return time;
}
