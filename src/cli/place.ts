import type { Command, CommanderError } from 'commander';

/** The command in which a mistake was made: commander's errors do not say. */
const places = new WeakMap<CommanderError, Command>();

export const placeOf = (error: CommanderError): Command | undefined => places.get(error);

/** Makes a command, and every one below it, remember its mistakes, and throw them. */
export function noteMistakes(command: Command): void {
  command.exitOverride((error) => {
    places.set(error, command);
    throw error;
  });
  for (const subcommand of command.commands) noteMistakes(subcommand);
}
