import { parentPort, workerData } from 'node:worker_threads';
import { Batch } from '../batch/answer.ts';
import type { Block } from '../batch/lines.ts';
import { loadBatchWords } from '../i18n/batch/index.ts';
import { loadMessages } from '../i18n/index.ts';
import type { Setup } from './threads.ts';

/** A thread of a batch: answers every block it is sent. */
export async function work(): Promise<void> {
  const { options, language } = workerData as Setup;
  const batch = new Batch(options, await loadMessages(language), await loadBatchWords(language));
  parentPort?.on('message', (block: Block) => parentPort?.postMessage([...batch.answer(block)], []));
}
