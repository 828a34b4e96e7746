import { stripVTControlCharacters } from 'node:util';
import { Command } from 'commander';
import type { Messages } from '../i18n/en.ts';
import { textWidth } from '../render/layout.ts';
import { commands } from './commands/index.ts';
import { noteMistakes } from './place.ts';
import { columnsOf, writeOut } from './standard.ts';
import { terminalWidth } from './terminal.ts';

const VERSION = ['-V', '--version'];

/** Commands that tell of all the others. */
const WHOLE: ReadonlySet<string> = new Set(['completion', 'man', 'help']);

/**
 * The commands and their options, with help in the learner's language.
 * @param asked the first argument: a command that it names is the only one defined, and the version needs none
 */
export function buildProgram(t: Messages, asked = ''): Command {
  const program = new Command('gradtutor')
    .description(t.cli.description)
    .version(__VERSION__, VERSION.join(', '), t.cli.version)
    .helpOption('-h, --help', t.cli.help)
    .helpCommand(false)
    .configureHelp({
      displayWidth: (text) => textWidth(stripVTControlCharacters(text)),
      optionDescription: (option) => option.description,
      styleTitle: (title) => t.cli.titles[title] ?? title,
    })
    .configureOutput({
      writeOut,
      outputError: () => undefined,
      writeErr: () => undefined,
      getOutHasColors: () => false,
      getOutHelpWidth: () => terminalWidth(columnsOf(1)),
    });
  const named = WHOLE.has(asked) ? undefined : commands.get(asked);
  const wanted = named ? [named] : VERSION.includes(asked) ? [] : commands.values();
  for (const add of wanted) add(program, t);
  noteMistakes(program);
  return program.addHelpText('after', `\n${t.cli.exitCodes}`);
}
