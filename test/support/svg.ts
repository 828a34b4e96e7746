/** Reads a figure back: boxes, and points on its arrows, all in the coordinates of the graph. */

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnBox {
  readonly name: string;
  readonly classes: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly texts: readonly string[];
}

export interface DrawnArrow {
  readonly kind: 'forward' | 'backward';
  readonly classes: readonly string[];
  readonly from: string;
  readonly to: string;
  /** The line, from its start to its head's tip. */
  readonly points: readonly Point[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export const unescapeXml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => ENTITIES[name] as string);

const attribute = (tag: string, name: string): string =>
  unescapeXml(new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');

const classesOf = (tag: string): string[] => attribute(tag, 'class').split(' ');

export function boxesIn(svg: string): DrawnBox[] {
  return [...svg.matchAll(/(<g class="gt-node[^>]*>)(<rect[^>]*>)(.*?)<\/g>/gu)].map(
    ([, group = '', rect = '', inside = '']) => {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(attribute(rect, name)),
      ) as [number, number, number, number];
      return {
        name: attribute(group, 'data-node'),
        classes: classesOf(group),
        left: x,
        top: y,
        right: x + width,
        bottom: y + height,
        texts: [...inside.matchAll(/<text[^>]*>(.*?)<\/text>/gu)].map(([, text = '']) =>
          unescapeXml(text.replaceAll(/<[^>]*>/gu, '')),
        ),
      };
    },
  );
}

export function arrowsIn(svg: string): DrawnArrow[] {
  return [
    ...svg.matchAll(
      /(<g class="gt-(forward|backward)[^>]*data-from[^>]*>)<path d="([^"]*)"\/><path class="gt-head" d="M([-\d. ]+)/gu,
    ),
  ].map(([, group = '', kind = '', line = '', tip = '']) => ({
    kind: kind as DrawnArrow['kind'],
    classes: classesOf(group),
    from: attribute(group, 'data-from'),
    to: attribute(group, 'data-to'),
    points: [...pointsOn(line), pointOf(tip)],
  }));
}

const pointOf = (text: string): Point => {
  const [x = NaN, y = NaN] = text.trim().split(' ').map(Number);
  return { x, y };
};

const SAMPLES = 24;

/** Points along lines and cubic Bézier curves. */
function pointsOn(data: string): Point[] {
  const points: Point[] = [];
  for (const [, command = '', body = ''] of data.matchAll(/([MLC])([^MLC]*)/gu)) {
    const numbers = body.trim().split(/\s+/u).map(Number);
    const given = Array.from({ length: numbers.length / 2 }, (_, i) => ({
      x: numbers[2 * i] as number,
      y: numbers[2 * i + 1] as number,
    }));
    const from = points.at(-1);
    const [first, second, last] = given;
    if (command === 'C' && from && first && second && last) {
      for (let i = 1; i <= SAMPLES; i++) points.push(bezier([from, first, second, last], i / SAMPLES));
    } else {
      points.push(...given);
    }
  }
  return points;
}

function bezier(control: readonly Point[], t: number): Point {
  if (control.length === 1) return control[0] as Point;
  const next = control.slice(1).map((point, i) => {
    const before = control[i] as Point;
    return { x: before.x + t * (point.x - before.x), y: before.y + t * (point.y - before.y) };
  });
  return bezier(next, t);
}

/** Width and height of the whole image. */
export const sizeOf = (svg: string): { width: number; height: number } => ({
  width: Number(attribute(svg, 'width')),
  height: Number(attribute(svg, 'height')),
});

/** Contrast of two colours `#rrggbb` after WCAG 2: from 1 to 21. */
export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
