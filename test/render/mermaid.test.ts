import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import { mermaidOf, toMermaid } from '../../src/render/mermaid.ts';
import { describeInChromium, launchChromium } from '../support/chromium.ts';
import { examples } from '../support/examples.ts';
import { hostileNames, hostileTraces } from '../support/hostile.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';

test.each(snapshotCases)('$title as before', async (example) => {
  await expect(toMermaid(example.told, example.t)).toMatchFileSnapshot(snapshotFile(example, 'mmd'));
});

describe('a graph in Mermaid', () => {
  test('has a node for every quantity, with its formula, value and dvar, and marks the output', () => {
    const lines = toMermaid(trace('3*(a+b*c)'), en).split('\n');
    expect(lines).toContain(
      `  n3["<b>u</b> = b * c<br/><font color='#1749c2'>6</font><br/><font color='#b3181f'>du = 3</font>"]`,
    );
    expect(lines).toContain('  n1 --> n3');
    expect(lines.filter((line) => line.endsWith(':::output'))).toHaveLength(1);
  });

  test('says how often an operand is used, where it is more than once', () => {
    expect(toMermaid(trace('x*x*y'), en)).toContain('n0 -->|"×2"| n2');
  });

  test('has dashes where a condition does not go, and no value there', () => {
    const text = toMermaid(trace('x > 0 ? x*x : 1/(x - 5)', { at: { x: 5 } }), en);
    expect(text).toContain('n3["<b>w</b> = x - 5"]:::skipped');
    expect(text).toContain('n3 -.-> n4');
  });

  test('of 100,000 nodes is written in linear time', () => {
    const nodes = Array.from({ length: 100_000 }, (_, i) => ({
      name: `x${i}`,
      formula: i === 0 ? '' : `sin(x${i - 1})`,
      value: 1,
      skipped: false,
      isOutput: i === 99_999,
    }));
    const edges = nodes.slice(1).map(({ name }, i) => ({ from: `x${i}`, to: name, uses: 1 }));
    expect(mermaidOf({ nodes, edges }, en).match(/^ {2}n\d+ --> n\d+$/gmu)).toHaveLength(99_999);
  });
});

const MERMAID = fileURLToPath(new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url));

interface Mermaid {
  initialize: (options: object) => void;
  parse: (text: string) => Promise<{ diagramType: string }>;
  render: (id: string, text: string) => Promise<{ svg: string }>;
}
declare const mermaid: Mermaid;

describeInChromium('Mermaid itself', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    await page.addScriptTag({ path: MERMAID });
    await page.evaluate(() => mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }));
  });
  afterAll(() => browser.close());

  test('reads every worked example', async () => {
    const graphs = examples.map(({ expression, inputs }) => toMermaid(trace(expression, { at: inputs }), en));
    const kinds = await page.evaluate(
      (texts) => Promise.all(texts.map(async (text) => (await mermaid.parse(text)).diagramType)),
      graphs,
    );
    expect(new Set(kinds)).toEqual(new Set(['flowchart-v2']));
    expect(kinds).toHaveLength(examples.length);
  });

  test('shows hostile names as they are, and nothing of a comment', async () => {
    const shown: string[] = [];
    const view = await browser.newPage();
    for (const [i, told] of hostileTraces.entries()) {
      const drawing = [`graph${i}`, toMermaid(told, en)] as const;
      const svg = await page.evaluate(async ([id, text]) => (await mermaid.render(id, text)).svg, drawing);
      await view.setContent(svg);
      shown.push(...(await view.locator('.nodeLabel b').allTextContents()));
      expect(await view.locator('script, img, iframe, a').count()).toBe(0);
    }
    expect(hostileNames.filter((name) => !shown.includes(name.normalize('NFC')))).toEqual([]);
    expect(hostileTraces.map((told) => toMermaid(told, en)).join('')).not.toContain('alert');
  });
});
