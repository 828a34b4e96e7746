import { describe, expect, it, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { drawPlot } from '../../src/page/plot.ts';
import { rangeFor } from '../../src/page/range.ts';
import { exponents, nudgeOf, slopesOf } from '../../src/page/slopes.ts';
import '../support/numbers.ts';

/** A height in a plot. */
const height = (svg: string, pattern: RegExp): number => Number(pattern.exec(svg)?.[1]);

describe('slopes against the nudge', () => {
  it('are those of the nudge check, whatever the nudge', () => {
    const source = 'sigmoid(w*x)^2';
    const at = { w: 0.5, x: 2 };
    const slopes = new Map(
      slopesOf(study(source, { at }), 'w').map(({ exponent, slope }) => [exponent, slope]),
    );
    for (const exponent of [0, -1, -3, -3.5, -6]) {
      const { trace } = study(source, { at, nudge: nudgeOf(exponent) });
      expect(slopes.get(exponent)).toBe(trace.nudges.find(({ name }) => name === 'w')?.slope);
    }
  });

  it('settle at the derivative', () => {
    const made = study('x^3', { at: { x: 2 } });
    const off = slopesOf(made, 'x').map(({ slope }) => Math.abs(slope - 12));
    expect(off[0]).toBeNear(7);
    expect(off[8]).toBeNear(0.0601, 1e-3);
    expect(Math.min(...off)).toBeLessThan(1e-6);
  });

  it('are taken from h = 1 to where rounding drowns them', () => {
    expect(nudgeOf(exponents[0] as number)).toBe(1);
    expect(nudgeOf(exponents.at(-1) as number)).toBe(1e-12);
    expect(nudgeOf(-3)).toBe(0.001);
    expect(nudgeOf(-3.5)).toBe(0.00032);
  });
});

describe('the plot of slopes', () => {
  const plot = {
    slopes: slopesOf(study('x^3', { at: { x: 2 } }), 'x'),
    derivative: { value: 12, label: 'dx = 12' },
    exponent: -3,
    width: 480,
    label: 'the label',
    axes: { slope: 'slope', step: 'h' },
  };
  it('has the derivative as a line, and the slope at hand on it', () => {
    const svg = drawPlot(plot);
    const line = height(svg, /class="true" x1="[\d.]+" y1="([\d.]+)"/u);
    const here = height(svg, /class="here" cx="[\d.]+" cy="([\d.]+)"/u);
    expect(line).toBeGreaterThan(100);
    expect(Math.abs(here - line)).toBeLessThan(1);
    const far = height(drawPlot({ ...plot, exponent: 0 }), /class="here" cx="[\d.]+" cy="([\d.]+)"/u);
    expect(far).toBeLessThan(60);
  });

  it('reads as its label, with every text escaped', () => {
    const svg = drawPlot({ ...plot, label: '"<b>&', derivative: { value: 12, label: '<i>' } });
    expect(svg).toContain('role="img" aria-label="&quot;&lt;b&gt;&amp;"');
    expect(svg).not.toMatch(/<[bi]>/u);
  });

  it('leaves out what is no number, and draws no line where there is no derivative', () => {
    const slopes = slopesOf(study('log(x)', { at: { x: 0.5 } }), 'x').map((at) =>
      at.exponent > -1 ? { ...at, slope: NaN } : at,
    );
    const svg = drawPlot({ ...plot, slopes, derivative: undefined });
    expect(svg).not.toMatch(/NaN|Infinity|class="true"/u);
    expect(drawPlot({ ...plot, slopes: slopes.map((at) => ({ ...at, slope: NaN })) })).not.toMatch(/NaN/u);
  });

  it('keeps a flat line in the middle', () => {
    const flat = exponents.map((exponent) => ({ exponent, slope: 3 }));
    const svg = drawPlot({ ...plot, slopes: flat, derivative: { value: 3, label: 'dv = 3' } });
    expect(height(svg, /class="here" cx="[\d.]+" cy="([\d.]+)"/u)).toBeNear(105, 0.02);
  });
});

test.each([
  [5, { min: -10, max: 10, step: 0.1 }],
  [0, { min: -2, max: 2, step: 0.02 }],
  [0.5, { min: -2, max: 2, step: 0.02 }],
  [-1.5, { min: -5, max: 5, step: 0.05 }],
  [33, { min: -100, max: 100, step: 1 }],
  [1e6, { min: -2e6, max: 2e6, step: 2e4 }],
  [0.01, { min: -0.1, max: 0.1, step: 0.001 }],
  [-1e-9, { min: -1e-8, max: 1e-8, step: 1e-10 }],
])('the slider of an input that is %d leaves room on both sides', (value, range) => {
  expect(rangeFor(value)).toEqual(range);
});
