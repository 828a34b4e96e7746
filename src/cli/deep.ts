import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { MessagePort, Worker } from 'node:worker_threads';
import { GradtutorError } from '../core/errors.ts';
import { restore } from '../core/flat-tree.ts';
import type { ParsedText, ReadText } from '../core/program.ts';
import type { Tree } from '../core/parse.ts';
import type { Parsed, ParserSetup } from './deep-worker.ts';

/**
 * The stack of the thread, in MiB. mathjs needs about 4 KiB a bracket, so that 50,000 take half of it. It is the thread's
 * own: Node reserves it, however small the main thread's is, and only what is used becomes memory.
 */
const STACK = 400;
/** Milliseconds after which a thread that has not begun to listen is given up. */
const LONGEST_START = 30_000;
/** The same of one that does not answer: it has run out of memory. */
const LONGEST_WAIT = 120_000;

/** Reads a text; where it is nested too deeply for the stack, again with the tree that a thread with a larger one parses. */
export const readDeeply: ReadText = (text, read) => {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof GradtutorError && error.is('too-deep'))) throw error;
    return readParsed(text, read, error);
  }
};

/**
 * Reads a text with the tree that a thread with a larger stack parses.
 * @param tooDeep what there is to say where that thread cannot parse it either
 */
export const readParsed = <T>(text: string, read: (parsed: ParsedText) => T, tooDeep: GradtutorError): T =>
  read({ text, tree: parseInThread(text, tooDeep) });

let thread: ParserThread | undefined;

function parseInThread(text: string, tooDeep: GradtutorError): Tree {
  let answer: Parsed | undefined;
  try {
    thread ??= new ParserThread();
    answer = thread.parse(text);
  } catch (error) {
    // Where there is no room for such a stack, the text is too deep here.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_INIT_FAILED') throw error;
  }
  if (!answer) throw tooDeep;
  if ('tree' in answer) return restore(answer.tree);
  if ('failure' in answer) throw new Error(answer.failure);
  throw new GradtutorError(answer.code, answer.args, answer.position);
}

/** A thread that parses, and that is waited for: whoever reads a text needs no other way for the one that is too deep. */
class ParserThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #turns = new Int32Array(new SharedArrayBuffer(4));
  /** Turns that have been waited for. */
  #seen = 0;

  constructor() {
    const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads');
    const { port1, port2 } = new MessageChannel();
    const workerData: ParserSetup = { port: port2, turns: this.#turns };
    this.#port = port1;
    // Built, this file is as deep below the root as it is here.
    this.#worker = new Worker(fileURLToPath(new URL('../../bin/worker.js', import.meta.url)), {
      workerData,
      transferList: [port2],
      resourceLimits: { stackSizeMb: STACK },
    });
    this.#worker.on('error', () => undefined);
    this.#worker.unref();
  }

  /** Undefined where the thread does not answer; then it is not asked again. */
  parse(text: string): Parsed | undefined {
    const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads');
    if (this.#seen > 0 || this.#hasTurned(LONGEST_START)) {
      this.#port.postMessage(text);
      if (this.#hasTurned(LONGEST_WAIT)) return receiveMessageOnPort(this.#port)?.message as Parsed;
    }
    thread = undefined;
    void this.#worker.terminate();
    return undefined;
  }

  /** Waits for the thread, for so many milliseconds at most. */
  #hasTurned(most: number): boolean {
    if (Atomics.wait(this.#turns, 0, this.#seen, most) === 'timed-out') return false;
    this.#seen++;
    return true;
  }
}
