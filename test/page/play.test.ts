import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import { describeInChromium, launchChromium } from '../support/chromium.ts';
import { boxOf, closeQuietly, openPage, textOf, textsOf } from '../support/page.ts';

const NET = 'h1 = relu(w1*x); h2 = relu(w2*x); p = v1*h1 + v2*h2; L = (p - y)^2';
const AT_NET = { w1: 0.5, w2: -1, x: 2, v1: 3, v2: 4, y: 1 };

describeInChromium('to play with, a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('follows sliders and number fields with the numbers of the core', async () => {
    const opened = await openPage(browser, NET, { at: AT_NET });
    const { page } = opened;
    await page.getByRole('button', { name: 'Play' }).click();
    const slider = page.getByRole('slider', { name: 'w1, slider' });
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await page.getByRole('spinbutton', { name: 'y, number' }).fill('-2.5');
    await page.keyboard.press('Enter');
    const w1 = Number(await slider.inputValue());
    expect(w1).toBeGreaterThan(0.5);
    const told = trace(NET, { at: { ...AT_NET, w1, y: -2.5 } });
    for (const { name, value, gradient } of told.backward.map((step) => ({
      ...step,
      value: told.forward.find(({ name }) => name === step.name)?.value ?? told.inputs[step.name],
    }))) {
      const [, shown, dvar] = await boxOf(page, name);
      expect([shown, dvar]).toEqual([formatValue(value as number), `d${name} = ${formatValue(gradient)}`]);
    }
    expect(await textOf(page, '.result')).toBe(`L = ${formatValue(told.value)}`);
    expect(await textOf(page, '.values')).toContain(`w1 = ${formatValue(w1)}`);
    await page.getByRole('button', { name: 'Start values again' }).click();
    expect(await textOf(page, '.result')).toBe('L = 4');
    await closeQuietly(opened);
  });

  test('says why a value is outside of a domain, and keeps the last good state', async () => {
    const opened = await openPage(browser, 'a = 5; b = 2; log(a*b)^2');
    const { page } = opened;
    await page.getByRole('button', { name: 'Play' }).click();
    const field = page.getByRole('spinbutton', { name: 'a, number' });
    const before = await textsOf(page, 'value');
    await field.fill('-1');
    await field.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe(
      'With a = -1: v = log(u) = log(-2) has no value: it needs a number above 0.',
    );
    expect(await textsOf(page, 'value')).toBe(before);
    expect(await field.inputValue()).toBe('5');
    await field.fill('');
    await field.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('a needs a number.');
    expect(await field.inputValue()).toBe('5');
    await field.fill('3');
    await field.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('');
    expect(await boxOf(page, 'u')).toEqual(['u = a * b', '6', expect.stringMatching(/^du = /u)]);
    await closeQuietly(opened);
  });

  test('takes the branch that its inputs choose', async () => {
    const opened = await openPage(browser, 'x > 0 ? x^2 : -3*x', { at: { x: 2 } });
    const { page } = opened;
    await page.getByRole('button', { name: 'Play' }).click();
    const shown = page.locator('#graph svg:visible');
    const state = async () => ({
      skipped: await shown.locator('.gt-skipped .gt-name').allTextContents(),
      back: await shown
        .locator('.gt-backward[data-from]:visible')
        .evaluateAll((arrows) =>
          arrows.map((it) => (it as unknown as { dataset: { from: string } }).dataset.from),
        ),
      x: await boxOf(page, 'x'),
    });
    expect(await state()).toEqual({ skipped: ['w'], back: ['x', 'v'], x: ['x', '2', 'dx = 4'] });
    await page.getByRole('spinbutton', { name: 'x, number' }).fill('-2');
    await page.keyboard.press('Enter');
    expect(await state()).toEqual({ skipped: ['v'], back: ['x', 'w'], x: ['x', '-2', 'dx = -3'] });
    await closeQuietly(opened);
  });

  test('lets the slope settle as the nudge shrinks', async () => {
    const opened = await openPage(browser, 'x^3', { at: { x: 2 } });
    const { page } = opened;
    await page.getByRole('button', { name: 'Play' }).click();
    const slider = page.getByRole('slider', { name: 'by h' });
    const plot = page.getByRole('img', { name: /^Slope against nudge for x/u });
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await plot.getAttribute('aria-label')).toBe('Slope against nudge for x: 19 at h = 1.');
    expect(await slider.getAttribute('aria-valuetext')).toBe('h = 1, slope 19');
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    expect(await plot.getAttribute('aria-label')).toBe('Slope against nudge for x: 12.0601 at h = 0.01.');
    const card = page.getByRole('region', { name: 'Nudge one value' });
    expect(await card.innerText()).toContain('the slope settles at the derivative: dx = 12.');
    expect(await card.innerText()).not.toContain('rounding takes over');
    await page.keyboard.press('End');
    expect(await card.innerText()).toContain('rounding takes over');
    await closeQuietly(opened);
  });
});
