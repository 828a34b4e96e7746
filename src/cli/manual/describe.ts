import type { Argument, Command, Option } from 'commander';
import { pathOf } from '../tree.ts';

/** What may stand in a place of the command line. */
export type Candidates =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Some of these words, with commas between them. */
  | { readonly kind: 'list'; readonly words: readonly string[] }
  /** Depends on the argument before it. */
  | { readonly kind: 'behind'; readonly each: ReadonlyMap<string, Candidates> }
  | { readonly kind: 'files' | 'folders' | 'anything' };

interface Value {
  /** What stands for it in the help: `file` in `--output <file>`. */
  readonly name: string;
  readonly candidates: Candidates;
}

export interface OptionManual {
  /** `-f` and `--format`, or the long one alone. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly value?: Value;
}

export interface ArgumentManual extends Value {
  readonly description: string;
  readonly required: boolean;
  readonly variadic: boolean;
}

/** A command as its definition tells it: what completions and the manual page are made from. */
export interface Manual {
  /** What is typed behind the program's name: `lessons check`; nothing for the program itself. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  /** `gradtutor lessons check [options] [folder]` */
  readonly usage: string;
  readonly arguments: readonly ArgumentManual[];
  readonly options: readonly OptionManual[];
  readonly commands: readonly Manual[];
  /** What its help ends with, a line an item: examples. */
  readonly after: readonly string[];
}

/** What belongs in a place, by what stands for it in the help. */
export type WordsByName = ReadonlyMap<string, readonly string[] | Candidates>;

/**
 * Reads a command's definition, and those of the commands below it.
 * @param words what can be typed where the help has such a name; names of choices need none
 */
export function describe(command: Command, words: WordsByName): Manual {
  const help = command.createHelp();
  return {
    path: pathOf(command).split(' ').slice(1).join(' '),
    name: command.name(),
    description: help.commandDescription(command),
    usage: help.commandUsage(command),
    arguments: help.visibleArguments(command).map((argument) => describeArgument(argument, words)),
    options: help.visibleOptions(command).map((option) => describeOption(option, words)),
    commands: help.visibleCommands(command).map((subcommand) => describe(subcommand, words)),
    after: textAfterHelp(command),
  };
}

/** What may stand behind a word that is an argument, where that is another argument: in `progress export`, a file. */
export const behindWords = ({ arguments: taken }: Manual): readonly [word: string, Candidates][] =>
  taken.flatMap(({ candidates }, i): [string, Candidates][] => {
    if (candidates.kind === 'behind') return [...candidates.each];
    const before = taken[i - 1]?.candidates;
    return before?.kind === 'words' ? before.words.map((word) => [word, candidates]) : [];
  });

/** The command, and every one below it, each before its own subcommands. */
export const everyCommand = (manual: Manual): readonly Manual[] => [
  manual,
  ...manual.commands.flatMap(everyCommand),
];

const describeArgument = (argument: Argument, words: WordsByName): ArgumentManual => ({
  name: argument.name(),
  description: argument.description,
  required: argument.required,
  variadic: argument.variadic,
  candidates: candidatesFor(argument.name(), argument.argChoices, words),
});

function describeOption(
  { short, long, flags, description, argChoices }: Option,
  words: WordsByName,
): OptionManual {
  const name = /[<[]([^>\]]+)[>\]]/u.exec(flags)?.[1]?.replace(/\.+$/u, '');
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    ...(name === undefined ? {} : { value: { name, candidates: candidatesFor(name, argChoices, words) } }),
  };
}

function candidatesFor(name: string, choices: readonly string[] | undefined, words: WordsByName): Candidates {
  const known = choices ?? words.get(name);
  if (known) return 'kind' in known ? known : { kind: 'words', words: known };
  if (name === 'file') return { kind: 'files' };
  return name === 'folder' ? { kind: 'folders' } : { kind: 'anything' };
}

/** Commander keeps what stands below its own help in listeners alone, so the help is written and cut. */
function textAfterHelp(command: Command): string[] {
  const before = command.configureOutput();
  let text = '';
  command.configureOutput({ writeOut: (chunk) => (text += chunk) });
  command.outputHelp();
  command.configureOutput(before);
  return text
    .slice(command.helpInformation().length)
    .split('\n')
    .filter((line) => line.trim() !== '');
}
