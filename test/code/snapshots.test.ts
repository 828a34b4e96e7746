import { describe, expect, test } from 'vitest';
import { codeIn } from '../support/code.ts';
import { type Language, languages } from '../support/runners.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';

/** JavaScript and TypeScript as text, so that no tool takes them for sources of the project. */
const ENDINGS: Readonly<Record<Language, string>> = {
  python: 'py',
  numpy: 'numpy.py',
  pytorch: 'pytorch.py',
  javascript: 'js.txt',
  typescript: 'ts.txt',
  julia: 'jl',
  c: 'c',
};

describe.each(languages)('%s', (language) => {
  test.each(snapshotCases)('$title as before', async (example) => {
    const code = await codeIn(language, example.told, example.t);
    await expect(code).toMatchFileSnapshot(snapshotFile(example, ENDINGS[language]));
  });
});
