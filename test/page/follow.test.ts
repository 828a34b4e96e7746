import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInChromium, launchChromium } from '../support/chromium.ts';
import { boxOf, closeQuietly, currentBox, openPage, textOf, textsOf } from '../support/page.ts';

describeInChromium('step by step, a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('goes step by step with keys, a value and then a dvar at a time', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    expect(await textsOf(page, 'value')).toBe('5, 3, 2');
    expect(await textsOf(page, 'dvar')).toBe('da = ?, db = ?, dc = ?, du = ?, dv = ?, dJ = ?');
    await page.keyboard.press('ArrowRight');
    expect(await boxOf(page, 'u')).toEqual(['u = b * c', '6', 'du = ?']);
    expect(await textOf(page, '.telling')).toMatch(/u\s*= b \* c\s*= 3 \* 2\s*= 6/u);
    expect(await currentBox(page)).toBe('u');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    expect(await textsOf(page, 'value')).toBe('5, 3, 2, 6, 11, 33');
    expect(await textOf(page, '.telling')).toContain('dv is short for dJ/dv');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    expect(await textsOf(page, 'dvar')).toBe('da = 3, db = 6, dc = ?, du = 3, dv = 3, dJ = 1');
    const told = await textOf(page, '.telling');
    expect(told).toContain('b: 3 → 3.001   u: 6 → 6.002   v: 11 → 11.002   J: 33 → 33.006   db ≈ 6');
    expect(told).toContain('db = du · du/db = 3 · c = 3 · 2 = 6');
    await page.keyboard.press('ArrowLeft');
    expect(await textsOf(page, 'dvar')).toBe('da = 3, db = ?, dc = ?, du = 3, dv = 3, dJ = 1');
    await page.keyboard.press('End');
    expect(await textOf(page, '.telling')).toContain('da = 3, db = 6, dc = 9');
    await page.keyboard.press('Home');
    expect(await textsOf(page, 'value')).toBe('5, 3, 2');
    await closeQuietly(opened);
  });

  test('goes step by step with buttons, which stop at both ends', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    const press = (name: string) => page.getByRole('button', { name }).click({ force: true });
    await press('Back');
    expect(await textOf(page, '.count')).toBe('Step 1 of 11');
    await press('Next');
    expect(await textOf(page, '.count')).toBe('Step 2 of 11');
    await press('Last');
    await press('Next');
    expect(await textOf(page, '.count')).toBe('Step 11 of 11');
    expect(await page.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
    await press('First');
    expect(await textOf(page, '.count')).toBe('Step 1 of 11');
    await closeQuietly(opened);
  });

  test('keeps the box at hand in sight where the graph is larger than its frame', async () => {
    const source = Array.from({ length: 10 }, (_, i) => `x${i + 1}*w${i + 1}`).join(' + ');
    const opened = await openPage(browser, source, { reducedMotion: 'reduce' });
    const { page } = opened;
    const isSeen = () =>
      page.evaluate(`(() => {
        const svg = [...document.querySelectorAll('#graph svg')].find((it) => it.clientWidth > 0);
        const box = svg.querySelector('.gt-current').getBoundingClientRect();
        const frame = svg.parentElement.getBoundingClientRect();
        return box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right;
      })()`);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('ArrowRight');
      expect(await isSeen(), `step ${i}`).toBe(true);
    }
    await closeQuietly(opened);
  });
});
