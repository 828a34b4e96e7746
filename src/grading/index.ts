/** Hand-ins graded, one by one, and the class in counts. */
import { parseAt } from '../core/at.ts';
import type { Given } from '../core/inputs.ts';
import { namedValues } from '../core/solve.ts';
import { gradingWords } from '../i18n/grading/index.ts';
import { type Language, loadMessages } from '../i18n/index.ts';
import { ClassGrader, type ClassReport } from './class-grader.ts';
import { type CreditRule, DEFAULT_RULE } from './credit.ts';
import { attempt } from './hand-ins.ts';
import { readFields, type Student } from './submission.ts';
import type { ClassSummary } from './summary.ts';

export { GradtutorError } from '../core/errors.ts';
export type { Given } from '../core/inputs.ts';
export type { Language } from '../i18n/index.ts';
export type { MistakeId } from '../tutor/mistakes.ts';
export type { ClassReport, Refusal } from './class-grader.ts';
export { type CreditRule, creditRules } from './credit.ts';
export type { Outcome } from './grade.ts';
export type { UnknownName } from './problem.ts';
export type { GradeReport, Score } from './report.ts';
export type { Student } from './submission.ts';
export type { ClassSummary, DvarCount, MistakeCount, RefusalCount } from './summary.ts';

/** One hand-in; docs/grading.md says what each field may be. */
export interface SubmissionData {
  readonly student?: Student;
  /** Absent where all have one expression. */
  readonly expression?: string;
  /** Values of inputs: those given for all hold where it says nothing. */
  readonly at?: string | Readonly<Record<string, number | string>>;
  /** Only these variables are asked for. */
  readonly wrt?: string | readonly string[];
  /** What was answered, by name: `dv=3, da=1/3` in one text, or each under its name. */
  readonly answers: string | Readonly<Record<string, number | string | null>>;
}

/** What holds for every hand-in that does not say otherwise. */
export interface GradingOptions {
  readonly expression?: string;
  readonly at?: Given | string;
  readonly wrt?: readonly string[];
  /** What is worth how much: `follow`, unless given. */
  readonly credit?: CreditRule;
  /** The language of the feedback: English, unless given. */
  readonly lang?: Language;
}

/** A class that is being graded. Hand-ins are not kept, so there may be any number. */
export interface Grading {
  /** A report on one hand-in, or why it cannot be graded: that costs no other. */
  readonly grade: (submission: SubmissionData) => ClassReport;
  /** All that was graded so far, in counts. */
  readonly summary: () => ClassSummary;
}

/**
 * Begins to grade a class, as `gradtutor grade` does.
 * @throws GradtutorError for an expression or values that no hand-in could be graded by
 */
export async function startGrading(options: GradingOptions = {}): Promise<Grading> {
  const { expression, at = {}, wrt, credit = DEFAULT_RULE, lang = 'en' } = options;
  const t = await loadMessages(lang);
  const defaults = {
    at: typeof at === 'string' ? parseAt([at]) : namedValues(at),
    ...(expression === undefined ? {} : { expression }),
    ...(wrt ? { wrt } : {}),
  };
  const grader = new ClassGrader(defaults, credit, t, gradingWords[lang]);
  let line = 0;
  return {
    grade: (submission) =>
      grader.report(attempt(++line, (identify) => readFields(new Map(Object.entries(submission)), identify))),
    summary: () => grader.summary(),
  };
}
