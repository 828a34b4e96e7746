import type { MessagePort } from 'node:worker_threads';
import { GradtutorError } from '../core/errors.ts';
import { type FlatTree, flatten } from '../core/flat-tree.ts';
import { parseSource } from '../core/parse.ts';
import { readSource } from '../core/source.ts';

/** What the thread needs to know: where texts come and trees go, and what it counts up when it can be sent the next text. */
export interface ParserSetup {
  readonly port: MessagePort;
  readonly turns: Int32Array;
}

/** The tree of a text, or why there is none: an error in the text, or one in the program. */
export type Parsed =
  | { readonly tree: FlatTree }
  | Pick<GradtutorError, 'code' | 'args' | 'position'>
  | { readonly failure: string };

/** The thread with a large stack: parses every text it is sent. */
export function parseDeeply({ port, turns }: ParserSetup): void {
  const takeTurn = () => {
    Atomics.add(turns, 0, 1);
    Atomics.notify(turns, 0);
  };
  port.on('message', (text: string) => {
    port.postMessage(parsed(text));
    takeTurn();
  });
  takeTurn();
}

function parsed(text: string): Parsed {
  try {
    return { tree: flatten(parseSource(readSource(text))) };
  } catch (error) {
    if (!(error instanceof GradtutorError))
      return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    const { code, args, position } = error;
    return { code, args, position };
  }
}
