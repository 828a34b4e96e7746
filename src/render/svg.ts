import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { diagramOf } from '../picture/diagram.ts';
import { drawFigure, type Figure, type FigureOptions } from './svg/draw.ts';
import { OWN_RULES } from './svg/style.ts';

/** The widest picture that still fits a screen or a page; a wider one is turned to go from top to bottom. */
const WIDEST = 1600;

/** The computation graph from left to right or, where that is too wide and it helps, from top to bottom. */
export function drawFitting(
  trace: Trace,
  t: Messages,
  { diagram = diagramOf(trace), ...options }: Omit<FigureOptions, 'direction'>,
): Figure {
  const across = drawFigure(trace, t, { ...options, diagram, direction: 'LR' });
  if (across.width <= WIDEST) return across;
  const down = drawFigure(trace, t, { ...options, diagram, direction: 'TB' });
  return down.width < across.width ? down : across;
}

/** The computation graph as an SVG image that stands alone, light and dark, ending with a line end. */
export const toSvg = (trace: Trace, t: Messages): string =>
  `${drawFitting(trace, t, { id: 'gradtutor', rules: OWN_RULES }).svg}\n`;
