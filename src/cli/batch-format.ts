/** A result a line, for programs to read. */
export const BATCH_FORMAT = 'ndjson';
