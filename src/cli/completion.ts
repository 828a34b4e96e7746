import type { Command } from 'commander';
import type { Messages } from '../i18n/en.ts';
import { manualWords } from '../i18n/manual/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { toBash } from './manual/bash.ts';
import { describe, type Manual } from './manual/describe.ts';
import { toFish } from './manual/fish.ts';
import { toMan } from './manual/man.ts';
import { toPowerShell } from './manual/powershell.ts';
import { wordsByName } from './manual/words.ts';
import { toZsh } from './manual/zsh.ts';

const writers = {
  bash: toBash,
  zsh: toZsh,
  fish: toFish,
  powershell: toPowerShell,
} as const satisfies Record<string, (manual: Manual) => string>;

export type Shell = keyof typeof writers;

/** `gradtutor completion SHELL`: a script that completes commands, options and what they take. */
export function completion(shell: Shell, program: Command, out: (text: string) => void): ExitCode {
  out(writers[shell](describe(program, wordsByName())));
  return EXIT.done;
}

/** `gradtutor man`: the manual page, in the learner's language. */
export function man(program: Command, t: Messages, out: (text: string) => void): ExitCode {
  const words = manualWords[t.lang];
  out(toMan(describe(program, wordsByName()), __VERSION__, words));
  return EXIT.done;
}
