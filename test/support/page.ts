import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import { toHtml } from '../../src/render/html.ts';
import { temporaryFolder } from './cli.ts';

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A page as a learner has opened it from a file, and what went wrong on it. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses that it asked for, but for its own. */
  readonly requests: readonly string[];
  /** What its console said, and errors that nobody caught. */
  readonly complaints: readonly string[];
}

let folder: string | undefined;
let count = 0;

/** Writes the page of an expression to a file and opens it. */
export async function openPage(
  browser: Browser,
  source = '3*(a+b*c)',
  { at = {}, ...options }: Options & { readonly at?: Readonly<Record<string, number>> } = {},
): Promise<Opened> {
  folder ??= temporaryFolder();
  const file = join(folder, `${count++}.html`);
  writeFileSync(file, toHtml(trace(source, { at }), en));
  const { href } = pathToFileURL(file);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (request.url() !== href) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(href);
  if (options.javaScriptEnabled !== false) await page.locator('#app').waitFor({ state: 'visible' });
  return { page, context, requests, complaints };
}

/** The figure that is in sight. */
const figure = (page: Page): Locator => page.locator('#graph svg:visible');

/** What a box of the graph says, a line each: `['b', '3', 'db = 6']`. */
export const boxOf = (page: Page, name: string): Promise<string[]> =>
  figure(page).locator(`[data-node="${name}"] text`).allTextContents();

/** What all boxes say under their names. */
export const textsOf = async (page: Page, kind: 'value' | 'dvar'): Promise<string> =>
  (await figure(page).locator(`.gt-${kind}`).allTextContents()).filter(Boolean).join(', ');

/** The box that is marked. */
export const currentBox = (page: Page): Promise<string | null> =>
  figure(page).locator('.gt-current').getAttribute('data-node');

/** What an element says; what holds words together is a space. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll('\u00a0', ' ');

/** Gives an answer to the tutor, and returns what it says. */
export async function answerOn(page: Page, text: string): Promise<string> {
  await page.locator('#answer').fill(text);
  await page.locator('#answer').press('Enter');
  return textOf(page, '.feedback');
}

/** Ends with nothing asked for and nothing complained of. */
export async function closeQuietly({ context, requests, complaints }: Opened): Promise<void> {
  expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  await context.close();
}
