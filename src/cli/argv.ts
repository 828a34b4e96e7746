import type { Command } from 'commander';

/**
 * An expression may begin with a minus sign, which the command line would take for an option: `run "-x+2"`. Moves the
 * first argument that can only be an expression behind `--`.
 */
export function protectExpression(argv: readonly string[], program: Command): string[] {
  const [name, ...rest] = argv;
  const command = program.commands.find((candidate) => candidate.name() === name);
  if (name === undefined || !command || rest.includes('--')) return [...argv];
  for (let i = 0; i < rest.length; i++) {
    const arg = rest[i] as string;
    const option = command.options.find((known) => known.short === arg || known.long === arg);
    if (option) {
      if (option.required) i++;
    } else if (arg.startsWith('-') && arg !== '-' && !looksLikeOption(arg, command)) {
      return [name, ...rest.slice(0, i), ...rest.slice(i + 1), '--', arg];
    }
  }
  return [...argv];
}

/** `--word`, `--word=value`, `-h`, or a letter with a value for a name glued on, as in `-aa=5`. */
function looksLikeOption(arg: string, command: Command): boolean {
  if (/^--\p{L}[\p{L}-]+(=|$)/u.test(arg) || arg === '-h') return true;
  return command.options.some(({ required, short }) => {
    if (!required || short === undefined || !arg.startsWith(short)) return false;
    return /^[^=<>!+*/^()-]+=[^=]/u.test(arg.slice(short.length));
  });
}
