import type { Trace } from '../core/trace.ts';
import { isDrawn, story } from '../explain.ts';
import type { PieceRenderer } from '../formats.ts';
import { loadDraw } from '../picture/draw.ts';
import { textLines } from './text.ts';

/**
 * Loads what it takes to tell the whole story as text, with the graph drawn.
 * @param trace the one that will be told, if it is known
 */
export async function loadTold(trace?: Trace): Promise<PieceRenderer> {
  const draw = await loadDraw(trace && [trace].filter(isDrawn));
  return (told, t, style) => textLines(story(told, t), { ...style, draw });
}
