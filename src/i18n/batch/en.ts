import type { ProblemArgs } from '../../batch/problems.ts';
import { plural } from '../plural.ts';
import type { Sentences } from '../words.ts';

const problems: Sentences<ProblemArgs> = {
  'line-too-long': ({ limit }) =>
    `The line is longer than ${limit} bytes. Put long programs in files of their own.`,
  'not-utf8': () => 'The line is not text in UTF-8. Save the file as UTF-8.',
  'not-json': () =>
    'The line begins with { and is not JSON. An object is written {"expression": "3*a", "at": {"a": 5}}.',
  'unknown-key': ({ name, suggestion }) =>
    `${name} means nothing here. ${suggestion === undefined ? 'An object has the keys expression, at and id.' : `Did you mean ${suggestion}?`}`,
  'no-expression': () => 'The object needs a text named expression, as in {"expression": "3*a"}.',
  'bad-id': () => 'The id must be a text, or a number no larger than 9007199254740991.',
  'bad-values': () => 'The values in at are an object of numbers or texts, as in {"a": 5, "b": "1/3"}.',
};

/** Words of batches alone; English is the source of the keys. */
export const en = {
  problems,
  refused: (refused: number, lines: number) =>
    `${refused} of ${plural(lines, 'line')} could not be worked out; the output says why.`,
  disagreeing: (lines: number) => `${plural(lines, 'line')}: the nudge check disagrees with the derivative.`,
  progress: (lines: number, refused: number) =>
    refused === 0 ? plural(lines, 'line') : `${plural(lines, 'line')}, ${plural(refused, 'error')}`,
  onlyBatch: (option: string) => `${option} is for batches: add --format ndjson.`,
  idle: (option: string) => `${option} does nothing with --format ndjson. Leave it out.`,
  idleNudge: '--nudge is the step of --check: add --check, or leave out --nudge.',
  notOpened: 'ndjson is for programs to read: it is written, not opened. Leave out --open.',
};

export type BatchWords = typeof en;
