import { GradtutorError } from '../core/errors.ts';
import { readHere, type ReadText } from '../core/program.ts';
import type { Messages } from '../i18n/en.ts';
import type { GradingWords } from '../i18n/grading/en.ts';
import { printable } from '../render/printable.ts';
import { sentence } from '../sentence.ts';
import type { CreditRule } from './credit.ts';
import { type Defaults, Grader } from './grader.ts';
import { type Incoming, isProblem, type Problem } from './hand-ins.ts';
import { type GradeReport, gradeReport } from './report.ts';
import type { Student } from './submission.ts';
import { type ClassSummary, Summary } from './summary.ts';
import { feedbackOn, sayProblem } from './tell.ts';

/** Why a hand-in could not be graded. */
export interface Refusal {
  /** Of the hand-in (docs/grading.md), or of its expression as in `ErrorCode`. */
  readonly code: string;
  readonly message: string;
  /** The text that is wrong, where it is known. */
  readonly source?: string;
  /** The place in it, in UTF-16 units. */
  readonly position?: number;
}

/** What became of one hand-in: a report, or why there is none. */
export type ClassReport = {
  /** Who it is from; absent where nobody was named. */
  readonly student?: Student;
  /** The number of the hand-in, from 1. */
  readonly line: number;
} & ((GradeReport & { readonly error?: never }) | { readonly error: Refusal });

/** Grades the hand-ins of a class one by one, in the words of one language, and keeps nothing but counts. */
export class ClassGrader {
  readonly #grader: Grader;
  readonly #credit: CreditRule;
  readonly #t: Messages;
  readonly #words: GradingWords;
  readonly #summary: Summary;

  /**
   * @param readText decides what becomes of an expression that is nested too deeply for the stack
   * @throws GradtutorError for what no hand-in could be graded by
   */
  constructor(
    defaults: Defaults,
    credit: CreditRule,
    t: Messages,
    words: GradingWords,
    readText: ReadText = readHere,
  ) {
    this.#grader = new Grader(defaults, readText);
    this.#credit = credit;
    this.#t = t;
    this.#words = words;
    this.#summary = new Summary(credit);
  }

  report({ line, student, submission, problem }: Incoming): ClassReport {
    const from = { ...(student === undefined ? {} : { student }), line };
    try {
      if (problem) throw problem;
      const { key, handIn } = this.#grader.grade(submission);
      this.#summary.add(key, handIn);
      const feedback = (one: Parameters<typeof feedbackOn>[0]) => feedbackOn(one, this.#t, this.#words);
      return { ...from, ...gradeReport(key, handIn, this.#credit, feedback) };
    } catch (error) {
      if (!isProblem(error)) throw error;
      const refusal = this.#tell(error);
      this.#summary.refuse({ ...refusal, line });
      return { ...from, error: refusal };
    }
  }

  summary(): ClassSummary {
    return this.#summary.get();
  }

  #tell(error: Problem): Refusal {
    const message =
      error instanceof GradtutorError ? sentence(error, this.#t) : printable(sayProblem(error, this.#words));
    const { source, index } = error.position ?? {};
    return {
      code: error.code,
      message,
      ...(source === undefined ? {} : { source }),
      ...(index === undefined ? {} : { position: index }),
    };
  }
}
