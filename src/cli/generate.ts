import { readFile } from 'node:fs/promises';
import { ops } from '../core/ops.ts';
import { suggest } from '../core/suggest.ts';
import { makeExercises } from '../exercises/exercise.ts';
import {
  type ExerciseFormat,
  exerciseFormatOf,
  exerciseFormats,
  hasSheets,
  isPackage,
  loadWriter,
  mistakableFor,
} from '../exercises/formats.ts';
import { operationsAskedFor, operationsOf, writtenAs } from '../exercises/operations.ts';
import type { SheetName } from '../exercises/sheets.ts';
import type { Messages } from '../i18n/en.ts';
import { exerciseWords } from '../i18n/exercises/index.ts';
import { printable } from '../render/printable.ts';
import { HIGHEST_LEVEL } from '../tutor/kinds.ts';
import { chosenFormat } from './chosen-format.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { writeWhole } from './files.ts';
import type { Output } from './output.ts';
import { isTerminal } from './standard.ts';
import { anySeed } from './seed.ts';

export interface GenerateOptions {
  readonly level: number;
  readonly count: number;
  readonly seed?: number;
  readonly ops?: readonly string[];
  readonly format?: ExerciseFormat;
  readonly output?: string;
  readonly sheets?: readonly SheetName[];
}

const formats = { names: exerciseFormats, ofFile: exerciseFormatOf, usual: 'markdown' } as const;

/** `gradtutor generate`: exercises with answers, solutions and diagnosed wrong answers, in a format of a course site. */
export async function generate(
  { level, count, seed: given, ops: wanted, sheets, ...delivery }: GenerateOptions,
  t: Messages,
  { out, err }: Output,
): Promise<ExitCode> {
  const format = chosenFormat(delivery, formats, t);
  if (isPackage(format) && delivery.output === undefined && isTerminal(1))
    throw new UsageError(t.cli.packageOnScreen(format, exampleFile(format)));
  if (sheets !== undefined && !hasSheets(format))
    throw new UsageError(t.cli.noSheets(format, exerciseFormats.filter(hasSheets).join(', ')));
  const names = wanted === undefined ? undefined : resolveOps(wanted, level, t);
  const seed = given ?? anySeed();
  const write = await loadWriter(format, { sqlite });
  const set = makeExercises({ level, count, seed, ...(names ? { ops: names } : {}) });
  const content = write(set, { t, x: exerciseWords[t.lang] }, sheets);
  if (given === undefined) err(`${t.warning}${t.cli.chosenSeed(seed)}\n`);
  if (delivery.output === undefined) {
    out(content);
  } else {
    writeWhole(delivery.output, content);
    err(`${printable(t.cli.written(delivery.output))}\n`);
    const others = delivery.format === undefined ? mistakableFor(format) : [];
    if (others.length > 0)
      err(`${t.warning}${printable(t.cli.endingOfSeveral(delivery.output, format, others.join(', ')))}\n`);
  }
  return EXIT.done;
}

/** A name for a package; its ending chooses the format, where it can. */
const exampleFile = (format: ExerciseFormat): string => {
  const file = `exercises.${format}`;
  return exerciseFormatOf(file) === format ? file : 'exercises.zip';
};

/** SQLite lies beside the program, as the build has put it there. */
const sqlite = () => readFile(new URL('../../dist/sqlite.wasm', import.meta.url));

function resolveOps(wanted: readonly string[], level: number, t: Messages): string[] {
  const names = operationsAskedFor(wanted, level, (text, called, ofLevel) => {
    if (called.length === 0)
      throw new UsageError(t.cli.unknownOp(printable(text), suggest(text, ops.map(writtenAs))));
    const levels = Array.from({ length: HIGHEST_LEVEL }, (_, i) => i + 1).filter((other) =>
      called.some((op) => operationsOf(other).includes(op)),
    );
    throw new UsageError(t.cli.opNotInLevel(printable(text), level, ofLevel.map(writtenAs), levels));
  });
  if (names.length === 0) throw new UsageError(t.cli.optionMissing('--ops', 'gradtutor generate --help'));
  return names;
}
