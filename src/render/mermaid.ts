import type { Trace } from '../core/trace.ts';
import { formatValue } from '../core/value.ts';
import type { Messages } from '../i18n/en.ts';
import { type Diagram, type DiagramEdge, diagramOf, type DiagramNode } from '../picture/diagram.ts';
import { LIGHT } from './svg/style.ts';

/** The computation graph of a trace as a Mermaid flowchart, ending with a line end. */
export const toMermaid = (trace: Trace, t: Messages): string => mermaidOf(diagramOf(trace), t);

/**
 * A diagram as a Mermaid flowchart, ending with a line end. Names stand in labels only: what Mermaid would
 * take for its own words, or for HTML or Markdown, is written as a character's number. Time and size are linear in the
 * graph.
 */
export function mermaidOf({ nodes, edges }: Diagram, t: Messages): string {
  const output = nodes.at(-1)?.name ?? '';
  const ids = new Map(nodes.map(({ name }, i) => [name, `n${i}`]));
  const skipped = new Set(nodes.flatMap((node) => (node.skipped ? [node.name] : [])));
  const dashed: number[] = [];
  const arrows = edges.map((edge, i) => {
    if (skipped.has(edge.from) || skipped.has(edge.to)) dashed.push(i);
    return `  ${ids.get(edge.from)} ${arrowOf(edge, dashed.at(-1) === i)} ${ids.get(edge.to)}`;
  });
  return [
    'flowchart LR',
    `  accTitle: ${escaped(t.picture.title(output))}`,
    `  classDef default fill:${LIGHT.box},stroke:${LIGHT.border},color:${LIGHT.text}`,
    `  classDef output fill:${LIGHT.box},stroke:${LIGHT.forward},stroke-width:3px,color:${LIGHT.text}`,
    `  classDef skipped fill:${LIGHT.page},stroke:${LIGHT.border},stroke-dasharray:4,color:${LIGHT.muted}`,
    ...nodes.map((node) => `  ${ids.get(node.name)}${boxOf(node)}${classOf(node)}`),
    ...arrows,
    '',
  ].join('\n');
}

/** Inputs are rounded, operations are boxes. */
function boxOf({ name, formula, value, gradient, skipped }: DiagramNode): string {
  const isInput = formula === '';
  const lines = [
    `<b>${escaped(name)}</b>${isInput ? '' : ` = ${escaped(formula)}`}`,
    ...(value === undefined || skipped ? [] : [coloured(LIGHT.value, formatValue(value))]),
    ...(gradient === undefined ? [] : [coloured(LIGHT.dvar, `d${name} = ${formatValue(gradient)}`)]),
  ];
  const label = `"${lines.join('<br/>')}"`;
  return isInput ? `(${label})` : `[${label}]`;
}

/** An element that no rule of a class reaches, as it would a span. */
const coloured = (colour: string, text: string): string => `<font color='${colour}'>${escaped(text)}</font>`;

const classOf = ({ isOutput, skipped }: DiagramNode): string =>
  isOutput ? ':::output' : skipped ? ':::skipped' : '';

function arrowOf({ uses }: DiagramEdge, isDashed: boolean): string {
  const arrow = isDashed ? '-.->' : '-->';
  return uses > 1 ? `${arrow}|"×${uses}"|` : arrow;
}

/** Letters, digits and the signs of a formula stand as they are. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\p{L}\p{M}\p{N} .,()+\-*/^=]/gu, (c) => `#${c.codePointAt(0)};`);
