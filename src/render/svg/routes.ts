import type { DiagramEdge } from '../../picture/diagram.ts';
import type { Picture, PlacedNode, Point } from '../../picture/layout.ts';

/** The way of the forward pass on paper. */
export type Direction = 'LR' | 'TB';

/** The way of one use of an operand, from the border of its node to that of the node which uses it. */
export interface Route {
  readonly edge: DiagramEdge;
  readonly points: readonly Point[];
}

/** So many uses of one operand are drawn one by one; more are one arrow with their number. */
export const MOST_STRANDS = 2;

/** Distance of the places where arrows meet a border, while there is room. */
const PORT_GAP = 17;
/** The part of a border that arrows may use. */
const PORT_SHARE = 0.72;
const SAME = 0.5;

/** A point along and across the forward pass, whichever way that goes on paper. */
interface Place {
  readonly along: number;
  readonly across: number;
}

/** From points on paper to places, and back. */
const ON_PAPER = {
  LR: {
    place: ({ x, y }: Point): Place => ({ along: x, across: y }),
    point: ({ along, across }: Place): Point => ({ x: along, y: across }),
  },
  TB: {
    place: ({ x, y }: Point): Place => ({ along: y, across: x }),
    point: ({ along, across }: Place): Point => ({ x: across, y: along }),
  },
} as const;

interface Box extends Place {
  readonly length: number;
  readonly breadth: number;
}

interface Strand {
  readonly edge: DiagramEdge;
  /** Places between the two nodes where the way has to pass other nodes. */
  readonly bends: readonly Place[];
  start: Place;
  end: Place;
}

/**
 * The ways of all edges: each leaves and meets a border at a place of its own, in the order that crosses least, and
 * passes straight through every layer on its way.
 */
export function routeEdges({ nodes, edges }: Picture, direction: Direction): Route[] {
  const { place, point } = ON_PAPER[direction];
  const boxOf = ({ x, y, width, height }: PlacedNode): Box => {
    const [length, breadth] = direction === 'LR' ? [width, height] : [height, width];
    return { ...place({ x, y }), length, breadth };
  };
  const boxes = new Map(nodes.map((placed) => [placed.node.name, boxOf(placed)]));
  const depths = layerDepths([...boxes.values()]);
  const strands = edges.flatMap(({ edge, points }): Strand[] => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!from || !to) return [];
    const bends = points
      .slice(1, -1)
      .map(place)
      .flatMap((bend) => passThrough(bend, depths));
    const count = edge.uses > MOST_STRANDS ? 1 : edge.uses;
    return Array.from({ length: count }, () => ({ edge, bends, start: from, end: to }));
  });
  const leaving = grouped(strands, ({ edge }) => edge.from);
  const arriving = grouped(strands, ({ edge }) => edge.to);
  for (const [name, box] of boxes) {
    spreadPorts(leaving.get(name) ?? [], box, 1);
    spreadPorts(arriving.get(name) ?? [], box, -1);
  }
  return strands.map(({ edge, start, bends, end }) => ({ edge, points: [start, ...bends, end].map(point) }));
}

function grouped(strands: readonly Strand[], keyOf: (strand: Strand) => string): Map<string, Strand[]> {
  const groups = new Map<string, Strand[]>();
  for (const strand of strands) {
    const known = groups.get(keyOf(strand));
    if (known) known.push(strand);
    else groups.set(keyOf(strand), [strand]);
  }
  return groups;
}

/** How deep each layer of boxes is, by the middle of the layer. */
function layerDepths(boxes: readonly Box[]): { readonly middle: number; readonly depth: number }[] {
  const layers: { middle: number; depth: number }[] = [];
  for (const { along, length } of boxes) {
    const known = layers.find(({ middle }) => Math.abs(middle - along) < SAME);
    if (known) known.depth = Math.max(known.depth, length);
    else layers.push({ middle: along, depth: length });
  }
  return layers;
}

/** Where a way passes a layer it goes straight from one side to the other; between layers it needs no place. */
function passThrough(
  { along, across }: Place,
  depths: readonly { readonly middle: number; readonly depth: number }[],
): Place[] {
  const layer = depths.find(({ middle }) => Math.abs(middle - along) < SAME);
  if (!layer) return [];
  return [
    { along: layer.middle - layer.depth / 2, across },
    { along: layer.middle + layer.depth / 2, across },
  ];
}

/** Gives the strands at one side of a box their places, in the order of where they come from or go to. */
function spreadPorts(strands: readonly Strand[], box: Box, side: 1 | -1): void {
  const next = ({ bends, start, end }: Strand): number =>
    (side === 1 ? (bends[0] ?? end) : (bends.at(-1) ?? start)).across;
  const ordered = strands.toSorted((a, b) => next(a) - next(b));
  const gap = Math.min(PORT_GAP, (PORT_SHARE * box.breadth) / Math.max(1, ordered.length));
  for (const [i, strand] of ordered.entries()) {
    const port = {
      along: box.along + (side * box.length) / 2,
      across: box.across + (i - (ordered.length - 1) / 2) * gap,
    };
    if (side === 1) strand.start = port;
    else strand.end = port;
  }
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

export interface Arrow {
  /** Path data of the line, and of its head. */
  readonly line: string;
  readonly head: string;
}

const HEAD = { length: 9, half: 4 };
/** How far a steep piece is moved along, for each unit that its arrow lies aside: keeps two neighbours apart. */
const LEAN = 1.3;
/** A piece that goes across by this much is steep. */
const STEEP = 40;

/**
 * An arrow along a way, with its head at the last point. Every piece begins and ends along the forward pass, so that
 * pieces join smoothly and heads stand upright on borders.
 * @param aside how far the arrow lies beside the way, so that another can lie on its other side
 */
export function arrowAlong(points: readonly Point[], direction: Direction, aside = 0): Arrow {
  const { place, point } = ON_PAPER[direction];
  const places = points.map(place).map(({ along, across }) => ({ along, across: across + aside }));
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return { line: '', head: '' };
  const forth = Math.sign(last.along - (places.at(-2) ?? first).along) || 1;
  const short = (by: number, across = 0): Place => ({
    along: last.along - forth * by,
    across: last.across + across,
  });
  const at = (where: Place): string => {
    const { x, y } = point(where);
    return `${round(x)} ${round(y)}`;
  };
  let line = `M${at(first)}`;
  let from = first;
  for (const to of places.slice(1)) {
    const climb = (to.across - from.across) * Math.sign(to.along - from.along);
    const lean = -LEAN * aside * Math.max(-1, Math.min(1, climb / STEEP));
    const along = (from.along + to.along) / 2 + lean;
    const end = to === last ? short(HEAD.length - 2) : to;
    line +=
      from.across === to.across
        ? `L${at(end)}`
        : `C${at({ along, across: from.across })} ${at({ along, across: to.across })} ${at(end)}`;
    from = to;
  }
  const head = [short(0), short(HEAD.length, HEAD.half), short(HEAD.length, -HEAD.half)].map(at).join('L');
  return { line, head: `M${head}Z` };
}
