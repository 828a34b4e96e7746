import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { GradtutorError } from '../../src/core/errors.ts';
import { trace } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { toSvg } from '../../src/render/svg.ts';
import { drawFigure } from '../../src/render/svg/draw.ts';
import { DARK, LIGHT } from '../../src/render/svg/style.ts';
import { describeInChromium, launchChromium } from '../support/chromium.ts';
import { renamed } from '../support/renamed.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';
import { arrowsIn, boxesIn, contrast, type DrawnBox, sizeOf, unescapeXml } from '../support/svg.ts';

const svgOf = (source: string, at: Record<string, number> = {}, t = en): string =>
  toSvg(trace(source, { at }), t);

const NET = 'h1 = relu(w1*x); h2 = relu(w2*x); p = v1*h1 + v2*h2; L = (p - y)^2';
const AT_NET = { w1: 0.5, w2: -1, x: 2, v1: 3, v2: 4, y: 1 };
const TEN_PRODUCTS = Array.from({ length: 10 }, (_, i) => `x${i + 1}*w${i + 1}`).join(' + ');
const LOSS = 'z = w*x+b; a = sigmoid(z); L = -(y*log(a)+(1-y)*log(1-a))';
const HANGUL = '총액 = 가격 * 수량; 할인 = 총액 * 0.1; 손실 = (총액 - 할인 - 목표)^2';

/** Graphs that were looked at; the tests hold what was seen. */
const seen: readonly (readonly [string, Record<string, number>])[] = [
  ['3*(a+b*c)', {}],
  [LOSS, { w: 0.5, x: 2, b: 0, y: 1 }],
  ['(a+b)*(b+1)', { a: 2, b: 3 }],
  [NET, AT_NET],
  ['x*x', {}],
  [TEN_PRODUCTS, {}],
  ['y = x^2; x > 0 ? y + 1 : log(x) * 2', { x: 3 }],
  [HANGUL, { 가격: 3, 수량: 4, 목표: 10 }],
  ['mean(a, a, a) * hypot(a, b, c, d)', {}],
  ['u = a*b; v = sin(u)*c; w = v*d; J = w + u*v + a*w', {}],
];

