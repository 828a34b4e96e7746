import { gradientLine } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { renderText } from '../render/text.ts';
import { deliver, type DeliveryOptions, isForScreen } from './deliver.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Output } from './output.ts';
import { type ReadingOptions, readStudy } from './reading.ts';
import { isInteractive } from './terminal.ts';

export interface RunOptions extends ReadingOptions, DeliveryOptions {
  readonly quiet?: boolean;
  readonly ask: boolean;
}

/** `gradtutor run`: the lecture's whole argument for one expression. `-` reads it from stdin. */
export async function run(
  expression: string,
  options: RunOptions,
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
  return told.nudges.every((nudge) => nudge.verdict !== 'disagrees') ? EXIT.done : EXIT.wrong;
}
