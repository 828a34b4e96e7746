import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));

if (executablePath === undefined)
  console.warn('No Chromium here (CHROMIUM_PATH names one): its tests are skipped');

/** Tests that need a browser: skipped where there is none. */
// oxlint-disable-next-line vitest/valid-describe-callback, vitest/valid-title
export const describeInChromium = describe.skipIf(executablePath === undefined);

/** A headless browser that asks nothing of the network by itself; whoever launches it closes it. */
export function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no Chromium here: CHROMIUM_PATH names one');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
