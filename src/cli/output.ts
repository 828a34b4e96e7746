import type { Trace } from '../core/trace.ts';
import { loadDraw } from '../picture/draw.ts';
import type { TextStyle } from '../render/text.ts';

/** What a command writes to. */
export interface Output {
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly style: TextStyle;
  /** Plain lines only: no alignment, nothing redrawn. */
  readonly plain: boolean;
}

/**
 * The same output, on which graphs are drawn.
 * @param trace the one whose graph is drawn; any, unless given
 */
export async function withDrawing(output: Output, trace?: Trace): Promise<Output> {
  if (output.plain) return output;
  const draw = await loadDraw(trace);
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
