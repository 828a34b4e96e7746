import { gradientLine } from '../explain.ts';
import type { FormatName } from '../formats.ts';
import type { Messages } from '../i18n/en.ts';
import { renderText } from '../render/text.ts';
import type { BatchRunOptions } from './batch.ts';
import { BATCH_FORMAT, isBatchFile } from './batch-format.ts';
import { deliver, type DeliveryOptions, isForScreen } from './deliver.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Output } from './output.ts';
import { type ReadingOptions, readStudy } from './reading.ts';
import { isInteractive } from './terminal.ts';

export interface RunOptions extends ReadingOptions, Omit<DeliveryOptions, 'format'> {
  readonly format?: FormatName | typeof BATCH_FORMAT;
  readonly quiet?: boolean;
  readonly ask: boolean;
  readonly ascii?: boolean;
  readonly check?: boolean;
  readonly jobs?: number;
  readonly firstLine?: number;
  readonly width?: number;
}

/** `gradtutor run`: the lecture's whole argument for one expression. `-` reads it from stdin. */
export async function run(
  expression: string,
  options: RunOptions,
  t: Messages,
  output: Output,
  isGiven: BatchRunOptions['isGiven'],
): Promise<ExitCode> {
  const { format, ...others } = options;
  if (format === BATCH_FORMAT || (format === undefined && isBatchFile(options.output ?? ''))) {
    const { runBatch } = await import('./batch.ts');
    return runBatch(expression, { ...others, isGiven }, t, output);
  }
  const misplaced = (['check', 'jobs', 'firstLine'] as const).find((name) => options[name] !== undefined);
  if (misplaced !== undefined) {
    const { refuseOption } = await import('./batch.ts');
    await refuseOption(misplaced, t);
  }
  return tell(expression, format === undefined ? others : { ...others, format }, t, output);
}

async function tell(
  expression: string,
  options: ReadingOptions & DeliveryOptions & Pick<RunOptions, 'quiet' | 'ask'>,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  const { out, err, style } = output;
  const isShown = isForScreen(options);
  const studied = await readStudy(expression, options, t, output, isShown && !options.quiet);
  const { trace: told } = studied;
  if (options.quiet && isShown) {
    out(renderText(gradientLine(told, 0), { ...style, width: Infinity }));
    for (const { name, formula, numbers } of told.kinks)
      err(`${t.warning}${t.kink(name, formula, numbers)}\n`);
  } else if (isShown && options.ask && expression !== '-' && isInteractive()) {
    const { walk } = await import('./walk.ts');
    return walk(studied, t, output);
  } else {
    await deliver(told, options, t, output);
  }
  const checks = [...told.nudges, ...(told.directions ?? [])];
  return checks.every(({ verdict }) => verdict !== 'disagrees') ? EXIT.done : EXIT.wrong;
}
