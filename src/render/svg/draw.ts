import { GradtutorError } from '../../core/errors.ts';
import type { Trace } from '../../core/trace.ts';
import type { Messages } from '../../i18n/en.ts';
import { type Diagram, type DiagramNode, diagramOf } from '../../picture/diagram.ts';
import { layOut, type Picture, type PlacedNode, type Size } from '../../picture/layout.ts';
import { tellNodes } from '../../picture/tell.ts';
import { escapeXml } from '../xml.ts';
import { dvarLabel, formulaLabel, valueLabel } from './labels.ts';
import { proportionalWidth } from './measure.ts';
import { type Arrow, arrowAlong, type Direction, MOST_STRANDS, type Route, routeEdges } from './routes.ts';
import { TEXT } from './style.ts';

/** More quantities than a person can follow in one picture; their layout would take seconds. */
const MOST_NODES = 500;

const GAPS = { nodeGap: 26, edgeGap: 18, layerGap: 64 };
const MARGIN = 24;
const BOX = { height: 88, least: 108, padding: 15 };
/** Baselines and the rule between value and dvar, from the top of a box. */
const LINES = { formula: 24, value: 48, rule: 59, dvar: 78 };
/** Above, below, and between the entries of the legend. */
const LEGEND = { line: 20, arrow: 34, gap: 26, above: 16, below: 14 };
/** Half of what lies between an arrow to the right and the one back beside it. */
const BESIDE = 3.5;

export interface Figure extends Size {
  /** An `<svg>` element. */
  readonly svg: string;
  readonly diagram: Diagram;
  readonly direction: Direction;
}

export interface FigureOptions {
  readonly direction: Direction;
  /** What its ids begin with: two figures on one page need two. */
  readonly id: string;
  /** Rules of its own and a ground to stand on, for a figure outside of any page. */
  readonly rules?: string;
  /** The diagram of the trace, unless it is to be made: figures of one share what depends on no size. */
  readonly diagram?: Diagram;
  /** Draws, unseen, what may appear once the inputs change. */
  readonly isLive?: boolean;
}

/**
 * The computation graph as an SVG element: values in blue, dvars in red under them, arrows both ways.
 * @throws GradtutorError `too-large-to-draw`
 */
export function drawFigure(
  trace: Trace,
  t: Messages,
  { direction, id, rules, diagram = diagramOf(trace), isLive = false }: FigureOptions,
): Figure {
  const count = diagram.nodes.length;
  if (count > MOST_NODES) throw new GradtutorError('too-large-to-draw', { count, limit: MOST_NODES });
  const picture = layOut(diagram, sizeOf, { direction, ...GAPS });
  const legend = drawLegend(picture, t);
  const width = Math.ceil(Math.max(picture.width, legend.width) + 2 * MARGIN);
  const under = MARGIN + picture.height + LEGEND.above;
  const height = Math.ceil(under + legend.height + LEGEND.below);
  const left = (width - picture.width) / 2;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="gt-graph" role="img" aria-labelledby="${id}-title ${id}-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="${id}-title">${escapeXml(t.picture.title(trace.output))}</title>`,
    `<desc id="${id}-desc">${escapeXml(tellNodes(diagram, t).join(' '))}</desc>`,
    rules === undefined ? '' : `<style>${rules}</style><rect class="gt-page" width="100%" height="100%"/>`,
    `<g transform="translate(${round(left)} ${MARGIN})">`,
    ...drawEdges(trace, diagram, picture, direction, isLive),
    ...picture.nodes.map(drawNode),
    '</g>',
    `<g transform="translate(${round((width - legend.width) / 2)} ${round(under + LEGEND.line / 2)})">${legend.svg}</g>`,
    '</svg>',
  ];
  return { svg: parts.filter(Boolean).join('\n'), diagram, direction, width, height };
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

function sizeOf(node: DiagramNode): Size {
  const { name, rest } = formulaLabel(node);
  const widest = Math.max(
    proportionalWidth(name, TEXT.formula) * 1.08 + proportionalWidth(rest, TEXT.formula),
    proportionalWidth(valueLabel(node), TEXT.value),
    proportionalWidth(dvarLabel(node), TEXT.dvar),
  );
  return { width: Math.ceil(Math.max(BOX.least, widest + 2 * BOX.padding)), height: BOX.height };
}

