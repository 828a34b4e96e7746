import { once } from 'node:events';
import { createWriteStream, fstatSync, statSync } from 'node:fs';
import type { Messages } from '../i18n/en.ts';
import { UsageError } from './exit.ts';
import { outReady, writeOut } from './standard.ts';

/** Where results go. */
export interface Sink {
  /** Resolves when there is room for more; rejects at once when it cannot be written. */
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
  write: (text) => {
    writeOut(text);
    return outReady();
  },
  end: async () => undefined,
};

async function fileSink(path: string): Promise<Sink> {
  const stream = createWriteStream(path);
  // What goes wrong is heard where it is waited for, and says which file.
  stream.on('error', (error) => Object.assign(error, { path }));
  await once(stream, 'open');
  return {
    // Waits until it is written: after a failure nothing more should be read.
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(Object.assign(error, { path })) : resolve()));
      }),
    end: async () => {
      stream.end();
      await once(stream, 'close');
    },
  };
}
