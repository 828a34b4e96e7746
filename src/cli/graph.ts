import type { Trace } from '../core/trace.ts';
import { prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { countOf, MOST_FOR_A_LOOK, nearOutput } from '../picture/diagram.ts';
import { loadDraw } from '../picture/draw.ts';
import { tellPicture } from '../picture/tell.ts';
import { renderText, type TextStyle } from '../render/text.ts';
import { deliver, type DeliveryOptions, isForScreen } from './deliver.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Output } from './output.ts';
import { type ReadingOptions, readStudy } from './reading.ts';

export interface GraphOptions extends ReadingOptions, DeliveryOptions {
  readonly all?: boolean;
}

/** So many quantities are drawn of a graph that is too large for a look. */
const NEAREST = 30;

/** `gradtutor graph`: the computation graph with its values and dvars, drawn here or in any format. */
export async function graph(
  expression: string,
  options: GraphOptions,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  const { trace } = await readStudy(expression, options, t, output, isForScreen(options));
  await deliver(trace, options, t, output, async () => {
    const draw = await loadDraw([trace]);
    return (told, words, style) => [drawn(told, words, { ...style, draw }, options.all ?? false)];
  });
  return EXIT.done;
}

function drawn(trace: Trace, t: Messages, style: TextStyle, showsAll: boolean): string {
  const count = countOf(trace);
  const isCut = !showsAll && count > MOST_FOR_A_LOOK;
  const picture = tellPicture(trace, t, isCut ? { only: nearOutput(trace, NEAREST) } : {});
  const note = isCut ? [prose(0, { role: 'muted', text: t.picture.nearest(NEAREST, count) })] : [];
  const text = renderText([picture, ...note], style);
  return text.replace(/^\n/u, '');
}
