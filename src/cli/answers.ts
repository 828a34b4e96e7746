import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Asker } from './converse.ts';

/** Answers given beforehand, one a question; blank lines are passed over. */
export function askList(answers: Iterable<string>, echo: (text: string) => void): Asker {
  const iterator = answers[Symbol.iterator]();
  return async (label) => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      if (next.value.trim() === '') continue;
      echo(`  ${label} ${next.value.trim()}\n`);
      return next.value;
    }
    return undefined;
  };
}

/** Answers from standard input, a line each, read as they are needed. */
export function askLines(echo: (text: string) => void): { ask: Asker; close: () => void } {
  const reader = createInterface({ input: process.stdin, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const ask: Asker = async (label) => {
    for (let next = await lines.next(); !next.done; next = await lines.next()) {
      if (next.value.trim() === '') continue;
      echo(`  ${label} ${next.value.trim()}\n`);
      return next.value;
    }
    return undefined;
  };
  return { ask, close: () => reader.close() };
}
