import type { Trace } from '../core/trace.ts';
import { loadDraw } from '../picture/draw.ts';
import type { Output } from './output.ts';

/** The same output, on which the graphs of these traces are drawn. */
export async function withDrawing(output: Output, traces: readonly Trace[]): Promise<Output> {
  if (output.plain) return output;
  const draw = await loadDraw(traces);
  const { style } = output;
  return {
    ...output,
    style: {
      ...style,
      draw,
      get width() {
        return style.width;
      },
    },
  };
}
