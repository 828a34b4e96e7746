import type { Trace } from '../core/trace.ts';
import { formatValue } from '../core/value.ts';
import type { Block } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { grouped } from './grouped.ts';
import { type Diagram, diagramOf, type DiagramNode, type DiagramOptions, type Drawing } from './diagram.ts';

export type PictureOptions = DiagramOptions & Pick<Drawing, 'current' | 'isBoard'>;

/** The graph as a block: a drawing, and the same in sentences. */
export function tellPicture(trace: Trace, t: Messages, options: PictureOptions = {}): Block {
  const diagram = diagramOf(trace, options);
  const { current, isBoard = false } = options;
  return {
    kind: 'drawing',
    drawing: { diagram, isBoard, folded: t.picture.folded, ...(current === undefined ? {} : { current }) },
    sentences: () => tellNodes(diagram, t, current),
  };
}

/** A sentence a node: what it is, where it goes, and its dvar. */
export function tellNodes({ nodes, edges }: Diagram, t: Messages, current?: string): string[] {
  const uses = grouped(edges, ({ from }) => from);
  const usesOf = (name: string) =>
    uses.get(name)?.map((edge) => (edge.uses > 1 ? t.picture.severalTimes(edge.to, edge.uses) : edge.to)) ??
    [];
  return nodes.map((node) => {
    const mark = node.name === current ? `${t.currentMark} ` : '';
    const found = node.gradient === undefined ? '' : ` d${node.name} = ${formatValue(node.gradient)}.`;
    return `${mark}${t.picture.node(equation(node), usesOf(node.name), node)}${found}`;
  });
}

/** `u = b * c = 6` */
function equation({ name, formula, value, skipped }: DiagramNode): string {
  const parts = [name, formula, value === undefined || skipped ? '' : formatValue(value)];
  return parts.filter((part) => part !== '').join(' = ');
}
