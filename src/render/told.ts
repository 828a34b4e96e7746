import type { Trace } from '../core/trace.ts';
import { explain } from '../explain.ts';
import type { Renderer } from '../formats.ts';
import { loadDraw } from '../picture/draw.ts';
import { renderText } from './text.ts';

/**
 * Loads what it takes to tell the whole story as text, with the graph drawn.
 * @param trace the one that will be told, if it is known
 */
export async function loadTold(trace?: Trace): Promise<Renderer> {
  const draw = await loadDraw(trace && [trace]);
  return (told, t, style) => renderText(explain(told, t), { ...style, width: style.width, draw });
}
