import process from 'node:process';
import { Argument, type Command, Option } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { languageNames } from '../../i18n/index.ts';
import type { Shell } from '../completion.ts';
import { writeOut } from '../standard.ts';
import { addExamples } from './options.ts';

const shells: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

/** What is made from the definitions of all commands: completions, and the manual page. */
export function addCompletion(program: Command, t: Messages): void {
  const language = () => new Option('-l, --lang <language>', t.cli.lang).choices(languageNames);
  const command = program
    .command('completion')
    .description(t.cli.completion)
    .addArgument(new Argument('<shell>', t.cli.shell).choices(shells))
    .addOption(language());
  addExamples(command, t.cli.completionExamples).action(async (shell: Shell) => {
    const { completion } = await import('../completion.ts');
    process.exitCode = completion(shell, program, writeOut);
  });
  const page = program.command('man').description(t.cli.man).addOption(language());
  addExamples(page, t.cli.manExamples).action(async () => {
    const { man } = await import('../completion.ts');
    process.exitCode = man(program, t, writeOut);
  });
}
