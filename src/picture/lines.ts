/** An edge as it goes through the layers. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Its position across, in each layer from the first to the last. */
  readonly at: number[];
  readonly target: string;
  readonly uses: number;
}

/** Positions across that a label takes, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The distance that a moved line keeps from labels and other lines. */
const DISTANCE = 2;

/** Long lines without needless bends: each takes the position it has in the layer beside, where that is free. */
export function straightened(
  lines: readonly Line[],
  labelsIn: (layer: number) => readonly Interval[],
): Line[] {
  const at = lines.map((line) => [...line.at]);
  const isFree = (own: number, layer: number, position: number) =>
    labelsIn(layer).every(({ low, high }) => position < low - DISTANCE || position > high + DISTANCE) &&
    lines.every(({ from, to }, other) => {
      const isBeside = other !== own && from < layer && layer < to;
      return !isBeside || Math.abs((at[other]?.[layer - from] as number) - position) >= DISTANCE;
    });
  for (const [own, { from, to }] of lines.entries()) {
    const positions = at[own] as number[];
    const follow = (i: number, neighbour: number) => {
      const wanted = positions[neighbour] as number;
      if (isFree(own, from + i, wanted)) positions[i] = wanted;
    };
    for (let i = to - from - 1; i > 0; i--) follow(i, i + 1);
    for (let i = 1; i < to - from; i++) if (positions[i] !== positions[i + 1]) follow(i, i - 1);
  }
  return lines.map((line, own) => ({ ...line, at: at[own] as number[] }));
}

/** A line that comes alone to a wide label ends where it meets it, without a bend to the middle. */
export function meeting(lines: readonly Line[], labelOf: (name: string) => Interval): Line[] {
  const arriving = new Map<string, number>();
  for (const { target } of lines) arriving.set(target, (arriving.get(target) ?? 0) + 1);
  return lines.map((line) => {
    const { low, high } = labelOf(line.target);
    const position = line.at.at(-2) as number;
    const meets = arriving.get(line.target) === 1 && position > low && position < high;
    return meets ? { ...line, at: [...line.at.slice(0, -1), position] } : line;
  });
}