/** A sum of so many inputs. */
const sum = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}`).join(' + ');

/** How far a point is from a box; 0 inside. */
function distance(box: DrawnBox, { x, y }: { x: number; y: number }): number {
  const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
  return Math.hypot(dx, dy);
}

describe('an SVG image', () => {
  it.each(snapshotCases)('is kept: $title', async ({ told, t, ...at }) => {
    await expect(toSvg(told, t)).toMatchFileSnapshot(snapshotFile({ told, t, ...at }, 'svg'));
  });

  it('shows each value and each dvar in a box of its own', () => {
    const boxes = boxesIn(svgOf('3*(a+b*c)'));
    expect(boxes.map(({ texts }) => texts)).toEqual([
      ['a', '5', 'da = 3'],
      ['b', '3', 'db = 6'],
      ['c', '2', 'dc = 9'],
      ['u = b * c', '6', 'du = 3'],
      ['v = a + u', '11', 'dv = 3'],
      ['J = 3 * v', '33', 'dJ = 1'],
    ]);
    expect(boxes.filter(({ classes }) => classes.includes('gt-output')).map(({ name }) => name)).toEqual([
      'J',
    ]);
  });

  it('has an arrow to the right and one back for every use of an operand', () => {
    const arrows = arrowsIn(svgOf('(a+b)*(b+1)', { a: 2, b: 3 }));
    const ways = (kind: string) =>
      arrows.filter((arrow) => arrow.kind === kind).map(({ from, to }) => `${from} ${to}`);
    expect(ways('forward').toSorted()).toEqual(['a u', 'b u', 'b v', 'u J', 'v J']);
    expect(ways('backward').toSorted()).toEqual(ways('forward').toSorted());
  });

  it('draws x*x as one leaf with two edges, and a third use as a number', () => {
    const square = arrowsIn(svgOf('x*x'));
    expect(square.filter(({ kind }) => kind === 'forward')).toHaveLength(2);
    expect(square.filter(({ kind }) => kind === 'backward')).toHaveLength(2);
    expect(new Set(square.map(({ points }) => points[0]?.y)).size).toBe(4);
    const mean = svgOf('mean(a, a, a)*b');
    expect(arrowsIn(mean).filter(({ from }) => from === 'a')).toHaveLength(2);
    expect(mean).toContain('>×3</text>');
  });

  it('mutes a branch that is not taken, with no derivative coming back from it', () => {
    const svg = svgOf('y = x^2; x > 0 ? y + 1 : log(x) * 2', { x: 3 });
    const skipped = boxesIn(svg).filter(({ classes }) => classes.includes('gt-skipped'));
    expect(skipped.map(({ texts }) => texts)).toEqual([
      ['w = log(x)', '–', ''],
      ['p = w * 2', '–', ''],
    ]);
    const names = new Set(skipped.map(({ name }) => name));
    const around = arrowsIn(svg).filter(({ from, to }) => names.has(from) || names.has(to));
    expect(around.map(({ kind }) => kind)).toEqual(around.map(() => 'forward'));
    expect(around.every(({ classes }) => classes.includes('gt-skipped'))).toBe(true);
    // A comparison jumps: nothing comes back along it either.
    expect(arrowsIn(svg).filter(({ from, kind }) => from === 'u' && kind === 'backward')).toEqual([]);
  });

  it('tells what it shows to those who do not see it, in both languages', () => {
    expect(svgOf('3*(a+b*c)')).toContain('role="img" aria-labelledby="gradtutor-title gradtutor-desc"');
    const described = (t: typeof en) => {
      const svg = svgOf('3*(a+b*c)', {}, t);
      return [/<title id="gradtutor-title">(.*?)</u, /<desc id="gradtutor-desc">(.*?)</u].map((part) =>
        unescapeXml(part.exec(svg)?.[1] ?? ''),
      );
    };
    const [title, desc] = described(en);
    expect(title).toBe('Computation graph of J');
    expect(desc).toContain('u = b * c = 6, used in v. du = 3.');
    expect(desc).toContain('J = 3 * v = 33, the output.');
    const [titleInKorean, descInKorean] = described(ko);
    expect(titleInKorean).toBe('J의 계산 그래프');
    expect(descInKorean).toContain('u = b * c = 6: v에 쓰여요. du = 3.');
  });

  it('turns from left-to-right to top-to-bottom only when it would be too wide', () => {
    expect(sizeOf(svgOf(NET, AT_NET)).width).toBeGreaterThan(1000);
    const loss = sizeOf(svgOf(LOSS, { w: 0.5, x: 2, b: 0, y: 1 }));
    expect(loss.width).toBeLessThan(700);
    expect(loss.height).toBeGreaterThan(loss.width);
  });

  it('draws 500 quantities, and refuses more with a way out', () => {
    expect(boxesIn(svgOf(sum(200)))).toHaveLength(399);
    let refused: unknown;
    try {
      svgOf(sum(300));
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(GradtutorError);
    expect(refused).toMatchObject({ code: 'too-large-to-draw', args: { count: 599, limit: 500 } });
    for (const t of [en, ko]) {
      expect(t.errors['too-large-to-draw']({ count: 599, limit: 500 })).toMatch(/599.*500.*--format dot/u);
    }
  });

  it('keeps hostile names and texts as text', () => {
    const svg = svgOf("constructor * __proto__ + x_1 # </title><script>alert('x')</script>");
    expect(svg).not.toMatch(/<script|alert/u);
    expect(boxesIn(svg).map(({ name }) => name)).toContain('__proto__');
    const name = `"><script>alert('&')</script>`;
    const hostile = toSvg(renamed(trace('a*b'), 'a', name), en);
    expect(hostile).not.toContain('<script');
    expect(boxesIn(hostile)[0]?.name).toBe(name);
  });
});

