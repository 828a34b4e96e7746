import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { describeInChromium, launchChromium } from '../support/chromium.ts';
import { answerOn, boxOf, closeQuietly, currentBox, openPage, textOf, textsOf } from '../support/page.ts';

describeInChromium('to predict on, a page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('asks for each dvar with the tutor of the terminal', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await page.getByRole('button', { name: 'Predict' }).click();
    expect(await textsOf(page, 'dvar')).toBe('da = ?, db = ?, dc = ?, du = ?, dv = ?, dJ = 1');
    expect(await textOf(page, '#graph')).not.toContain('dv = 3');
    expect(await textOf(page, '.question')).toBe('What is dv, that is dJ/dv?');
    expect(await answerOn(page, '3')).toContain('Right: dv = 3.');
    expect(await boxOf(page, 'v')).toEqual(['v = a + u', '11', 'dv = 3']);
    expect(await answerOn(page, 'dv')).toContain('Right: da = 3.');
    expect(await answerOn(page, '6/2')).toContain('Right: du = 3.');
    const wrong = await answerOn(page, '2');
    expect(wrong).toContain('add 0.001 to b, and J should go from 33 to 33.002. It really goes to 33.006.');
    expect(wrong).toContain('2 is du/db, the local derivative. Multiply it by du');
    expect(await currentBox(page)).toBe('b');
    await page.getByRole('button', { name: 'Hint' }).click();
    expect(await textOf(page, '.feedback')).toContain('b is used in u, and du is known.');
    expect(await answerOn(page, 'du*c')).toContain('db = du · du/db = 3 · c = 3 · 2 = 6');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await textOf(page, '.feedback')).toContain('Taken back. We are at db again.');
    expect(await boxOf(page, 'b')).toEqual(['b', '3', 'db = ?']);
    await answerOn(page, '6');
    await answerOn(page, '9');
    expect(await textOf(page, '.question')).toContain(
      'All 5 right, 4 of them at the first try and without a hint.',
    );
    expect(await textOf(page, '.question')).toContain(en.quiz.mistakes['local-only']);
    expect(await page.locator('#answer').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Once more' }).click();
    expect(await textOf(page, '.question')).toBe('What is dv, that is dJ/dv?');
    await closeQuietly(opened);
  });

  test('asks with other numbers, shows, skips, and plants a mistake', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await page.getByRole('button', { name: 'Predict' }).click();
    await page.getByRole('button', { name: 'Show me' }).click();
    expect(await textOf(page, '.feedback')).toContain('dv = dJ/dv = 3');
    const skip = page.getByRole('button', { name: 'Skip' });
    for (let i = 0; i < 4; i++) await skip.click();
    expect(await textOf(page, '.question')).toContain('What is da');
    for (let i = 0; i < 4; i++) await skip.click();
    await page.getByRole('button', { name: 'Other numbers' }).click();
    const values = await textOf(page, '.values');
    expect(values).not.toBe('a = 5, b = 3, c = 2');
    expect(await textOf(page, '.question')).toBe('What is dv, that is dJ/dv?');
    await page.getByLabel('Ask about').selectOption('bug');
    expect(await textOf(page, '.question')).toContain('One line of this backward pass is wrong');
    await page.getByLabel('Ask about').selectOption('value');
    expect((await textsOf(page, 'value')).split(', ')).toHaveLength(3);
    await closeQuietly(opened);
  });
});
