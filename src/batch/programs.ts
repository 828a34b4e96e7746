import { type Program, readProgram, type ReadText } from '../core/program.ts';

/** Texts that are remembered, at least, and the longest that is. */
const MOST = 128;
const LONGEST = 4096;

interface Remembered {
  /** Names that had a value. They are part of what a text means. */
  readonly given: readonly string[];
  /** From the second time on: what comes only once is not worth keeping alive. */
  readonly program: Program | undefined;
}

/** The programs of texts, read once where the same text comes again: many lines of a batch differ in their values only. */
export class Programs {
  readonly #readText: ReadText;
  #recent = new Map<string, Remembered>();
  #older = this.#recent;

  /** @param readText decides what becomes of a text that is nested too deeply for the stack */
  constructor(readText: ReadText) {
    this.#readText = readText;
  }

  /**
   * The program of a text.
   * @param given by the names that have a value
   * @throws GradtutorError for anything outside the language
   */
  of(source: string, given: ReadonlyMap<string, unknown>): Program {
    const read = () => this.#readText(source, (text) => readProgram(text, given.keys()));
    if (source.length > LONGEST) return read();
    const found = this.#recent.get(source) ?? this.#older.get(source);
    const known = found && isSame(found.given, given) ? found : undefined;
    if (known?.program) return known.program;
    const program = read();
    this.#remember(source, {
      given: [...given.keys()],
      program: known && withoutStatements(program),
    });
    return program;
  }

  #remember(source: string, remembered: Remembered): void {
    if (this.#recent.size === MOST) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(source, remembered);
  }
}

/** Field by field: what a spread makes would be another hidden class to all that read programs. */
const withoutStatements = ({ graph, given, defined }: Program): Program => ({
  graph,
  given,
  defined,
  statements: [],
});

/** Whether these are the names, in this order. */
function isSame(names: readonly string[], given: ReadonlyMap<string, unknown>): boolean {
  if (names.length !== given.size) return false;
  let i = 0;
  for (const name of given.keys()) if (name !== names[i++]) return false;
  return true;
}
