import { type Answers, Batch, type BatchOptions } from '../batch/answer.ts';
import { type Block, readBlocks } from '../batch/lines.ts';
import type { BatchWords } from '../i18n/batch/en.ts';
import { loadBatchWords } from '../i18n/batch/index.ts';
import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import { parseAt } from '../core/at.ts';
import { numbersGiven } from '../core/inputs.ts';
import { readDeeply } from './deep.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { STDIN } from './files.ts';
import { readInput } from './input.ts';
import type { Output } from './output.ts';
import { parseNudge } from './reading.ts';
import { Meter } from './meter.ts';
import { sinkFor } from './sink.ts';
import type { Setup } from './threads.ts';

export interface BatchRunOptions {
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly nudge?: string;
  readonly output?: string;
  readonly open?: boolean;
  readonly ascii?: boolean;
  readonly check?: boolean;
  readonly jobs?: number;
  readonly firstLine?: number;
  readonly quiet?: boolean;
  readonly width?: number;
  /** Whether an option was typed: a default from the settings is no wish. */
  readonly isGiven: (option: 'nudge') => boolean;
}

/** `gradtutor run - --format ndjson`: a result a line for every line of standard input; for an expression, one. */
export async function runBatch(
  expression: string,
  options: BatchRunOptions,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  const words = await loadBatchWords(t.lang);
  if (options.open) throw new UsageError(words.notOpened);
  for (const name of ['quiet', 'width'] as const)
    if (options[name] !== undefined) throw new UsageError(words.idle(`--${name}`));
  if (options.nudge !== undefined && !options.check && options.isGiven('nudge'))
    throw new UsageError(words.idleNudge);
  const setup: Setup = { options: batchOptions(options), language: t.lang };
  const batch = new Batch(setup.options, t, words, readDeeply);
  let total: Total = NOTHING;
  if (expression === STDIN) {
    total = await answerAll(batch, setup, options, words, t, output);
  } else {
    const result = batch.solve({ source: expression, at: new Map() });
    const sink = await sinkFor(options.output, undefined, t);
    await sink.write(`${JSON.stringify(result)}\n`);
    await sink.end();
  }
  const { lines, refused, disagreeing } = total;
  if (options.output !== undefined) output.err(`${printable(t.cli.written(options.output))}\n`);
  if (refused > 0) output.err(`gradtutor: ${words.refused(refused, lines)}\n`);
  if (disagreeing > 0) output.err(`gradtutor: ${words.disagreeing(disagreeing)}\n`);
  return refused + disagreeing > 0 ? EXIT.wrong : EXIT.done;
}

function batchOptions({ at, wrt, nudge, check }: BatchRunOptions): BatchOptions {
  return {
    at: numbersGiven(parseAt(at ?? [])),
    isChecked: check ?? false,
    ...(nudge === undefined ? {} : { step: parseNudge(nudge) }),
    ...(wrt ? { wrt } : {}),
  };
}

type Total = Omit<Answers, 'text'>;

const NOTHING: Total = { lines: 0, refused: 0, disagreeing: 0 };

const sum = (a: Total, b: Total): Total => ({
  lines: a.lines + b.lines,
  refused: a.refused + b.refused,
  disagreeing: a.disagreeing + b.disagreeing,
});

async function answerAll(
  batch: Batch,
  setup: Setup,
  { jobs = 1, firstLine = 1, ascii = false, output: file }: BatchRunOptions,
  words: BatchWords,
  t: Messages,
  { plain }: Output,
): Promise<Total> {
  const sink = await sinkFor(file, STDIN, t);
  const meter = new Meter(!plain, ascii);
  const blocks = readBlocks(meter.watch(readInput(STDIN)), { first: firstLine });
  const answers =
    jobs === 1
      ? answerHere(blocks, batch)
      : (await import('./threads.ts')).answerInThreads(blocks, jobs, setup);
  let total = NOTHING;
  try {
    for await (const some of answers) {
      await sink.write(some.text);
      total = sum(total, some);
      meter.show(words.progress(total.lines, total.refused));
    }
    await sink.end();
  } finally {
    meter.clear();
  }
  return total;
}

async function* answerHere(blocks: AsyncIterable<Block>, batch: Batch): AsyncGenerator<Answers, void, void> {
  for await (const block of blocks) yield* batch.answer(block);
}

/** Options that mean nothing where a story is told. */
export async function refuseOption(name: 'check' | 'jobs' | 'firstLine', t: Messages): Promise<never> {
  const words = await loadBatchWords(t.lang);
  throw new UsageError(
    words.onlyBatch(`--${name.replace(/[A-Z]/u, (letter) => `-${letter.toLowerCase()}`)}`),
  );
}
