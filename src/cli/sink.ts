import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import process from 'node:process';

/** Where results go. */
export interface Sink {
  /** Resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when everything is written. */
  readonly end: () => Promise<void>;
}

/** Standard output, or a new file. What node:fs throws for a file carries its path. */
export const sinkFor = async (path: string | undefined): Promise<Sink> =>
  path === undefined ? standardOutput : fileSink(path);

/** What goes wrong here is seen to where the program begins. */
const standardOutput: Sink = {
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
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
