import { GradtutorError } from '../core/errors.ts';
import { type Study, study } from '../core/trace.ts';
import { explain, gradientLine } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { toJson } from '../render/json.ts';
import { renderText } from '../render/text.ts';
import { parseAt } from './at.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { printable, reportPartial } from './report.ts';
import { type Output, readStdin } from './output.ts';
import { isInteractive } from './terminal.ts';

export interface RunOptions {
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly nudge?: string;
  readonly format: 'text' | 'json';
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
  const source = expression === '-' ? await readStdin() : expression;
  const studied = studyOrPartial(source, options, t, output);
  const { trace: told } = studied;
  for (const { name, suggestion } of told.unused)
    err(`${t.warning}${printable(t.unusedValue(name, suggestion))}\n`);
  for (const name of told.chosen.filter(looksLikeProduct)) {
    err(`${t.warning}${t.oneName(name, Array.from(name).join('*'))}\n`);
  }
  const isRight = told.nudges.every((nudge) => nudge.verdict !== 'disagrees');
  if (options.format === 'json') {
    out(toJson(told));
  } else if (options.quiet) {
    out(renderText(gradientLine(told, 0), { ...style, width: Infinity }));
    for (const { name, formula, numbers } of told.kinks)
      err(`${t.warning}${t.kink(name, formula, numbers)}\n`);
  } else if (options.ask && expression !== '-' && isInteractive()) {
    const { walk } = await import('./walk.ts');
    return walk(studied, t, output);
  } else {
    out(renderText(explain(told, t), style));
  }
  return isRight ? EXIT.done : EXIT.wrong;
}

/** Two plain letters that nobody gave a value: a times b, as it is written on paper? */
const looksLikeProduct = (name: string): boolean => /^[a-z]{2}$/u.test(name);

/** The trace; where a value is missing on the way, shows what came before it and throws. */
function studyOrPartial(source: string, options: RunOptions, t: Messages, { out, style }: Output): Study {
  try {
    return study(source, {
      at: parseAt(options.at ?? []),
      ...(options.nudge === undefined ? {} : { nudge: parseNudge(options.nudge) }),
      ...(options.wrt ? { wrt: options.wrt } : {}),
    });
  } catch (error) {
    const isPartial = error instanceof GradtutorError && error.is('domain') && error.args.before.length > 0;
    if (isPartial && options.format === 'text' && !options.quiet) out(reportPartial(error, t, style));
    throw error;
  }
}

function parseNudge(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text.replace('−', '-'));
  if (!Number.isFinite(value) || value === 0) throw new GradtutorError('bad-nudge', { text });
  return value;
}
