import { GradtutorError } from '../core/errors.ts';
import { readHere, type ReadText } from '../core/program.ts';
import { namedValues, solve } from '../core/solve.ts';
import type { Value } from '../core/value.ts';
import type { BatchWords } from '../i18n/batch/en.ts';
import type { Messages } from '../i18n/en.ts';
import { inWords } from '../i18n/words.ts';
import { sentence } from '../sentence.ts';
import { type Block, type Line, linesOf } from './lines.ts';
import { LineError } from './problems.ts';
import { Programs } from './programs.ts';
import { isBlank, readRequest, type Request } from './request.ts';
import { type Result, resultOf, type ResultOptions } from './result.ts';

/** What every line of a batch is answered with. Plain data: it can be sent to another thread. */
export interface BatchOptions extends ResultOptions {
  /** Values for every line; those of the line itself go before them. */
  readonly at: ReadonlyMap<string, Value | string>;
}

/** Answers, as NDJSON, and what there was to say of them. */
export interface Answers {
  readonly text: string;
  readonly lines: number;
  /** Lines that have an error in place of a result. */
  readonly refused: number;
  /** Lines of which a nudge disagrees with the gradient. */
  readonly disagreeing: number;
}

/** Why a line has no result. Its form is published in schema/result.json. */
interface Refusal {
  readonly id?: string | number;
  readonly line: number;
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** The text that is wrong; absent where the line is no text. */
    readonly source?: string;
    /** Where, in UTF-16 units from the beginning of `source`. */
    readonly position?: number;
  };
}

/** Answers are handed on when so many characters have come together, and at the end of what is there to be answered. */
const ENOUGH = 1 << 16;

/** Answers lines one by one. What one line is answered does not depend on the others. */
export class Batch {
  readonly #options: BatchOptions;
  readonly #t: Messages;
  readonly #words: BatchWords;
  readonly #programs: Programs;

  /** @param readText decides what becomes of a line that is nested too deeply for the stack */
  constructor(options: BatchOptions, t: Messages, words: BatchWords, readText: ReadText = readHere) {
    this.#options = options;
    this.#t = t;
    this.#words = words;
    this.#programs = new Programs(readText);
  }

  /** Answers the lines of a block, in order, in one piece or more. */
  *answer(block: Block): Generator<Answers, void, void> {
    let [text, lines, refused, disagreeing] = ['', 0, 0, 0];
    for (const line of linesOf(block)) {
      if (line.text !== undefined && isBlank(line.text)) continue;
      const answer = this.#answerLine(line);
      text += `${JSON.stringify(answer)}\n`;
      lines++;
      if ('error' in answer) refused++;
      else if (disagrees(answer)) disagreeing++;
      if (text.length < ENOUGH) continue;
      yield { text, lines, refused, disagreeing };
      [text, lines, refused, disagreeing] = ['', 0, 0, 0];
    }
    if (lines > 0) yield { text, lines, refused, disagreeing };
  }

  /** @throws GradtutorError where the request has no result */
  solve(request: Request): Result {
    const { source, at } = request;
    const given = namedValues(this.#options.at.size === 0 ? at : new Map([...this.#options.at, ...at]));
    return resultOf(request, solve(this.#programs.of(source, given), given), this.#options);
  }

  #answerLine(line: Line): Result | Refusal {
    const { number, text } = line;
    let id: string | number | undefined;
    let source = text;
    try {
      if (line.problem) throw problemOf(line.problem);
      const request = readRequest(line.text, (known) => (id = known));
      ({ source } = request);
      return this.solve(request);
    } catch (error) {
      return { ...(id === undefined ? {} : { id }), line: number, error: this.#tell(error, source) };
    }
  }

  #tell(error: unknown, source: string | undefined): Refusal['error'] {
    if (!(error instanceof LineError || error instanceof GradtutorError)) throw error;
    const { code, position } = error;
    const message =
      error instanceof LineError
        ? inWords(this.#words.problems, error.code, error.args)
        : sentence(error, this.#t);
    const text = position?.source ?? source;
    return {
      code,
      message,
      ...(text === undefined ? {} : { source: text }),
      ...(position === undefined ? {} : { position: position.index }),
    };
  }
}

const disagrees = ({ nudges }: Result): boolean =>
  nudges !== undefined && Object.values(nudges).includes('disagrees');

const problemOf = (problem: NonNullable<Line['problem']>): LineError =>
  problem.code === 'not-utf8'
    ? new LineError(problem.code, {}, { index: problem.index })
    : new LineError(problem.code, { limit: problem.limit });