describe.each(seen)('the picture of %s', (source, at) => {
  const svg = svgOf(source, at);
  const boxes = boxesIn(svg);
  const arrows = arrowsIn(svg);
  const byName = new Map(boxes.map((box) => [box.name, box]));

  test('has every box for itself, within the image', () => {
    const { width, height } = sizeOf(svg);
    for (const [i, one] of boxes.entries()) {
      expect(one.right - one.left).toBeLessThan(width);
      expect(one.bottom - one.top).toBeLessThan(height);
      for (const other of boxes.slice(i + 1)) {
        const isApart =
          one.right < other.left ||
          other.right < one.left ||
          one.bottom < other.top ||
          other.bottom < one.top;
        expect(isApart, `${one.name} and ${other.name}`).toBe(true);
      }
    }
  });

  test('leads every arrow from border to border, around all other boxes', () => {
    expect(arrows.length).toBeGreaterThan(0);
    for (const { kind, from, to, points } of arrows) {
      const [start, end] = kind === 'forward' ? [from, to] : [to, from];
      const [first, tip] = [points[0], points.at(-1)];
      expect(first && distance(byName.get(start) as DrawnBox, first)).toBeLessThan(0.2);
      expect(tip && distance(byName.get(end) as DrawnBox, tip)).toBeLessThan(0.2);
      const others = boxes.filter(({ name }) => name !== from && name !== to);
      for (const box of others)
        for (const point of points)
          expect(distance(box, point), `${from} → ${to} at ${box.name}`).toBeGreaterThan(0);
    }
  });
});

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('in %s', (_, palette) => {
  test.each(['text', 'muted', 'value', 'dvar'] as const)(
    '%s can be read on boxes and on the page',
    (name) => {
      expect(contrast(palette[name], palette.box)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[name], palette.page)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(['forward', 'backward'] as const)('%s arrows stand out from the page', (name) => {
    expect(contrast(palette[name], palette.page)).toBeGreaterThanOrEqual(3);
  });
});

describeInChromium('in a browser, an SVG image', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('is well-formed, and every text lies within its box', async () => {
    const page = await browser.newPage();
    for (const [source, at] of seen) {
      await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(source, at))}`);
      expect(await page.evaluate('document.documentElement.nodeName')).toBe('svg');
      const wide = await page.evaluate(`[...document.querySelectorAll('.gt-node')].flatMap((node) => {
        const room = node.querySelector('rect').width.baseVal.value - 6;
        return [...node.querySelectorAll('text')].filter((text) => text.getComputedTextLength() > room)
          .map((text) => text.textContent);
      })`);
      expect(wide).toEqual([]);
    }
  });

  test('runs nothing and asks for nothing, whatever the names', async () => {
    const name = `</text><script>window.hacked = 1</script><image href="http://localhost:9/x.png"/>`;
    const svg = toSvg(renamed(trace('a*b'), 'a', name), en);
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.evaluate(`document.querySelectorAll('[data-node] .gt-name')[0].textContent`)).toBe(
      name.slice(0, 33) + '…',
    );
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
  });

  test('is dark where the system is', async () => {
    const ground: unknown[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf('a*b'))}`);
      ground.push(await page.evaluate(`getComputedStyle(document.querySelector('.gt-page')).fill`));
    }
    expect(ground).toEqual(['rgb(255, 255, 255)', 'rgb(16, 22, 31)']);
  });
});

test('a figure on a page has ids of its own, and no rules that the page does not know', () => {
  const { svg } = drawFigure(trace('a*b'), en, { id: 'mine', direction: 'TB' });
  expect(svg).toContain('aria-labelledby="mine-title mine-desc"');
  expect(svg).not.toContain('<style');
});
