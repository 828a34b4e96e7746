import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Saved, Store } from '../../src/cli/store.ts';
import { temporaryFolder } from '../support/cli.ts';

const SAVED: Saved = {
  version: 1,
  about: { level: 3, ask: ['gradient'] },
  lines: ['3', '?', '가'],
};

/** A store with a file of its own, and what it warned of. */
function storeIn(folder = temporaryFolder()) {
  const warnings: string[] = [];
  const file = join(folder, 'gradtutor', 'quiz.json');
  return {
    store: new Store('quiz', (problem) => warnings.push(problem), join(folder, 'gradtutor')),
    file,
    warnings,
  };
}

/** The same, with a file that holds this. */
function storeOf(text: string) {
  const made = storeIn();
  mkdirSync(dirname(made.file));
  writeFileSync(made.file, text);
  return made;
}

describe('a session that is saved', () => {
  test('is loaded as it was, by another store too', () => {
    const folder = temporaryFolder();
    const { store, warnings } = storeIn(folder);
    store.save(SAVED);
    expect(store.load()).toEqual(SAVED);
    expect(storeIn(folder).store.load()).toEqual(SAVED);
    expect(warnings).toEqual([]);
  });

  test('takes the place of the one before', () => {
    const { store } = storeIn();
    store.save(SAVED);
    store.save({ ...SAVED, lines: ['3', '?', '가', '6'] });
    expect(store.load()?.lines).toEqual(['3', '?', '가', '6']);
  });

  test('leaves no other file behind, and none that others can read', () => {
    const { store, file } = storeIn();
    for (let i = 0; i < 5; i++) store.save(SAVED);
    expect(readdirSync(dirname(file))).toEqual(['quiz.json']);
    const others = process.platform === 'win32' ? 0 : statSync(file).mode & 0o077;
    expect(others).toBe(0);
  });

  test('is never half there: the file is replaced, not rewritten', () => {
    const { store, file } = storeIn();
    store.save(SAVED);
    const before = statSync(file).ino;
    store.save({ ...SAVED, lines: [] });
    expect(statSync(file).ino).not.toBe(before);
  });

  test('is gone once it is cleared, which may be done twice', () => {
    const { store, file, warnings } = storeIn();
    store.save(SAVED);
    store.clear();
    store.clear();
    expect(existsSync(file)).toBe(false);
    expect(store.load()).toBeUndefined();
    expect(warnings).toEqual([]);
  });
});

test('where nothing was saved there is nothing, without a word', () => {
  const { store, warnings } = storeIn();
  expect(store.load()).toBeUndefined();
  expect(warnings).toEqual([]);
});

describe('a file that cannot be used', () => {
  test.each([
    ['is no JSON', 'hello'],
    ['is cut off', '{"version":1,"command":"quiz","lines":["3"'],
    ['is empty', ''],
    ['is null', 'null'],
    ['is a number', '7'],
    ['is a list', '[1]'],
    ['is from another version', JSON.stringify({ ...SAVED, version: 2 })],
    ['has no lines', JSON.stringify({ ...SAVED, lines: undefined })],
    ['has lines that are no text', JSON.stringify({ ...SAVED, lines: ['3', 4] })],
  ])('because it %s is set aside as it is, and named once', (_, text) => {
    const { store, file, warnings } = storeOf(text);
    expect(store.load()).toBeUndefined();
    expect(store.load()).toBeUndefined();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(file);
    expect(existsSync(file)).toBe(false);
    const [aside = ''] = readdirSync(dirname(file));
    expect(readFileSync(join(dirname(file), aside), 'utf8')).toBe(text);
    store.save(SAVED);
    expect(store.load()).toEqual(SAVED);
  });
});

describe('a folder that cannot be used', () => {
  test('warns once, and throws nothing', () => {
    const notAFolder = join(temporaryFolder(), 'file');
    writeFileSync(notAFolder, '');
    const { store, warnings } = storeIn(notAFolder);
    for (let i = 0; i < 3; i++) store.save(SAVED);
    expect(store.load()).toBeUndefined();
    store.clear();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(notAFolder);
  });

  test('leaves what was saved before as it was', () => {
    const { store, file, warnings } = storeIn();
    mkdirSync(join(file, 'in the way'), { recursive: true });
    store.save(SAVED);
    expect(warnings).toHaveLength(1);
    expect(readdirSync(dirname(file))).toEqual(['quiz.json']);
    expect(readdirSync(file)).toEqual(['in the way']);
  });
});
