import { extname } from 'node:path';
import { type Line, linesOf, readBlocks } from '../batch/lines.ts';
import { parseAt } from '../core/at.ts';
import { ClassGrader, type ClassReport } from '../grading/class-grader.ts';
import type { CreditRule } from '../grading/credit.ts';
import {
  type InputFormat,
  inputFormatOf,
  type ReportFormat,
  reportFormatOf,
  reportFormats,
  type SummaryFormat,
  summaryFormats,
} from '../grading/formats.ts';
import { gradebookHeader, gradebookRow } from '../grading/gradebook.ts';
import { readHandIns } from '../grading/hand-ins.ts';
import { GradingError } from '../grading/problem.ts';
import { sayProblem } from '../grading/tell.ts';
import { tellSummary } from '../grading/tell-summary.ts';
import type { Messages } from '../i18n/en.ts';
import type { GradingWords } from '../i18n/grading/en.ts';
import { gradingWords } from '../i18n/grading/index.ts';
import { csvRow } from '../render/csv.ts';
import { toJson, toJsonLine } from '../render/json.ts';
import { printable } from '../render/printable.ts';
import { renderText } from '../render/text.ts';
import { chosenFormat } from './chosen-format.ts';
import { readDeeply } from './deep.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { readInput } from './input.ts';
import type { Output } from './output.ts';
import { sinkFor } from './sink.ts';
import { Writer } from './writer.ts';

export interface GradeOptions {
  readonly expression?: string;
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly input?: InputFormat;
  readonly credit: CreditRule;
  readonly summary?: boolean;
  readonly format?: ReportFormat | SummaryFormat;
  readonly output?: string;
}

/**
 * `gradtutor grade FILE`: a report for each hand-in, as a line of JSON or a row of a gradebook; or, with --summary, what
 * became of the class, and the reports only where a file is named for them. `-` is standard input.
 */
export async function gradeAll(
  file: string,
  options: GradeOptions,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  const words = gradingWords[t.lang];
  const form = reportForm(options, t, words);
  const grader = graderFor(options, t, words);
  const hasReports = !options.summary || options.output !== undefined;
  const writer = hasReports ? new Writer(await sinkFor(options.output, file, t)) : undefined;
  const lines = linesIn(file, async () => writer?.flush());
  const format = options.input ?? inputFormatOf(file);
  const handIns = readHandIns(lines, {
    ...(format === undefined ? {} : { format }),
    ...(options.expression === undefined ? {} : { expression: options.expression }),
    onUnused: (names) => output.err(`${t.warning}${printable(words.unusedColumns(names))}\n`),
  });
  // With the first report: hand-ins that cannot be read at all leave nothing.
  let { head } = form;
  try {
    for await (const incoming of handIns) {
      const report = grader.report(incoming);
      await writer?.write(head + form.line(report));
      head = '';
    }
    await writer?.write(head);
  } catch (error) {
    if (error instanceof GradingError) throw new UsageError(sayProblem(error, words));
    throw error;
  }
  await writer?.end();
  if (options.output !== undefined) output.err(`${printable(t.cli.written(options.output))}\n`);
  const told = grader.summary();
  if (options.summary && options.format === 'json') output.out(toJson(told));
  else if (options.summary) output.out(renderText(tellSummary(told, t, words), output.style));
  if (told.refused + told.handIns === 0) output.err(`gradtutor: ${words.noHandIns}\n`);
  if (told.refused === 0) return EXIT.done;
  output.err(`gradtutor: ${words.refused(told.refused, told.refused + told.handIns)}\n`);
  return EXIT.wrong;
}

/** @param afterBlock is called where the next line may be long in coming */
async function* linesIn(file: string, afterBlock: () => Promise<void>): AsyncGenerator<Line, void, void> {
  for await (const block of readBlocks(readInput(file))) {
    yield* linesOf(block);
    await afterBlock();
  }
}

/** Reports as lines: below a head where they are rows. */
interface ReportForm {
  readonly head: string;
  readonly line: (report: ClassReport) => string;
}

const ndjson: ReportForm = { head: '', line: toJsonLine };

const csv: ReportForm = {
  head: csvRow(gradebookHeader),
  line: (report) => csvRow(gradebookRow(report)),
};

const reports = { names: reportFormats, ofFile: reportFormatOf, usual: 'ndjson' } as const;

/** By name, unless that is the summary's; else by the ending of the file. */
function reportForm({ format, summary, output }: GradeOptions, t: Messages, words: GradingWords): ReportForm {
  const fits: readonly string[] = summary ? summaryFormats : reportFormats;
  if (format !== undefined && !fits.includes(format))
    throw new UsageError(summary ? words.formatWithSummary : words.formatOfSummary);
  const asked = summary ? undefined : reportFormats.find((name) => name === format);
  // A device has no ending, and a file without one is lines.
  const named = output !== undefined && extname(output) !== '' ? { output } : {};
  const delivery = { ...(asked ? { format: asked } : {}), ...named };
  return chosenFormat(delivery, reports, t) === 'csv' ? csv : ndjson;
}

function graderFor(
  { expression, at, wrt, credit }: GradeOptions,
  t: Messages,
  words: GradingWords,
): ClassGrader {
  const defaults = {
    at: parseAt(at ?? []),
    ...(expression === undefined ? {} : { expression }),
    ...(wrt ? { wrt } : {}),
  };
  return new ClassGrader(defaults, credit, t, words, readDeeply);
}