function drawNode({ node, x, y, width, height }: PlacedNode): string {
  const [left, top] = [x - width / 2, y - height / 2];
  const { name, rest } = formulaLabel(node);
  const kinds = [
    'gt-node',
    node.formula === '' ? 'gt-input' : '',
    node.isOutput ? 'gt-output' : '',
    node.skipped ? 'gt-skipped' : '',
    node.gradient === undefined ? 'gt-bare' : '',
  ].filter(Boolean);
  const text = (kind: string, at: number, inside: string) =>
    `<text class="${kind}" x="${round(x)}" y="${round(top + at)}">${inside}</text>`;
  return [
    `<g class="${kinds.join(' ')}" data-node="${escapeXml(node.name)}">`,
    `<rect class="gt-box" x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="${node.formula === '' ? 30 : 10}"/>`,
    text('gt-formula', LINES.formula, `<tspan class="gt-name">${escapeXml(name)}</tspan>${escapeXml(rest)}`),
    text('gt-value', LINES.value, escapeXml(valueLabel(node))),
    `<path class="gt-rule" d="M${round(left + 14)} ${round(top + LINES.rule)}h${round(width - 28)}"/>`,
    text('gt-dvar', LINES.dvar, escapeXml(dvarLabel(node))),
    '</g>',
  ].join('');
}

/** Every use of an operand as an arrow to the right and, where a derivative comes back along it, one to the left. */
function drawEdges(
  trace: Trace,
  diagram: Diagram,
  picture: Picture,
  direction: Direction,
  isLive: boolean,
): string[] {
  const skipped = new Set(diagram.nodes.flatMap((node) => (node.skipped ? [node.name] : [])));
  const returning = new Map(
    trace.backward.map(({ name, contributions }) => [
      name,
      new Set(contributions.map(({ consumer }) => consumer)),
    ]),
  );
  return routeEdges(picture, direction).map((route) => {
    const { from, to } = route.edge;
    const isSkipped = skipped.has(from) || skipped.has(to);
    const returns = returning.get(from)?.has(to) === true;
    const back = returns ? 'gt-backward' : isLive ? 'gt-backward gt-absent' : undefined;
    return drawRoute(route, direction, isSkipped ? 'gt-forward gt-skipped' : 'gt-forward', back);
  });
}

function drawRoute(
  { edge, points }: Route,
  direction: Direction,
  forward: string,
  backward: string | undefined,
): string {
  const ends = `data-from="${escapeXml(edge.from)}" data-to="${escapeXml(edge.to)}"`;
  const arrow = (kind: string, { line, head }: Arrow) =>
    `<g class="${kind}" ${ends}><path d="${line}"/><path class="gt-head" d="${head}"/></g>`;
  return [
    arrow(forward, arrowAlong(points, direction, -BESIDE)),
    backward === undefined ? '' : arrow(backward, arrowAlong(points.toReversed(), direction, BESIDE)),
    edge.uses > MOST_STRANDS ? drawCount(edge.uses, points) : '',
  ].join('');
}

/** ×3 beside the end of an arrow. */
function drawCount(uses: number, points: Route['points']): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return '';
  const [x, y] = [end.x + Math.sign(before.x - end.x) * 24, end.y - 9];
  return `<text class="gt-count" x="${round(x)}" y="${round(y)}">×${uses}</text>`;
}

/** What the two kinds of arrows are, side by side or, under a narrow picture, one above the other. */
function drawLegend({ width }: Size, t: Messages): Size & Pick<Figure, 'svg'> {
  const entries = [
    { kind: 'forward', text: t.picture.forward },
    { kind: 'backward', text: t.picture.backward },
  ] as const;
  const widths = entries.map(({ text }) => LEGEND.arrow + 10 + proportionalWidth(text, TEXT.legend));
  const [first = 0, second = 0] = widths;
  const isRow = first + LEGEND.gap + second <= width;
  const svg = entries.map(({ kind, text }, i) => {
    const [x, y] = isRow ? [i * (first + LEGEND.gap), 0] : [0, i * LEGEND.line];
    const ends = [
      { x, y },
      { x: x + LEGEND.arrow, y },
    ];
    const { line, head } = arrowAlong(kind === 'forward' ? ends : ends.toReversed(), 'LR');
    return `<g class="gt-${kind}"><path d="${line}"/><path class="gt-head" d="${head}"/></g><text class="gt-legend" data-legend="${kind}" x="${round(x + LEGEND.arrow + 10)}" y="${round(y + 4.5)}">${escapeXml(text)}</text>`;
  });
  return {
    svg: svg.join(''),
    width: isRow ? first + LEGEND.gap + second : Math.max(first, second),
    height: isRow ? LEGEND.line : 2 * LEGEND.line,
  };
}
