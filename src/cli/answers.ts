import { readLines } from '../batch/lines.ts';
import { printable } from '../render/printable.ts';
import { splitTopLevel } from '../core/at.ts';
import type { Asker } from './converse.ts';
import { FileError, readText, STDIN } from './files.ts';
import { readInput, stopReading } from './input.ts';
import type { Output } from './output.ts';
import { isInteractive } from './terminal.ts';

/** Tries at a question: two for a person, one for a hand-in. */
export const TRIES = { person: 2, handIn: 1 };

export interface Answers {
  readonly ask: Asker;
  readonly close: () => void;
  /** How many answers were not needed; counted up to `most`. */
  readonly left: (most: number) => Promise<number>;
  /** Someone sits at a terminal. */
  readonly isPerson: boolean;
}

/** Where a quiz gets its answers: --answers, a file, a person at a terminal, or lines on standard input. */
export async function openAnswers(
  { answers, answersFile }: { readonly answers?: string; readonly answersFile?: string },
  { out, plain }: Output,
  isQuiet: boolean,
): Promise<Answers> {
  const echo = isQuiet ? () => undefined : out;
  if (answers !== undefined)
    return handIn(
      splitTopLevel(answers).map((text) => text.trim() || ':skip'),
      echo,
    );
  if (answersFile !== undefined && answersFile !== STDIN)
    return handIn(readText(answersFile).split('\n'), echo);
  if (answersFile === undefined && isInteractive()) {
    const { openPrompt } = await import('./prompt.ts');
    const prompt = await openPrompt(plain);
    return {
      ask: (label) => prompt.ask(label),
      close: () => prompt.close(),
      left: async () => 0,
      isPerson: true,
    };
  }
  return { ...handIn(linesOfStdin(readInput(STDIN)), echo), close: stopReading };
}

async function* linesOfStdin(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  for await (const { number, text, problem } of readLines(chunks)) {
    if (problem) throw new FileError(STDIN, problem.code, number);
    yield text;
  }
}

/** Answers that are there already, one a question; blank lines are passed over. */
function handIn(lines: Iterable<string> | AsyncIterable<string>, echo: (text: string) => void): Answers {
  const iterator = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  const ask: Asker = async (label) => {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      const text = next.value.trim();
      if (text === '') continue;
      echo(`  ${printable(`${label} ${text}`)}\n`);
      return text;
    }
    return undefined;
  };
  const left = async (most: number): Promise<number> => {
    let count = 0;
    while (count < most) {
      const next = await iterator.next();
      if (next.done) break;
      if (next.value.trim()) count++;
    }
    return count;
  };
  return { ask, close: () => undefined, left, isPerson: false };
}
