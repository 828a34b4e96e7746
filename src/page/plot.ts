import { formatRounded, formatValue } from '../core/value.ts';
import { escapeXml } from '../render/xml.ts';
import type { Slope } from './slopes.ts';

export interface Plot {
  readonly slopes: readonly Slope[];
  /** What the slopes settle at, if they do. */
  readonly derivative: { readonly value: number; readonly label: string } | undefined;
  /** log10 of the nudge at hand. */
  readonly exponent: number;
  /** In px. */
  readonly width: number;
  /** What it says, for those who do not see it. */
  readonly label: string;
  readonly axes: { readonly slope: string; readonly step: string };
}

const HEIGHT = 230;
const EDGE = { left: 62, right: 24, top: 26, bottom: 46 };
const [TOP, BOTTOM] = [EDGE.top, HEIGHT - EDGE.bottom];
/** Slopes at smaller nudges are mostly rounding, and have no say in the scale. */
const LEAST_HONEST = -7;
/** What is shown above and below the slopes, as a part of their span; and the least span, as a part of their size. */
const HEADROOM = 0.2;
const LEAST_SPAN = 0.05;
const TICKS = 4;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Where things are on paper. */
interface Scale {
  readonly low: number;
  readonly high: number;
  readonly x: (exponent: number) => number;
  readonly y: (slope: number) => number;
  readonly shows: (at: Slope) => boolean;
}

/** Slopes against the nudge on a logarithmic scale, smaller nudges to the right, as an SVG element. */
export function drawPlot(plot: Plot): string {
  const { slopes, derivative, exponent, width, label, axes } = plot;
  const scale = scaleFor(plot);
  const { x, y, shows } = scale;
  const last = slopes.at(-1)?.exponent ?? 0;
  const now = slopes.find((at) => at.exponent === nearest(slopes, exponent));
  return [
    `<svg role="img" aria-label="${escapeXml(label)}" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}">`,
    ...ticksIn(scale).map(
      (tick) =>
        line('grid', x(0), y(tick), x(last), y(tick)) +
        text('tick slope', EDGE.left - 8, y(tick) + 4, formatRounded(tick, 4)),
    ),
    ...slopes
      .filter((at) => at.exponent % 2 === 0)
      .map((at) => text('tick', x(at.exponent), BOTTOM + 18, powerOfTen(at.exponent))),
    text('axis first', 4, 14, axes.slope),
    text('axis', (x(0) + x(last)) / 2, HEIGHT - 6, axes.step),
    line('now', x(exponent), TOP, x(exponent), BOTTOM),
    derivative && Number.isFinite(derivative.value)
      ? line('true', x(0), y(derivative.value), x(last), y(derivative.value)) +
        text('true', x(last), y(derivative.value) - 7, derivative.label)
      : '',
    `<path class="slopes" d="${pathThrough(slopes, scale)}"/>`,
    ...slopes.filter(shows).map((at) => circle('slope', x(at.exponent), y(at.slope), 2.2)),
    now && shows(now) ? circle('here', x(now.exponent), y(now.slope), 6) : '',
    '</svg>',
  ].join('');
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

const line = (kind: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

const text = (kind: string, x: number, y: number, words: string): string =>
  `<text class="${kind}" x="${round(x)}" y="${round(y)}">${escapeXml(words)}</text>`;

const circle = (kind: string, x: number, y: number, radius: number): string =>
  `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="${radius}"/>`;

const nearest = (slopes: readonly Slope[], exponent: number): number | undefined =>
  slopes.map((at) => at.exponent).toSorted((a, b) => Math.abs(a - exponent) - Math.abs(b - exponent))[0];

/** 10⁻⁴, and plain numbers near 1. */
function powerOfTen(exponent: number): string {
  if (exponent > -3) return formatValue(10 ** exponent);
  return `10⁻${Array.from(String(-exponent), (digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

function scaleFor({ slopes, derivative, width }: Plot): Scale {
  const honest = slopes.filter(({ exponent }) => exponent >= LEAST_HONEST).map(({ slope }) => slope);
  const [low, high] = reach(derivative ? [...honest, derivative.value] : honest);
  const last = slopes.at(-1)?.exponent ?? -1;
  const [across, down] = [width - EDGE.left - EDGE.right, BOTTOM - TOP];
  return {
    low,
    high,
    x: (exponent) => EDGE.left + (across * exponent) / last,
    y: (slope) => TOP + (down * (high - slope)) / (high - low),
    shows: ({ slope }) => slope >= low && slope <= high,
  };
}

/** The least and the greatest slope to show. */
function reach(slopes: readonly number[]): [low: number, high: number] {
  const finite = slopes.filter(Number.isFinite);
  if (finite.length === 0) return [-1, 1];
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const span = Math.max(most - least, LEAST_SPAN * Math.max(Math.abs(least), Math.abs(most)), 1e-6);
  const [middle, half] = [(least + most) / 2, span * (0.5 + HEADROOM)];
  return [middle - half, middle + half];
}

/** Round numbers on the scale. */
function ticksIn({ low, high }: Scale): number[] {
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** A line through the slopes, broken where one is out of sight. */
function pathThrough(slopes: readonly Slope[], { x, y, shows }: Scale): string {
  return slopes
    .map((at, i) => {
      const before = slopes[i - 1];
      if (!shows(at)) return '';
      return `${before && shows(before) ? 'L' : 'M'}${round(x(at.exponent))} ${round(y(at.slope))}`;
    })
    .join('');
}
