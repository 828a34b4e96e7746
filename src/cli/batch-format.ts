import { formatByEnding } from '../ending.ts';

/** A result a line, for programs to read. */
export const BATCH_FORMAT = 'ndjson';

export const isBatchFile = (file: string): boolean =>
  formatByEnding({ [BATCH_FORMAT]: { endings: ['ndjson', 'jsonl'] } }, file) !== undefined;
