import type { Command, CommanderError } from 'commander';
import { suggest } from '../core/suggest.ts';
import type { Messages } from '../i18n/en.ts';
import { RANGE } from './commands/options.ts';
import { kinds } from '../tutor/kinds.ts';
import { printable } from '../render/printable.ts';

/** A mistake on the command line in the learner's language: commander speaks English only. */
export function sayUsageError(error: CommanderError, program: Command, t: Messages): string {
  const flags = [...program.commands, program].flatMap(({ options }) =>
    options.map(({ long }) => long ?? ''),
  );
  const [, quoted = ''] = /'(.*?)'/su.exec(error.message) ?? [];
  const text = printable(quoted);
  switch (error.code) {
    case 'commander.unknownOption': {
      if (flags.includes(quoted)) return t.cli.optionElsewhere(text);
      const suggestion = suggest(quoted.replace(/=.*$/su, ''), [...flags, '--help']);
      return t.cli.unknownOption(text, suggestion);
    }
    case 'commander.unknownCommand':
      return t.cli.unknownCommand(
        text,
        suggest(
          quoted,
          program.commands.map((command) => command.name()),
        ),
      );
    case 'commander.excessArguments':
      return t.cli.excess;
    case 'commander.missingArgument':
      return t.cli.missing;
    case 'commander.missingMandatoryOptionValue':
      return t.cli.optionRequired(/--[a-z-]+/u.exec(quoted)?.[0] ?? text);
    case 'commander.optionMissingArgument':
      return t.cli.optionMissing(text);
    case 'commander.invalidArgument': {
      const option = /--[a-z-]+/u.exec(quoted)?.[0] ?? text;
      const [, range] = error.message.split(RANGE);
      const [least, most] = (range ?? '').split('-').map(Number);
      if (least !== undefined && most !== undefined) return t.cli.range(option, least, most);
      const choices = /Allowed choices are (.*)\./u.exec(error.message)?.[1];
      return t.cli.invalid(option, option === '--ask' ? kinds.join(', ') : choices);
    }
    default:
      return printable(error.message.replace(/^error: /u, ''));
  }
}
