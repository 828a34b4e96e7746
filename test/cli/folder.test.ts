import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/cli/folder.ts';
import { temporaryFolder } from '../support/cli.ts';

test('a folder is made with those above it, for its user alone, and may be there already', () => {
  const folder = join(temporaryFolder(), 'a/b/c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.runIf(existsSync('/proc/self'))(
  'one that can neither be found nor made is an error, and no endless search',
  () => {
    expect(() => makeFolder('/proc/gradtutor/data')).toThrow('ENOENT');
  },
);
