import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Saved, Store } from '../../src/cli/store.ts';
import { temporaryFolder } from '../support/cli.ts';

const SAVED: Saved = {
  version: 1,
  about: { level: 3, ask: ['gradient'] },
  lines: ['3', '?', '가'],
};

const { about } = SAVED;
const other = { ...SAVED, about: { level: 4, ask: ['gradient'] } };

const aboutLevel = (level: number) => ({ level });

/** A store in a folder of its own, and what it warned of. */
function storeIn(home = temporaryFolder(), command: 'run' | 'quiz' = 'quiz') {
  const warnings: string[] = [];
  const folder = join(home, 'gradtutor');
  const store = new Store(command, (problem) => warnings.push(problem), folder);
  return { store, folder, warnings };
}

/** The name of the file that holds what is about `about`. */
const [NAME = ''] = (() => {
  const { store, folder } = storeIn();
  store.save(SAVED);
  return readdirSync(folder);
})();

/** The same, with a file for it that holds this. */
function storeOf(text: string) {
  const made = storeIn();
  mkdirSync(made.folder);
  const file = join(made.folder, NAME);
  writeFileSync(file, text);
  return { ...made, file };
}

describe('a session that is saved', () => {
  test('is loaded as it was, by another store too', () => {
    const home = temporaryFolder();
    const { store, warnings } = storeIn(home);
    store.save(SAVED);
    expect(store.load(about)).toEqual(SAVED);
    expect(storeIn(home).store.load(about)).toEqual(SAVED);
    expect(warnings).toEqual([]);
  });

  test('takes the place of the one before', () => {
    const { store, folder } = storeIn();
    store.save(SAVED);
    store.save({ ...SAVED, lines: ['3', '?', '가', '6'] });
    expect(store.load(about)?.lines).toEqual(['3', '?', '가', '6']);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('does not touch one that is about something else, nor one of another command', () => {
    const home = temporaryFolder();
    const [one, two, walk] = [storeIn(home), storeIn(home), storeIn(home, 'run')];
    one.store.save(SAVED);
    two.store.save(other);
    walk.store.save({ ...SAVED, lines: ['9'] });
    one.store.save({ ...SAVED, lines: ['5'] });
    expect(one.store.load(about)?.lines).toEqual(['5']);
    expect(two.store.load(other.about)).toEqual(other);
    expect(walk.store.load(about)?.lines).toEqual(['9']);
    one.store.clear(about);
    expect([two.store.load(other.about), walk.store.load(about)]).not.toContain(undefined);
  });

  test('is found without saying what it is about, the last one first', () => {
    const { store, folder } = storeIn();
    store.save(SAVED);
    store.save(other);
    const [old, fresh] = [NAME, readdirSync(folder).find((name) => name !== NAME) as string];
    utimesSync(join(folder, old), 1000, 1000);
    utimesSync(join(folder, fresh), 2000, 2000);
    expect(store.latest()).toEqual(other);
    utimesSync(join(folder, old), 3000, 3000);
    expect(store.latest()).toEqual(SAVED);
  });

  test('makes room: only so many are kept, the newest', () => {
    const { store, folder } = storeIn();
    for (let i = 0; i < 25; i++) {
      store.save({ ...SAVED, about: aboutLevel(i), lines: ['1'] });
      for (const file of readdirSync(folder).map((name) => join(folder, name)))
        if (statSync(file).mtimeMs > 1e9) utimesSync(file, 1000 + i, 1000 + i);
    }
    expect(readdirSync(folder)).toHaveLength(20);
    expect(store.load(aboutLevel(4))).toBeUndefined();
    expect(store.load(aboutLevel(5))).toBeDefined();
  });

  test('leaves no other file behind, and none that others can read', () => {
    const { store, folder } = storeIn();
    for (let i = 0; i < 5; i++) store.save(SAVED);
    expect(readdirSync(folder)).toEqual([NAME]);
    const others = process.platform === 'win32' ? 0 : statSync(join(folder, NAME)).mode & 0o077;
    expect(others).toBe(0);
  });

  test('is never half there: the file is replaced, not rewritten', () => {
    const { store, folder } = storeIn();
    store.save(SAVED);
    const before = statSync(join(folder, NAME)).ino;
    store.save({ ...SAVED, lines: [] });
    expect(statSync(join(folder, NAME)).ino).not.toBe(before);
  });

  test('is gone once it is cleared, which may be done twice', () => {
    const { store, folder, warnings } = storeIn();
    store.save(SAVED);
    store.clear(about);
    store.clear(about);
    expect(readdirSync(folder)).toEqual([]);
    expect([store.load(about), store.latest()]).toEqual([undefined, undefined]);
    expect(warnings).toEqual([]);
  });
});

test('where nothing was saved there is nothing, without a word', () => {
  const { store, warnings } = storeIn();
  expect([store.load(about), store.latest()]).toEqual([undefined, undefined]);
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
    expect(store.latest()).toBeUndefined();
    expect(store.load(about)).toBeUndefined();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(file);
    expect(existsSync(file)).toBe(false);
    const [aside = ''] = readdirSync(dirname(file));
    expect(readFileSync(join(dirname(file), aside), 'utf8')).toBe(text);
    store.save(SAVED);
    expect(store.load(about)).toEqual(SAVED);
  });

  test('does not keep an older one from being found', () => {
    const { store, file } = storeOf('hello');
    store.save(other);
    utimesSync(file, 4_000_000_000, 4_000_000_000);
    expect(store.latest()).toEqual(other);
  });
});

describe('a folder that cannot be used', () => {
  test('warns once, and throws nothing', () => {
    const notAFolder = join(temporaryFolder(), 'file');
    writeFileSync(notAFolder, '');
    const { store, warnings } = storeIn(notAFolder);
    for (let i = 0; i < 3; i++) store.save(SAVED);
    expect(store.load(about)).toBeUndefined();
    store.clear(about);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(notAFolder);
  });

  test('leaves what was saved before as it was', () => {
    const { store, folder, warnings } = storeIn();
    const file = join(folder, NAME);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    store.save(SAVED);
    expect(warnings).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([NAME]);
    expect(readdirSync(file)).toEqual(['in the way']);
  });
});
