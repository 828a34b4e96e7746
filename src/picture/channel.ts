/** All lines that end in one place of the next layer: its sources lie in this layer, positions across the layers. */
export interface Net {
  readonly sources: readonly number[];
  readonly target: number;
  /** Its source leads elsewhere too, and others lead to its target: an arrow tells which way this line is to be read. */
  readonly isRung: boolean;
}

/** A net with its track in the channel: undefined where its only line runs straight on. */
interface Routed extends Net {
  readonly track: number | undefined;
}

/** What lies between two layers. */
export interface Channel {
  readonly routed: readonly Routed[];
  readonly tracks: number;
}

/**
 * Routes the channel between two layers: each net gets a track, on which the lines of its sources meet and turn to the
 * target. Lines of different nets cross, but never run along one another; where a source lies opposite another net's
 * target, its line must have turned off before that one begins.
 * @returns nothing when no order of the tracks allows that
 */
export function routeChannel(nets: readonly Net[]): Channel | undefined {
  const turning = nets.filter((net) => !isStraight(net));
  const order = trackOrder(turning);
  if (!order) return undefined;
  const tracks = new Map<Net, number>();
  for (const net of order) {
    let track = 0;
    for (const [other, taken] of tracks) if (overlap(net, other)) track = Math.max(track, taken + 1);
    tracks.set(net, track);
  }
  return {
    routed: nets.map((net) => ({ ...net, track: tracks.get(net) })),
    tracks: Math.max(0, ...[...tracks.values()].map((track) => track + 1)),
  };
}

const isStraight = ({ sources, target }: Net): boolean => sources.every((source) => source === target);

const spanOf = ({ sources, target }: Net): readonly [low: number, high: number] => [
  Math.min(target, ...sources),
  Math.max(target, ...sources),
];

function overlap(a: Net, b: Net): boolean {
  const [lowA, highA] = spanOf(a);
  const [lowB, highB] = spanOf(b);
  return lowA <= highB && lowB <= highA;
}

/** Whether the track of `a` must lie before that of `b`. */
const mustPrecede = (a: Net, b: Net): boolean => a !== b && a.sources.includes(b.target);

const isInside = (position: number, net: Net): boolean => {
  const [low, high] = spanOf(net);
  return position > low && position < high && !net.sources.includes(position);
};

/** How often lines of the two nets cross when the track of `first` lies before that of `second`. */
const crossings = (first: Net, second: Net): number =>
  second.sources.filter((source) => isInside(source, first)).length + Number(isInside(first.target, second));

/** The nets in an order that keeps `mustPrecede`, improved by exchanging neighbours; nothing where it is circular. */
function trackOrder(nets: readonly Net[]): Net[] | undefined {
  const left = new Set(nets);
  const order: Net[] = [];
  while (left.size > 0) {
    const next = [...left].find((net) => ![...left].some((other) => mustPrecede(other, net)));
    if (!next) return undefined;
    left.delete(next);
    order.push(next);
  }
  for (let sweep = 0; sweep < order.length; sweep++) {
    for (let i = 0; i + 1 < order.length; i++) {
      const [first, second] = [order[i] as Net, order[i + 1] as Net];
      if (!mustPrecede(first, second) && crossings(second, first) < crossings(first, second)) {
        order.splice(i, 2, second, first);
      }
    }
  }
  return order;
}
