import type { MessagePort } from 'node:worker_threads';
import { GradtutorError } from '../core/errors.ts';
import { type FlatTree, flatten } from '../core/flat-tree.ts';
import { parseSource } from '../core/parse.ts';
import { readSource } from '../core/source.ts';

/** What the thread needs to know: where texts come and trees go, and what is set to 1 when one has gone. */
export interface ParserSetup {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

/** The tree of a text, or why there is none. */
export type Parsed = { readonly tree: FlatTree } | Pick<GradtutorError, 'code' | 'args' | 'position'>;

/** The thread with a large stack: parses every text it is sent. */
export function parseDeeply({ port, answered }: ParserSetup): void {
  port.on('message', (text: string) => {
    try {
      port.postMessage(parsed(text));
    } finally {
      // Whatever went wrong here, nobody should go on waiting for it.
      Atomics.store(answered, 0, 1);
      Atomics.notify(answered, 0);
    }
  });
}

function parsed(text: string): Parsed {
  try {
    return { tree: flatten(parseSource(readSource(text))) };
  } catch (error) {
    if (!(error instanceof GradtutorError)) throw error;
    const { code, args, position } = error;
    return { code, args, position };
  }
}
