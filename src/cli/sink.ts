import { once } from 'node:events';
import { createWriteStream, fstatSync, statSync } from 'node:fs';
import type { Messages } from '../i18n/en.ts';
import { UsageError } from './exit.ts';
import { pourOut } from './standard.ts';

/** Where results go. */
export interface Sink {
  /** Resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when everything is written. */
  readonly end: () => Promise<void>;
}

/**
 * Standard output, or a new file. What node:fs throws for a file carries its path.
 * @param input the file that is read meanwhile, `-` for standard input; absent where none is
 * @throws UsageError where both are one file: to open it for writing would empty it
 */
export async function sinkFor(
  path: string | undefined,
  input: string | undefined,
  t: Messages,
): Promise<Sink> {
  if (path === undefined) return standardOutput;
  if (input !== undefined && isSameFile(path, input)) throw new UsageError(t.cli.outputIsInput(path));
  return fileSink(path);
}

/** Whether two paths lead to one file, by whatever name. Devices and pipes may be read and written at once. */
function isSameFile(output: string, input: string): boolean {
  try {
    const to = statSync(output, { bigint: true });
    const from = input === '-' ? fstatSync(0, { bigint: true }) : statSync(input, { bigint: true });
    return to.isFile() && from.isFile() && to.dev === from.dev && to.ino === from.ino;
  } catch {
    // One of them is not there: whoever opens it will say so.
    return false;
  }
}

/** What goes wrong here is seen to where the program begins. */
const standardOutput: Sink = {
  write: pourOut,
  end: async () => undefined,
};

async function fileSink(path: string): Promise<Sink> {
  const stream = createWriteStream(path);
  let failure: Error | undefined;
  stream.on('error', (error) => (failure ??= Object.assign(error, { path })));
  await once(stream, 'open');
  return {
    write: async (text) => {
      if (failure) throw failure;
      if (!stream.write(text)) await once(stream, 'drain');
    },
    end: async () => {
      stream.end();
      if (failure) throw failure;
      await once(stream, 'close');
    },
  };
}
