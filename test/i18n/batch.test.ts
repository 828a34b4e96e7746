import { expect, test } from 'vitest';
import { loadBatchWords } from '../../src/i18n/batch/index.ts';
import { languageNames } from '../../src/i18n/index.ts';

test.each(languageNames)('the words of batches in %s use what they are given', async (language) => {
  const words = await loadBatchWords(language);
  expect(words.refused(2, 31)).toMatch(/2.*31|31.*2/u);
  expect(words.disagreeing(7)).toContain('7');
  expect(words.progress(12, 0)).toContain('12');
  expect(words.progress(12, 3)).toMatch(/12.*3/u);
  expect(words.onlyBatch('--jobs')).toContain('--jobs');
  expect(words.problems['line-too-long']({ limit: 99 })).toContain('99');
  expect(words.problems['unknown-key']({ name: 'att', suggestion: 'at' })).toMatch(/att.*at/u);
  expect(words.problems['unknown-key']({ name: 'zz' })).toMatch(/zz.*expression/u);
});

test('Korean particles fit the word before them', async () => {
  const words = await loadBatchWords('ko');
  expect(words.problems['unknown-key']({ name: '값', suggestion: 'at' })).toMatch(/^값은 /u);
  expect(words.problems['unknown-key']({ name: '수' })).toMatch(/^수는 /u);
});
