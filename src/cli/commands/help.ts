import { Argument, type Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { addExamples, addLanguageOption } from './options.ts';

/** `gradtutor help run`: what `gradtutor run --help` prints. */
export function addHelp(program: Command, t: Messages): void {
  const command = program
    .command('help')
    .description(t.cli.helpCommand)
    .addArgument(new Argument('[command...]', t.cli.helpWhat));
  addExamples(addLanguageOption(command, t), t.cli.helpExamples).action((names: readonly string[]) => {
    let told = program;
    for (const name of names) {
      if (told.commands.length === 0)
        command.error('too many arguments', { code: 'commander.excessArguments' });
      told =
        told.commands.find((candidate) => candidate.name() === name) ??
        told.error(`unknown command '${name}'`, { code: 'commander.unknownCommand' });
    }
    told.outputHelp();
  });
}
