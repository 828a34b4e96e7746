import { parentPort, workerData } from 'node:worker_threads';
import { Batch } from '../batch/answer.ts';
import type { Block } from '../batch/lines.ts';
import { loadBatchWords } from '../i18n/batch/index.ts';
import { loadMessages } from '../i18n/index.ts';
import { readDeeply } from './deep.ts';
import { type ParserSetup, parseDeeply } from './deep-worker.ts';
import type { Setup } from './threads.ts';

/** A thread: of a batch, or to parse with a larger stack. */
export async function work(): Promise<void> {
  const setup = workerData as Setup | ParserSetup;
  if ('port' in setup) parseDeeply(setup);
  else await answerBlocks(setup);
}

/** Answers every block it is sent. */
async function answerBlocks({ options, language }: Setup): Promise<void> {
  const words = await loadBatchWords(language);
  const batch = new Batch(options, await loadMessages(language), words, readDeeply);
  parentPort?.on('message', (block: Block) => parentPort?.postMessage([...batch.answer(block)]));
}
