import type { Picture, Point } from './layout.ts';

const SAME = 0.01;

interface Item {
  readonly x: number;
  readonly width: number;
}

/**
 * A picture from top to bottom with every layer moved together at the left: as narrow as its widest layer. A long sum
 * would else go down like a staircase, wider than any of its layers.
 * @param gap the least distance of two neighbours
 */
export function packed(picture: Picture, gap: number): Picture {
  const layers = [...new Set(picture.nodes.map(({ y }) => y))];
  const points = picture.edges.flatMap((edge) => edge.points.slice(1, -1));
  const moved = new Map<number, (x: number) => number>();
  for (const layer of layers) {
    const isHere = ({ y }: Point) => Math.abs(y - layer) < SAME;
    const items: Item[] = [
      ...picture.nodes.filter(isHere),
      ...points.filter(isHere).map(({ x }) => ({ x, width: 1 })),
    ];
    const places = new Map<number, number>();
    let next = 0;
    for (const { x, width } of items.toSorted((a, b) => a.x - b.x)) {
      if (places.has(x)) continue;
      places.set(x, next + width / 2);
      next += width + gap;
    }
    moved.set(layer, (x) => places.get(x) ?? x);
  }
  const move = <T extends Point>(point: T): T => {
    const layer = layers.find((y) => Math.abs(y - point.y) < SAME);
    return layer === undefined ? point : { ...point, x: moved.get(layer)?.(point.x) ?? point.x };
  };
  return {
    ...picture,
    nodes: picture.nodes.map(move),
    edges: picture.edges.map(({ edge, points }) => ({ edge, points: points.map(move) })),
  };
}
