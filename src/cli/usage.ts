import type { Command, CommanderError } from 'commander';
import { suggest } from '../core/suggest.ts';
import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import { kinds } from '../tutor/kinds.ts';
import { RANGE } from './commands/options.ts';
import { placeOf } from './place.ts';
import { commandsIn, pathOf } from './tree.ts';

/** A mistake on the command line in the learner's language: commander speaks English only. */
export function sayUsageError(error: CommanderError, program: Command, t: Messages): string {
  const place = placeOf(error);
  // The command that was called may have been put together alone: here it has the others beside it.
  const command = place?.parent
    ? (commandsIn(program).find((other) => pathOf(other) === pathOf(place)) ?? program)
    : program;
  const help = `${pathOf(command)} --help`;
  const [, quoted = ''] = /'(.*?)'/su.exec(error.message) ?? [];
  const text = printable(quoted);
  switch (error.code) {
    case 'commander.unknownOption':
      return sayUnknownOption(quoted, command, program, t);
    case 'commander.unknownCommand':
      return sayUnknownCommand(quoted, command, program, t);
    case 'commander.help':
      return t.cli.commandMissing(pathOf(command), namesOf(command.commands).join(', '));
    case 'commander.excessArguments': {
      const [first = ''] = place?.args ?? [];
      if (command.commands.length > 0) return sayUnknownCommand(first, command, program, t);
      return takesExpression(command) ? t.cli.excess : t.cli.tooMany(pathOf(command), help);
    }
    case 'commander.missingArgument':
      return takesExpression(command) ? t.cli.missing : t.cli.argumentMissing(text, help);
    case 'commander.optionMissingArgument':
      return t.cli.optionMissing(text, help);
    case 'commander.invalidArgument':
      return sayInvalid(error.message, text, t);
    default:
      return printable(error.message.replace(/^error: /u, ''));
  }
}

const namesOf = (commands: readonly Command[]): string[] => commands.map((command) => command.name());

const takesExpression = ({ registeredArguments }: Command): boolean =>
  registeredArguments.some((argument) => argument.name() === 'expression');

const flagsOf = ({ options }: Command): string[] => options.flatMap(({ long }) => long ?? []);

function sayUnknownOption(quoted: string, command: Command, program: Command, t: Messages): string {
  const flag = quoted.replace(/=.*$/su, '');
  const help = `${pathOf(command)} --help`;
  const owners = commandsIn(program).filter((other) => flagsOf(other).includes(flag));
  if (owners.length > 0 && command === program) return t.cli.optionFirst(printable(flag));
  if (owners.length > 0) return t.cli.optionElsewhere(printable(flag), owners.map(pathOf), help);
  const own = suggest(flag, [...flagsOf(command), '--help']);
  const all = [program, ...commandsIn(program)].flatMap(flagsOf);
  return t.cli.unknownOption(printable(quoted), own ?? suggest(flag, all), help);
}

/** What was meant: a command there, or one below another command. */
function sayUnknownCommand(name: string, command: Command, program: Command, t: Messages): string {
  const near = suggest(name, namesOf(command.commands));
  if (near !== undefined) return t.cli.unknownCommand(printable(name), `${pathOf(command)} ${near}`);
  const deep = commandsIn(program);
  const named = suggest(name, namesOf(deep));
  const meant = deep.find((other) => other.name() === named);
  if (meant) return t.cli.unknownCommand(printable(name), pathOf(meant));
  if (command !== program)
    return t.cli.unknownIn(printable(name), pathOf(command), namesOf(command.commands).join(', '));
  return t.cli.unknownCommand(printable(name));
}

function sayInvalid(message: string, text: string, t: Messages): string {
  const option = /--[a-z-]+/u.exec(text)?.[0] ?? /for argument '(.*?)'/u.exec(message)?.[1] ?? text;
  const [, range] = message.split(RANGE);
  const [least, most] = (range ?? '').split('-').map(Number);
  if (least !== undefined && most !== undefined) return t.cli.range(option, least, most);
  if (option === '--now') return t.cli.badDate(option);
  const choices = option === '--ask' ? kinds.join(', ') : /Allowed choices are (.*)\./u.exec(message)?.[1];
  const value = /(?:argument|value) '(.*?)' is invalid/su.exec(message)?.[1] ?? '';
  return t.cli.invalid(option, choices, suggest(value, choices?.split(', ') ?? []));
}
