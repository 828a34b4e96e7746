import { fstatSync } from 'node:fs';
import process from 'node:process';
import { cells } from './bar.ts';
import { columnsOf, isTerminal, writeErr } from './standard.ts';
import { terminalWidth } from './terminal.ts';

/** Work that is done sooner shows nothing. In milliseconds. */
const SOON = 1000;
const BETWEEN = 100;
const BAR = 24;

/** A line on stderr that is drawn again and again: how far a long batch has come. */
export class Meter {
  readonly #isShown: boolean;
  readonly #total: number | undefined;
  readonly #isAscii: boolean;
  readonly #started = performance.now();
  #drawn = this.#started + SOON - BETWEEN;
  #isOnScreen = false;
  #bytes = 0;

  /** @param isAllowed whether whoever looks on wants anything redrawn */
  constructor(isAllowed: boolean, isAscii: boolean) {
    // Results on the same screen would run into it.
    this.#isShown = isAllowed && isTerminal(2) && !isTerminal(1) && process.env['TERM'] !== 'dumb';
    this.#isAscii = isAscii;
    this.#total = this.#isShown ? sizeOfInput() : undefined;
  }

  /** The same chunks, counted as they pass. */
  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of chunks) {
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /** Draws the line, not too often. */
  show(words: string): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#drawn < BETWEEN) return;
    this.#drawn = now;
    this.#isOnScreen = true;
    const line = `${this.#bar()}${words}`;
    writeErr(`\r${line.slice(0, terminalWidth(columnsOf(2)) - 1)}\u001b[K`);
  }

  clear(): void {
    if (this.#isOnScreen) writeErr('\r\u001b[K');
  }

  #bar(): string {
    if (this.#total === undefined || this.#total === 0) return '';
    const share = Math.min(1, this.#bytes / this.#total);
    return `${cells(share, BAR, this.#isAscii)} ${String(Math.floor(100 * share)).padStart(3)} %  `;
  }
}

/** Known where standard input is a file. */
function sizeOfInput(): number | undefined {
  try {
    const stat = fstatSync(0);
    return stat.isFile() ? stat.size : undefined;
  } catch {
    return undefined;
  }
}
