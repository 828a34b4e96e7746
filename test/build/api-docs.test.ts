import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiPages } from '../../scripts/api-docs.js';

const pages = await apiPages();

test('docs/api/ is what the library exports: else run npm run docs:api, and see whether the change was meant', () => {
  expect(pages).toHaveLength(4);
  for (const { file, text } of pages) expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
});

test('every function of the library says what it does', () => {
  const functions = pages
    .flatMap(({ text }) => text.split('\n## '))
    .filter((section) => section.includes('```ts\nexport declare function'));
  expect(functions.length).toBeGreaterThan(10);
  const silent = functions.filter((section) => /^\S+\n+```ts/u.test(section));
  expect(silent.map((section) => section.split('\n')[0])).toEqual([]);
});
