import { gap } from '../document.ts';
import { tellHeader } from '../explain.ts';
import type { CreditRule } from '../grading/credit.ts';
import { readAnswers } from '../grading/given.ts';
import { grade, type HandIn } from '../grading/grade.ts';
import { type AnswerKey, answerKey } from '../grading/key.ts';
import { GradingError } from '../grading/problem.ts';
import { gradeReport, isAllRight } from '../grading/report.ts';
import { feedbackOn, sayProblem, tellHandIn, tellScore } from '../grading/tell.ts';
import type { Messages } from '../i18n/en.ts';
import type { GradingWords } from '../i18n/grading/en.ts';
import { gradingWords } from '../i18n/grading/index.ts';
import { toJson } from '../render/json.ts';
import { renderText } from '../render/text.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import type { Output } from './output.ts';
import { type ReadingOptions, readStudy } from './reading.ts';

export interface CheckOptions extends ReadingOptions {
  /** Must be there. An option that commander itself demands would be missed before a slip in its name is seen. */
  readonly answers?: string;
  readonly credit: CreditRule;
  readonly format: 'text' | 'json';
}

/** `gradtutor check`: one hand-in, answers by name: each right, or wrong and why. */
export async function check(
  expression: string,
  { answers, credit, format, wrt, ...reading }: CheckOptions,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  if (answers === undefined)
    throw new UsageError(t.cli.optionRequired('--answers', 'gradtutor check --help'));
  const words = gradingWords[t.lang];
  const key = answerKey(await readStudy(expression, reading, t, output, false), wrt);
  const handIn = gradeOrRefuse(key, answers, words);
  if (format === 'json') {
    output.out(toJson(gradeReport(key, handIn, credit, (one) => feedbackOn(one, t, words))));
  } else {
    const told = [
      ...tellHeader(key.study.trace, t),
      gap,
      ...tellHandIn(handIn, t, words),
      gap,
      ...tellScore(handIn, credit, t, words),
    ];
    output.out(renderText(told, output.style));
  }
  return isAllRight(handIn) ? EXIT.done : EXIT.wrong;
}

function gradeOrRefuse(key: AnswerKey, answers: string, words: GradingWords): HandIn {
  try {
    return grade(key, readAnswers(answers));
  } catch (error) {
    if (error instanceof GradingError) throw new UsageError(sayProblem(error, words));
    throw error;
  }
}
