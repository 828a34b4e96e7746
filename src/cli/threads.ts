import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answers, BatchOptions } from '../batch/answer.ts';
import type { Block } from '../batch/lines.ts';
import type { Language } from '../i18n/index.ts';

/** What a thread needs to know before its first block. */
export interface Setup {
  readonly options: BatchOptions;
  readonly language: Language;
}

/** Blocks in hand for each thread: one to work on, one to go on with. */
const BLOCKS_PER_THREAD = 2;

/** Built, this file is as deep below the root as it is here. */
const program = fileURLToPath(new URL('../../bin/worker.js', import.meta.url));

/**
 * Answers blocks in threads, and hands the answers on in the order of the blocks. No more blocks are read than the
 * threads can be kept busy with, so that neither a fast input nor a slow output fills the memory.
 */
export async function* answerInThreads(
  blocks: AsyncIterable<Block>,
  jobs: number,
  setup: Setup,
): AsyncGenerator<Answers, void, void> {
  const threads = Array.from({ length: jobs }, () => new Thread(setup));
  const input = blocks[Symbol.asyncIterator]();
  const begun: Promise<Answers[]>[] = [];
  let next: Promise<Read> | undefined = heardLater(input.next());
  try {
    while (next || begun.length > 0) {
      const isFull = begun.length >= BLOCKS_PER_THREAD * jobs;
      const first: Read | Answers[] = await Promise.race([
        ...(next === undefined || isFull ? [] : [next]),
        ...begun.slice(0, 1),
      ]);
      if (Array.isArray(first)) {
        void begun.shift();
        yield* first;
      } else {
        next = first.done ? undefined : heardLater(input.next());
        if (!first.done) begun.push(heardLater(leastBusy(threads).answer(first.value)));
      }
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

type Read = IteratorResult<Block, unknown>;

/** What fails before it is waited for is no crash: whoever waits for it will hear. */
function heardLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

const leastBusy = (threads: readonly Thread[]): Thread =>
  threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));

interface Waiting {
  readonly resolve: (answers: Answers[]) => void;
  readonly reject: (error: Error) => void;
}

/** One thread, which answers blocks in the order they come. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(setup: Setup) {
    this.#worker = new Worker(program, { workerData: setup });
    this.#worker.on('message', (answers: Answers[]) => this.#waiting.shift()?.resolve(answers));
    this.#worker.on('error', (error: Error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  answer(block: Block): Promise<Answers[]> {
    const bytes = block.bytes.slice();
    const answers = new Promise<Answers[]>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
    this.#worker.postMessage({ ...block, bytes }, [bytes.buffer]);
    return answers;
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }
}
