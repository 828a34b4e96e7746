import type { Messages } from '../i18n/en.ts';
import { UsageError } from './exit.ts';

/** What a command can write, and how a file's name chooses among it. */
interface Formats<Name extends string> {
  readonly names: readonly Name[];
  readonly ofFile: (file: string) => Name | undefined;
  /** Where neither a name nor a file says. */
  readonly usual: Name;
}

/**
 * The format asked for by name, else by the ending of the file, else the usual one.
 * @throws UsageError for an ending that stands for none
 */
export function chosenFormat<Name extends string>(
  { format, output }: { readonly format?: Name; readonly output?: string },
  { names, ofFile, usual }: Formats<Name>,
  t: Messages,
): Name {
  if (format !== undefined) return format;
  if (output === undefined) return usual;
  const byEnding = ofFile(output);
  if (byEnding === undefined) throw new UsageError(t.cli.unknownEnding(output, names.join(', ')));
  return byEnding;
}
