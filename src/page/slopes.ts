import { Nudger } from '../core/nudge.ts';
import type { Study } from '../core/trace.ts';

/** From h = 1 down to where rounding drowns the slope. */
const SMALLEST = -12;
const POINTS_PER_DECADE = 4;

export interface Slope {
  /** log10 of the nudge. */
  readonly exponent: number;
  readonly slope: number;
}

/** The exponents at which slopes are measured, largest nudge first. */
export const exponents: readonly number[] = Array.from(
  { length: -SMALLEST * POINTS_PER_DECADE + 1 },
  (_, i) => -i / POINTS_PER_DECADE,
);

/** The nudge of an exponent, in two digits: 0.001, or 0.0032 halfway to the next power of ten. */
export const nudgeOf = (exponent: number): number => Number((10 ** exponent).toPrecision(2));

/** The slope (J(x + h) − J(x)) / h of a variable at falling nudges h, by the core's own nudger. */
export function slopesOf({ evaluation }: Study, name: string): Slope[] {
  const { graph, values } = evaluation;
  const nudger = new Nudger(graph, values, graph.names.indexOf(name));
  const output = values[graph.output] as number;
  return exponents.map((exponent) => {
    const h = nudgeOf(exponent);
    return { exponent, slope: (nudger.output(h) - output) / h };
  });
}
