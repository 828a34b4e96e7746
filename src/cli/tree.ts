import type { Command } from 'commander';

/** Every command below a command that is meant to be seen, each before its own subcommands. */
export function commandsIn(command: Command): Command[] {
  const seen = command.createHelp().visibleCommands(command);
  return seen.flatMap((subcommand) => [subcommand, ...commandsIn(subcommand)]);
}

/** What one types to reach a command: `gradtutor lessons check`. */
export const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
