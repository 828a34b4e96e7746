import { formatValue } from '../core/value.ts';
import type { Diagram, DiagramNode } from '../picture/diagram.ts';
import { layOut, type Picture, type Point, type Size } from '../picture/layout.ts';
import { formulaTex, type MathWords } from './math/formula.ts';
import { dvarTex, nameTex } from './math/names.ts';
import { formulaWidth } from './story.ts';
import { type Direction, MOST_STRANDS, routeEdges } from './svg/routes.ts';

/** Sizes in points: of a letter, a line, what is around them, and the page. */
const LETTER = 5.6;
const LINE = 12.8;
const PADDING = 13;
const PAGE: Size = { width: 466, height: 470 };
/** A wider figure is turned to go from top to bottom, where that makes it narrower. */
const WIDEST = 600;

const GAPS = { nodeGap: 14, edgeGap: 9, layerGap: 26 };

/** The TikZ libraries and styles that the figure needs, for a preamble with its colours. */
export const TIKZ_STYLES = `\\usetikzlibrary{arrows.meta}
\\tikzset{
  node/.style={draw=edge!60, fill=edge!5, rounded corners=2pt, inner sep=4pt, align=center, font=\\small},
  output/.style={node, draw=black, line width=1pt},
  skipped/.style={node, dashed, fill=none, text=black!60},
  edge/.style={draw=edge, -{Stealth[length=2mm]}},
  unused/.style={edge, draw=black!40, dashed},
  count/.style={fill=white, inner sep=1.5pt, font=\\scriptsize, text=edge},
}`;

/** The graph as a TikZ picture of at most a page: values in the colour `value`, dvars in the colour `dvar`. */
export function tikzPicture(diagram: Diagram, words: MathWords): string {
  const { direction, picture } = place(diagram, words);
  const skipped = new Set(diagram.nodes.flatMap((node) => (node.skipped ? [node.name] : [])));
  const nodes = picture.nodes.map(({ node, width, height, ...middle }) => {
    const size = `minimum width=${round(width)}pt, minimum height=${round(height)}pt`;
    return `\\node[${styleOf(node)}, ${size}] at ${at(middle)} {${labelOf(node, words)}};`;
  });
  const edges = routeEdges(picture, direction).map(({ edge, points }) => {
    const style = skipped.has(edge.from) || skipped.has(edge.to) ? 'unused' : 'edge';
    const count = edge.uses > MOST_STRANDS ? ` node[count] {$\\times ${edge.uses}$}` : '';
    return `\\draw[${style}] ${wayOf(points, direction, count)};`;
  });
  const scale = Math.min(1, PAGE.width / picture.width, PAGE.height / picture.height);
  const drawn = ['\\begin{tikzpicture}[x=1pt, y=-1pt]', ...nodes, ...edges, '\\end{tikzpicture}'].join('\n');
  return scale < 1 ? `\\scalebox{${round(scale)}}{%\n${drawn}%\n}` : drawn;
}

const COURSES = { LR: 'out=0, in=180', TB: 'out=-90, in=90' } as const;

/** Curves that begin and end along the forward pass, and straight lines where a layer is passed. */
function wayOf([start, ...rest]: readonly Point[], direction: Direction, count: string): string {
  const [along, across] = direction === 'LR' ? (['x', 'y'] as const) : (['y', 'x'] as const);
  let from = start as Point;
  let way = at(from);
  for (const [i, to] of rest.entries()) {
    const isStraight = Math.abs(to[across] - from[across]) < 0.01 && to[along] > from[along];
    way += ` ${isStraight ? '--' : `to[${COURSES[direction]}]`}${i === 0 ? count : ''} ${at(to)}`;
    from = to;
  }
  return way;
}

const at = ({ x, y }: Point): string => `(${round(x)},${round(y)})`;

function place(diagram: Diagram, words: MathWords): { direction: Direction; picture: Picture } {
  const size = (node: DiagramNode) => sizeOf(node, words);
  const across = layOut(diagram, size, { direction: 'LR', ...GAPS });
  if (across.width <= WIDEST) return { direction: 'LR', picture: across };
  const down = layOut(diagram, size, { direction: 'TB', ...GAPS });
  return down.width < across.width
    ? { direction: 'TB', picture: down }
    : { direction: 'LR', picture: across };
}

/** The room that a node's lines take, about: TikZ makes a box larger where this is too little. */
function sizeOf(node: DiagramNode, { otherwise }: MathWords): Size {
  const isCases = node.formula.includes(' ? ');
  const lines = [
    `${node.name} = ${node.formula}${isCases ? otherwise : ''}`,
    valueOf(node),
    gradientOf(node),
  ].filter((text) => text !== '');
  const isTall = isCases || node.formula.includes(' / ');
  return {
    width: Math.max(...lines.map(formulaWidth)) * LETTER + PADDING,
    height: (lines.length + (isTall ? 1 : 0)) * LINE + PADDING,
  };
}

const valueOf = ({ value, skipped }: DiagramNode): string =>
  value === undefined || skipped ? '' : formatValue(value);

const gradientOf = ({ name, gradient }: DiagramNode): string =>
  gradient === undefined ? '' : `d${name} = ${formatValue(gradient)}`;

const styleOf = ({ isOutput, skipped }: DiagramNode): string =>
  isOutput ? 'output' : skipped ? 'skipped' : 'node';

function labelOf(node: DiagramNode, words: MathWords): string {
  const { name, formula, gradient } = node;
  const equation = formula === '' ? '' : ` = ${formulaTex(formula, words)}`;
  const value = valueOf(node);
  return [
    `$${nameTex(name)}${equation}$`,
    ...(value === '' ? [] : [`\\textcolor{value}{$${formulaTex(value, words)}$}`]),
    ...(gradient === undefined
      ? []
      : [`\\textcolor{dvar}{$${dvarTex(name)} = ${formulaTex(formatValue(gradient), words)}$}`]),
  ].join(' \\\\ ');
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
