import { formatValue } from '../core/value.ts';
import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { type DiagramEdge, diagramOf, type DiagramNode } from '../picture/diagram.ts';
import { LIGHT } from './svg/style.ts';
import { escapeXml } from './xml.ts';

/** What a name is set in where Graphviz has no better one: fonts that every system has or replaces. */
const FONT = 'Helvetica,Arial,sans-serif';

/** The computation graph in Graphviz' language, ending with a line end. Time and size are linear in the graph. */
export function toDot(trace: Trace, t: Messages): string {
  const { nodes, edges } = diagramOf(trace);
  const skipped = new Set(nodes.flatMap((node) => (node.skipped ? [node.name] : [])));
  const legend = [
    coloured(LIGHT.value, `${t.picture.forward} →`),
    coloured(LIGHT.dvar, `← ${t.picture.backward}`),
  ];
  return [
    `digraph ${quoted(t.picture.title(trace.output))} {`,
    `  graph [rankdir=LR, nodesep=0.3, ranksep=0.5, fontname=${quoted(FONT)}, fontsize=11, label=<${legend.join('<BR/>')}>]`,
    `  node [shape=box, style="rounded,filled", fontname=${quoted(FONT)}, fontsize=13, margin="0.12,0.05", color="${LIGHT.border}", fillcolor="${LIGHT.box}", fontcolor="${LIGHT.text}"]`,
    `  edge [color="${LIGHT.forward}", fontname=${quoted(FONT)}, fontsize=11, fontcolor="${LIGHT.forward}", arrowsize=0.7]`,
    '',
    ...nodes.map((node) => `  ${quoted(node.name)} [${attributesOf(node)}]`),
    '',
    ...edges.map((edge) => `  ${quoted(edge.from)} -> ${quoted(edge.to)}${edgeAttributes(edge, skipped)}`),
    '}',
    '',
  ].join('\n');
}

/** The output has a thick border, a branch that is not taken a dashed one. */
function attributesOf(node: DiagramNode): string {
  const rows = labelLines(node).map((text) => `<TR><TD>${text}</TD></TR>`);
  const label = `label=<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">${rows.join('')}</TABLE>>`;
  if (node.skipped) return `${label}, style="rounded,dashed", fontcolor="${LIGHT.muted}"`;
  return node.isOutput ? `${label}, penwidth=2, color="${LIGHT.text}"` : label;
}

/** `u = b * c`, then its value, then its dvar. */
function labelLines({ name, formula, value, gradient, skipped }: DiagramNode): string[] {
  const equation = formula === '' ? '' : ` = ${escapeXml(formula)}`;
  return [
    `<B>${escapeXml(name)}</B>${equation}`,
    ...(value === undefined || skipped ? [] : [coloured(LIGHT.value, formatValue(value))]),
    ...(gradient === undefined ? [] : [coloured(LIGHT.dvar, `d${name} = ${formatValue(gradient)}`)]),
  ];
}

const coloured = (colour: string, text: string): string =>
  `<FONT COLOR="${colour}">${escapeXml(text)}</FONT>`;

/** An operand that is used more than once says how often; what goes into or out of a skipped branch is dashed. */
function edgeAttributes({ from, to, uses }: DiagramEdge, skipped: ReadonlySet<string>): string {
  const attributes = [
    ...(uses > 1 ? [`label="×${uses}"`] : []),
    ...(skipped.has(from) || skipped.has(to) ? [`style=dashed, color="${LIGHT.border}"`] : []),
  ];
  return attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/gu, '\\$&')}"`;
