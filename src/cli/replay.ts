import { isQuit } from '../tutor/commands.ts';
import type { Session } from '../tutor/session.ts';
import type { Asker } from './converse.ts';

/**
 * Takes up a session that was left: gives the lines that were typed then, for nobody to see, and after them whatever is
 * typed now.
 */
export class Replay {
  readonly #before: string[];
  readonly #fresh: Asker;
  readonly #goOn: (session: Session) => void;
  readonly #keep: (lines: readonly string[]) => void;
  readonly #lines: string[] = [];
  #isOn: boolean;

  /**
   * @param before the lines typed before
   * @param fresh asks for a line now
   * @param goOn shows where the session stands, once it goes on
   * @param keep is given all lines after every fresh one
   */
  constructor(
    before: readonly string[],
    fresh: Asker,
    goOn: (session: Session) => void,
    keep: (lines: readonly string[]) => void = () => undefined,
  ) {
    this.#before = [...before];
    this.#fresh = fresh;
    this.#goOn = goOn;
    this.#keep = keep;
    this.#isOn = before.length > 0;
  }

  /** Whether what happens now has happened before, and is not to be seen or kept again. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** Every line so far that is an answer or a command. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** The next line, as an `Asker` gives it. */
  readonly ask: Asker = async (label, session) => {
    const before = this.#before.shift();
    if (before !== undefined) {
      this.#lines.push(before);
      return before;
    }
    if (this.#isOn) {
      this.end();
      this.#goOn(session);
    }
    const typed = await this.#fresh(label, session);
    if (typed !== undefined && !isQuit(typed)) {
      this.#lines.push(typed);
      this.#keep(this.#lines);
    }
    return typed;
  };

  /** From here on all is new. */
  end(): void {
    this.#isOn = false;
  }
}
