/** Items one by one, of which some may be given back to be taken again. */
export class Ahead<T> {
  readonly #items: AsyncIterator<T>;
  #back: T[] = [];

  constructor(items: AsyncIterable<T>) {
    this.#items = items[Symbol.asyncIterator]();
  }

  /** Undefined when there are no more. */
  async next(): Promise<T | undefined> {
    const item = this.#back.shift();
    if (item !== undefined) return item;
    const { done, value } = await this.#items.next();
    return done ? undefined : value;
  }

  giveBack(items: readonly T[]): void {
    this.#back = [...items, ...this.#back];
  }
}
