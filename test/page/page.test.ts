import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { describeInChromium, launchChromium } from '../support/chromium.ts';
import { answerOn, boxOf, closeQuietly, openPage, textOf, textsOf } from '../support/page.ts';

const NET = 'h1 = relu(w1*x); h2 = relu(w2*x); p = v1*h1 + v2*h2; L = (p - y)^2';
const AT_NET = { w1: 0.5, w2: -1, x: 2, v1: 3, v2: 4, y: 1 };

/** Rules of accessibility that the page breaks as it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
}

describeInChromium('a page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('changes its language at any time, and loses nothing', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await page.getByRole('button', { name: 'Predict' }).click();
    await answerOn(page, '2');
    await page.getByRole('button', { name: '한국어' }).click();
    expect(await page.evaluate('document.documentElement.lang')).toBe('ko');
    expect(await textOf(page, '.question')).toBe('dv는 얼마일까요? (dv = dJ/dv)');
    expect(await textOf(page, '.feedback')).toContain('33.002');
    expect(await textOf(page, '.feedback')).toMatch(/\p{Script=Hangul}/u);
    expect(await page.locator('#graph svg:visible desc').textContent()).toContain('에 쓰여요');
    expect(await page.locator('#graph svg:visible desc').textContent()).not.toContain('dv = 3');
    await page.getByRole('button', { name: '한 단계씩' }).click();
    expect(await page.locator('[data-legend=forward]:visible').textContent()).toBe(ko.picture.forward);
    await page.getByText('전체 풀이를 글로 보기').click();
    expect(await textOf(page, '#told')).toContain(ko.forwardTitle);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await textOf(page, '#told')).toContain(en.forwardTitle);
    await closeQuietly(opened);
  });

  test('is light or dark as the system is, or as one chooses', async () => {
    const opened = await openPage(browser, 'a*b', { colorScheme: 'dark' });
    const { page } = opened;
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.getByRole('button', { name: 'Light' }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Auto' }).click();
    expect(await ground()).toBe(light);
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await ground()).toBe(dark);
    expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true');
    await closeQuietly(opened);
  });

  test.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 1280, height: 800 }],
    ['light', { width: 360, height: 740 }],
    ['dark', { width: 360, height: 740 }],
  ] as const)('breaks no rule of accessibility in %s at %o', async (colorScheme, viewport) => {
    const opened = await openPage(browser, '(a+b)*(b+1)', {
      at: { a: 2, b: 3 },
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
    });
    const { page } = opened;
    for (const language of ['한국어', 'English']) {
      await page.getByRole('button', { name: language }).click();
      for (const mode of ['follow', 'play', 'predict']) {
        await page.locator(`#mode-${mode}`).click();
        if (mode === 'follow') for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
        if (mode === 'predict') await answerOn(page, '7');
        if (mode === 'predict') await page.locator('#story summary').click();
        expect(await violations(page), `${language} ${mode}`).toEqual([]);
      }
    }
    await closeQuietly(opened);
  });

  test.each([
    ['3*(a+b*c)', {}],
    [NET, AT_NET],
    [
      'z = w*x+b; a = sigmoid(z); L = -(y*log(a)+(1-y)*log(1-a))',
      { w: 0.512345, x: -2.12345, b: 0.123456, y: 1 },
    ],
  ] as const)('fits a phone, with %s', async (source, at) => {
    const opened = await openPage(browser, source, {
      at,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const { page } = opened;
    const spare = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    for (const language of ['English', '한국어']) {
      await page.getByRole('button', { name: language }).tap();
      for (const mode of ['follow', 'play', 'predict']) {
        await page.locator(`#mode-${mode}`).tap();
        expect(await spare()).toBeLessThanOrEqual(0);
      }
    }
    await page.locator('#story summary').tap();
    expect(await spare()).toBeLessThanOrEqual(0);
    const small = await page.evaluate(
      `[...document.querySelectorAll('button, input, select')].filter((it) => it.offsetParent && it.offsetHeight < 36).map((it) => it.outerHTML)`,
    );
    expect(small).toEqual([]);
    await closeQuietly(opened);
  });

  test('is the whole story where scripts are off', async () => {
    const opened = await openPage(browser, '3*(a+b*c)', { javaScriptEnabled: false });
    const { page } = opened;
    expect(await page.locator('#app').isVisible()).toBe(false);
    expect(await textsOf(page, 'dvar')).toBe('da = 3, db = 6, dc = 9, du = 3, dv = 3, dJ = 1');
    const told = await textOf(page, '#told');
    expect(told).toContain('db = du · du/db = 3 · c = 3 · 2 = 6');
    expect(told).toContain(en.nudgeAgrees(5));
    await closeQuietly(opened);
  });

  test('is printed whole and light, whatever is on the screen', async () => {
    const opened = await openPage(browser, '3*(a+b*c)', { colorScheme: 'dark' });
    const { page } = opened;
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await textOf(page, '#told')).toContain(en.backwardTitle);
    expect(await textsOf(page, 'dvar')).not.toContain('?');
    expect(await page.locator('#app').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(24, 33, 47)');
    await closeQuietly(opened);
  });

  test('lets no text of the learner run', async () => {
    const opened = await openPage(
      browser,
      '3*constructor + __proto__ # </script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">',
      {
        at: Object.fromEntries([
          ['constructor', 2],
          ['__proto__', 3],
        ]),
      },
    );
    const { page } = opened;
    for (const mode of ['play', 'predict', 'follow']) await page.locator(`#mode-${mode}`).click();
    await page.keyboard.press('End');
    expect(await boxOf(page, '__proto__')).toEqual(['__proto__', '3', 'd__proto__ = 1']);
    await page.locator('#mode-predict').click();
    expect(await answerOn(page, '<img src=x onerror="window.hacked=1">')).toContain('<img src=x');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.evaluate('document.images.length')).toBe(0);
    await closeQuietly(opened);
  });
});
