import { describe, expect, test } from 'vitest';
import { type Net, routeChannel } from '../../src/picture/channel.ts';

const net = (sources: readonly number[], target: number): Net => ({ sources, target, isRung: false });
const tracksOf = (...nets: readonly Net[]) => routeChannel(nets)?.routed.map(({ track }) => track);

describe('a channel between two layers', () => {
  test('needs no track for a line that runs straight on', () => {
    expect(tracksOf(net([3], 3))).toEqual([undefined]);
    expect(routeChannel([net([3], 3)])?.tracks).toBe(0);
  });

  test('shares a track between nets that do not touch, and between no others', () => {
    expect(tracksOf(net([0, 2], 1), net([5], 7))).toEqual([0, 0]);
    expect(new Set(tracksOf(net([0], 4), net([6], 2))).size).toBe(2);
  });

  test('turns a line off before another one begins in its row', () => {
    const [first, second] = tracksOf(net([2], 5), net([0], 2)) as [number, number];
    expect(first).toBeLessThan(second);
  });

  test('avoids a crossing where an order of the tracks does', () => {
    // Nested: the outer line must turn off first, or it would cut the inner one.
    const [outer, inner] = tracksOf(net([4], 0), net([5], 1)) as [number, number];
    expect(outer).toBeLessThan(inner);
  });

  test('gives up where two lines would each have to turn off before the other', () => {
    expect(routeChannel([net([0], 2), net([2], 0)])).toBeUndefined();
  });
});
