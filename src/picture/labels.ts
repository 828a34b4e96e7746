import { formatValue } from '../core/value.ts';
import { type Span, span } from '../document.ts';
import { spansWidth } from '../render/layout.ts';
import type { DiagramNode, Drawing } from './diagram.ts';

/** What is said at a node, a line each: the name with its formula and value, then its dvar. */
export interface Label {
  readonly lines: readonly (readonly Span[])[];
  readonly width: number;
  /** Lines it takes, one that is left free for a dvar among them. */
  readonly height: number;
}

export interface LabelOptions extends Omit<Drawing, 'diagram'> {
  /**
   * `one-line` is `u = b * c = 6`, `stacked` has the value on a line of its own, `short` leaves the formula out.
   */
  readonly form: 'one-line' | 'stacked' | 'short';
}

/** @param inAlphabet writes it in the alphabet of the page, before it is measured */
export function labelOf(
  node: DiagramNode,
  options: LabelOptions,
  inAlphabet: (spans: readonly Span[]) => readonly Span[],
): Label {
  const lines = linesOf(node, options).map(inAlphabet);
  const isOpen = options.isBoard && node.gradient === undefined && node.isAsked !== true;
  return { lines, width: Math.max(...lines.map(spansWidth)), height: lines.length + Number(isOpen ?? false) };
}

function linesOf(node: DiagramNode, { form, current, folded }: LabelOptions): Span[][] {
  if (node.folded !== undefined) return [[span('muted', folded(node.folded))]];
  const isCurrent = node.name === current;
  const name = isCurrent ? span('title', node.name) : node.name;
  const formula = form === 'short' || node.formula === '' ? '' : ` = ${node.formula}`;
  const value = node.value === undefined ? '?' : formatValue(node.value);
  const result = node.skipped ? span('muted', '—') : span('forward', value);
  const isStacked = form === 'stacked' && formula !== '';
  const lines: Span[][] = isStacked
    ? [
        [name, formula],
        ['= ', result],
      ]
    : [[name, formula, ' = ', result]];
  if (node.gradient !== undefined)
    lines.push([span('backward', `d${node.name} = ${formatValue(node.gradient)}`)]);
  else if (node.isAsked) lines.push([span('title', `d${node.name} = ?`)]);
  return lines.map((spans) => spans.filter((part) => part !== ''));
}
