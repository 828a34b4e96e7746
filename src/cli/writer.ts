import type { Sink } from './sink.ts';

/** Characters that are written together: a write for each line costs more than the line. */
const ENOUGH = 1 << 16;

/** Lines on their way to a sink. */
export class Writer {
  readonly #sink: Sink;
  #waiting = '';

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= ENOUGH) await this.flush();
  }

  /** Writes what has come together, and waits until there is room for more. */
  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') await this.#sink.write(text);
  }

  async end(): Promise<void> {
    await this.flush();
    await this.#sink.end();
  }
}
