import process from 'node:process';
import { Argument, type Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { Shell } from '../completion.ts';
import { writeOut } from '../standard.ts';
import { addExamples, addLanguageOption } from './options.ts';

const shells: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

/** Completions, made from the definitions of all commands. */
export function addCompletion(program: Command, t: Messages): void {
  const command = program
    .command('completion')
    .description(t.cli.completion)
    .addArgument(new Argument('<shell>', t.cli.shell).choices(shells));
  addExamples(addLanguageOption(command, t), t.cli.completionExamples).action(async (shell: Shell) => {
    const { completion } = await import('../completion.ts');
    process.exitCode = completion(shell, program, writeOut);
  });
}

/** The manual page, made from the same. */
export function addMan(program: Command, t: Messages): void {
  const command = program.command('man').description(t.cli.man);
  addExamples(addLanguageOption(command, t), t.cli.manExamples).action(async () => {
    const { man } = await import('../completion.ts');
    process.exitCode = man(program, t, writeOut);
  });
}
